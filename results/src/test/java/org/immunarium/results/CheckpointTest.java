package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theLastPointCounts() {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        assertThat(checkpoint.read("state")).isEmpty();
        checkpoint.save(Map.of("state", new byte[] {1}, "tables", new byte[] {2}));
        checkpoint.save(Map.of("state", new byte[] {3}));
        assertThat(checkpoint.read("state")).contains(new byte[] {3});
        assertThat(checkpoint.read("tables")).isEmpty();
        checkpoint.clear();
        assertThat(folder.resolve(Checkpoint.FOLDER)).doesNotExist();
    }

    @Test
    void aDamagedPointIsNoWorkThatCanBeGoneOnWith() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", new byte[] {1}));
        Files.writeString(folder.resolve("checkpoint/current"), "\0\0\0");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> checkpoint.read("state"))
                .withMessageContaining("found \"???\"");
    }

    @Test
    void aPointThatCannotBeRemovedIsToldAsAFailureOfTheDisk() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", new byte[] {1}));
        try (UnreadableTree _ = UnreadableTree.in(folder.resolve("checkpoint/1"), folder)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> checkpoint.save(Map.of("state", new byte[] {2})))
                    .withMessageContaining("cannot be written: File name too long");
        }
        assertThat(checkpoint.read("state")).contains(new byte[] {2});
    }

    @Test
    void aPointThatWasBeingWrittenWhenTheRunWasKilledDoesNotCount() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", new byte[] {1}));
        Path half = Files.createDirectories(folder.resolve("checkpoint/2"));
        Files.write(half.resolve("state"), new byte[] {9, 9});
        assertThat(checkpoint.read("state")).contains(new byte[] {1});
        checkpoint.save(Map.of("state", new byte[] {4}));
        assertThat(checkpoint.read("state")).contains(new byte[] {4});
    }
}
