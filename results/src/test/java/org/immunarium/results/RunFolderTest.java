package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFolderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void twoRunsOfOneTitleGetTwoFolders() {
        RunFolder one = RunFolder.create(folder.resolve("runs"), "Nivolumab, q2w (β)", DAY);
        RunFolder two = RunFolder.create(folder.resolve("runs"), "Nivolumab, q2w (β)", DAY);
        assertThat(one.path()).isNotEqualTo(two.path());
        assertThat(one.path().getFileName().toString()).matches("2026-11-24-nivolumab-q2w-[0-9a-f]{4}");
        assertThat(one.tables()).isEmptyDirectory();
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        assertThatThrownBy(() -> RunFolder.createAt(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not empty");
        assertThat(folder.resolve("mine.txt")).hasContent("x");
    }

    @Test
    void aRunThatWasEndedAsItBeganIsToldFromWhatIsNoRun() throws IOException {
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        assertThatThrownBy(() -> RunFolder.open(run.path()))
                .hasMessageEndingWith("is not a run: it has no manifest.json");
        RunLock.take(run).close();
        assertThatThrownBy(() -> RunFolder.open(run.path()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds a run of which nothing is saved")
                .hasMessageEndingWith("remove the folder and run the study again");
        assertThatThrownBy(() -> RunFolder.createAt(run.path()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds a run of which nothing is saved")
                .hasMessageEndingWith("remove the folder, or name a new one");
        Files.writeString(run.table("cells.csv"), "x");
        assertThatThrownBy(() -> RunFolder.open(run.path()))
                .hasMessageEndingWith("is not a run: it has no manifest.json");
        assertThatThrownBy(() -> RunFolder.createAt(run.path())).hasMessageContaining("is not empty");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> RunFolder.createAt(file)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RunFolder.create(file, "t", DAY)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RunFolder.createAt(file.resolve("below"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefused() {
        Path proc = Path.of("/proc/run-of-immunarium");
        assertThatThrownBy(() -> RunFolder.createAt(proc))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("/proc/run-of-immunarium: a folder for the run cannot be made here");
    }

    @Test
    void outputsThatCannotBeReadAreToldAsAFailureOfTheDisk() throws IOException {
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        try (UnreadableTree _ = UnreadableTree.in(run.tables(), folder)) {
            assertThatThrownBy(run::outputs)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot be read: File name too long");
        }
    }

    @Test
    void aTitleWithoutLettersStillMakesAName() {
        assertThat(RunFolder.slug("→ ★")).isEqualTo("run");
        assertThat(RunFolder.slug("Köln 1: où?")).isEqualTo("koln-1-ou");
    }
}
