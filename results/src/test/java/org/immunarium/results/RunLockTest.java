package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneHoldsARunAtATime() {
        RunFolder run = new RunFolder(folder);
        try (RunLock _ = RunLock.take(run)) {
            assertThatThrownBy(() -> RunLock.take(run)).hasMessageContaining("is being run by another process");
        }
        RunLock.take(run).close();
    }

    @Test
    void aFolderWithoutRoomForTheLockIsToldAsNotWritable() throws IOException {
        Files.createDirectory(folder.resolve(RunLock.FILE));
        assertThatThrownBy(() -> RunLock.take(new RunFolder(folder)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(folder + ": nothing can be written into this folder: ");
    }
}
