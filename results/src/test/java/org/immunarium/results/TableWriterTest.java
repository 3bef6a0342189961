package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableWriterTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void textThatNeedsThemGetsQuotationMarks() throws IOException {
        Path file = folder.resolve("t.csv");
        try (TableWriter table = TableWriter.create(file, List.of("time [d]", "a, b"))) {
            table.cell(0.1).cell("say \"x\"").endRow();
            table.cell(2).cell("line\nbreak").endRow();
        }
        assertThat(Files.readString(file)).isEqualTo("time [d],\"a, b\"\n0.1,\"say \"\"x\"\"\"\n2,\"line\nbreak\"\n");
        Table read = Table.read(file);
        assertThat(read.header()).containsExactly("time [d]", "a, b");
        assertThat(read.rows()).containsExactly(List.of("0.1", "say \"x\""), List.of("2", "line\nbreak"));
    }

    @Test
    void resumingFromACheckpointGivesTheSameBytesAsGoingStraightThrough() throws IOException {
        Path straight = folder.resolve("straight.csv");
        Path resumed = folder.resolve("resumed.csv");
        List<String> header = List.of("i", "third");
        TableWriter.Point safe;
        try (TableWriter table = TableWriter.create(straight, header)) {
            rows(table, 0, 20_000);
        }
        try (TableWriter table = TableWriter.create(resumed, header)) {
            rows(table, 0, 7_000);
            safe = table.checkpoint();
            rows(table, 7_000, 9_000);
        }
        try (TableWriter table = TableWriter.resume(resumed, 2, safe)) {
            rows(table, 7_000, 12_000);
            safe = table.checkpoint();
        }
        try (TableWriter table = TableWriter.resume(resumed, 2, safe)) {
            rows(table, 12_000, 20_000);
        }
        assertThat(resumed).hasSameBinaryContentAs(straight);
    }

    @Test
    void aRowOfAnotherLengthIsAFault() {
        try (TableWriter table = TableWriter.create(folder.resolve("t.csv"), List.of("a", "b"))) {
            table.cell(1);
            assertThatThrownBy(table::endRow).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFullDiskIsNamed() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: no /dev/full here");
        TableWriter table = TableWriter.create(full, List.of("a"));
        table.row(1);
        assertThatThrownBy(table::close)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/dev/full: the disk is full");
    }

    @Test
    void afterAFailedWriteATableRefusesEverything() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: no /dev/full here");
        StorageException first = catchThrowableOfType(StorageException.class, () -> {
            try (TableWriter table = TableWriter.create(full, List.of("a", "b"))) {
                assertFull(() -> rows(table, 0, 20_000));
                assertFull(() -> table.cell(1));
                assertFull(() -> table.cell("x"));
                assertFull(table::endRow);
                assertFull(table::checkpoint);
                rows(table, 0, 1);
            }
        });
        assertThat(first).hasMessageContaining("the disk is full");
        assertThat(first.getSuppressed()).hasSize(1);
    }

    private static void assertFull(ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/dev/full: the disk is full");
    }

    private static void rows(TableWriter table, int from, int to) {
        for (int i = from; i < to; i++) {
            table.row(i, i / 3.0);
        }
    }
}
