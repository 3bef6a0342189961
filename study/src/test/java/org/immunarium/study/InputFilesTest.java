package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.RunFolder;
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
        assertThat(prepareRefusal()).contains("study.yaml:4: therapy: \"doses.csv\" is not a regular file");
    }

    @Test
    void aRunKeepsWhatItReadAndNotWhatBecameOfIt() throws IOException {
        Path model = folder.resolve("tumour.xml");
        String sbml = SbmlWriter.write(ModelBuilder.of("tumour", "")
                .units("day", "cells", "litre")
                .compartment("V", 1)
                .amount("T", "", "V", 1, "cells")
                .parameter("k", "", 0.5, "cells/day")
                .reaction("grow", "", Map.of(), Map.of("T", 1.0), "k")
                .build());
        Files.writeString(model, sbml);
        String doses = "TIME [d],AMT [cells],CMT,EVID\n0,2,T,1\n";
        Path table = Files.writeString(folder.resolve("doses.csv"), doses);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: tumour.xml
                duration: 4 d
                therapy: [{events: doses.csv}]
                targets: {T: {into: T, as: amount}}
                compare: [{title: one, therapy: [{events: doses.csv}]}, {title: none}]
                """);
        StudyRun run = StudyRun.prepare(study.toString(), Overrides.NONE);
        Files.writeString(model, sbml.replace("0.5", "0.7"));
        Files.writeString(table, doses.replace(",2,", ",3,"));
        Files.delete(study);
        StudyRun.Outcome outcome =
                run.run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        RunFolder kept = outcome.folder();
        assertThat(kept.file("inputs/1-tumour.xml")).hasContent(sbml);
        assertThat(kept.file("inputs/2-doses.csv")).hasContent(doses);
        InputFiles.checkUnchanged(kept, outcome.manifest());
        assertThat(outcome.manifest().inputs())
                .extracting(Fingerprint::sha256)
                .contains(
                        Fingerprint.of("", doses.getBytes(StandardCharsets.UTF_8))
                                .sha256(),
                        Fingerprint.of("", sbml.getBytes(StandardCharsets.UTF_8))
                                .sha256());
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
