package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
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
        checkpoint.save(Map.of("state", bytes(1), "tables", bytes(2)));
        checkpoint.save(Map.of("state", bytes(3)));
        assertThat(checkpoint.read("state")).contains(new byte[] {3});
        assertThat(checkpoint.read("tables")).isEmpty();
        checkpoint.clear();
        assertThat(folder.resolve(Checkpoint.FOLDER)).doesNotExist();
    }

    @Test
    void aDamagedPointIsNoWorkThatCanBeGoneOnWith() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", bytes(1)));
        Files.writeString(folder.resolve("checkpoint/current"), "\0\0\0");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> checkpoint.read("state"))
                .withMessageContaining("found \"???\"");
    }

    @Test
    void aPointThatCannotBeRemovedIsToldAsAFailureOfTheDisk() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", bytes(1)));
        try (UnreadableTree _ = UnreadableTree.in(folder.resolve("checkpoint/1"), folder)) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> checkpoint.save(Map.of("state", bytes(2))))
                    .withMessageContaining("cannot be written: File name too long");
        }
        assertThat(checkpoint.read("state")).contains(new byte[] {2});
    }

    @Test
    void aPointThatWasBeingWrittenWhenTheRunWasKilledDoesNotCount() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", bytes(1)));
        Path half = Files.createDirectories(folder.resolve("checkpoint/2"));
        Files.write(half.resolve("state"), new byte[] {9, 9});
        assertThat(checkpoint.read("state")).contains(new byte[] {1});
        checkpoint.save(Map.of("state", bytes(4)));
        assertThat(checkpoint.read("state")).contains(new byte[] {4});
    }

    @Test
    void whatIsLargerThanABlockComesBackAsItWasPut() {
        int count = 100_003;
        double[] doubles = IntStream.range(0, count).mapToDouble(i -> 1.0 / i).toArray();
        int[] ints = IntStream.range(0, count).map(i -> i * 7919).toArray();
        long[] longs = IntStream.range(0, count)
                .mapToLong(i -> i * 0x9E3779B97F4A7C15L)
                .toArray();
        String text = "T cell µ ".repeat(20_000);
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", out -> {
            out.put(true);
            out.put(doubles, count);
            out.put(-5L);
            out.put(ints, count);
            out.put(text);
            out.put(longs, count - 1);
            out.put(2.5);
        }));
        boolean same = checkpoint
                .read("state", in -> {
                    assertThat(in.takeBoolean()).isTrue();
                    double[] readDoubles = new double[count];
                    in.take(readDoubles, count);
                    assertThat(readDoubles).isEqualTo(doubles);
                    assertThat(in.takeLong()).isEqualTo(-5);
                    int[] readInts = new int[count];
                    in.take(readInts, count);
                    assertThat(readInts).isEqualTo(ints);
                    assertThat(in.takeText()).isEqualTo(text);
                    long[] readLongs = new long[count];
                    in.take(readLongs, count - 1);
                    assertThat(Arrays.copyOf(readLongs, count - 1)).isEqualTo(Arrays.copyOf(longs, count - 1));
                    return in.takeDouble() == 2.5;
                })
                .orElseThrow();
        assertThat(same).isTrue();
    }

    @Test
    void oneBitThatIsNotAsItWasIsSeenBeforeAnythingIsRead() throws IOException {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", out -> out.put(new double[100_000], 100_000)));
        Path file = folder.resolve("checkpoint/1/state");
        byte[] content = Files.readAllBytes(file);
        content[777_777] ^= 1;
        Files.write(file, content);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> checkpoint.read("state", in -> {
                    throw new AssertionError("read, though damaged");
                }))
                .withMessageContaining("it is not as it was saved: its CRC-32C is");
    }

    @Test
    void aFileThatEndsBeforeItsReaderIsDamaged() {
        Checkpoint checkpoint = new Checkpoint(new RunFolder(folder));
        checkpoint.save(Map.of("state", out -> out.put(3)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> checkpoint.read("state", in -> in.takeLong()))
                .withMessageContaining("state: is damaged: it ends too early");
    }

    private static Checkpoint.Part bytes(int value) {
        return out -> out.put(new byte[] {(byte) value});
    }
}
