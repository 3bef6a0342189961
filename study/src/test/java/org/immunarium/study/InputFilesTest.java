package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study names is text of a reasonable size, or is refused by name before it is read.
final class InputFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textIsReadUpToItsLimit() throws IOException {
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT");
        InputFiles files = InputFiles.in(folder);
        assertThat(files.text("doses.csv", 8)).contains("TIME,AMT");
        assertThat(files.text("other.csv", 8)).isEmpty();
        assertThat(refusal("doses.csv", 7)).contains("doses.csv: has 8 bytes; a file of at most 7");
    }

    @Test
    void aTableOfTwoGigabytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("doses.csv").toFile(), "rw")) {
            sparse.setLength(1L << 31);
        }
        assertThat(prepareRefusal()).contains("doses.csv: has 2147483648 bytes; a file of at most 67108864");
    }

    @Test
    void foldersAndOtherEncodingsAreToldApart() throws IOException {
        Files.write(folder.resolve("doses.csv"), new byte[] {'T', (byte) 0xe9, ','});
        assertThat(prepareRefusal()).contains("doses.csv: is not text in UTF-8");
        Files.delete(folder.resolve("doses.csv"));
        Files.createDirectory(folder.resolve("doses.csv"));
        assertThat(prepareRefusal()).contains("doses.csv: is not a regular file");
    }

    private String refusal(String name, int most) {
        return String.valueOf(catchThrowableOfType(
                        InvalidInputException.class, () -> InputFiles.in(folder).text(name, most))
                .getMessage());
    }

    private String prepareRefusal() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                therapy: [{events: doses.csv}]
                """);
        return String.valueOf(catchThrowableOfType(
                        InvalidInputException.class, () -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .getMessage());
    }
}
