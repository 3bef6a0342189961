package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be wrong with the files and folders that a command meets.
final class BadPlaceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileOfTwoGigabytesIsRefusedAtOnce() throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(2L << 30);
        }
        Said study = Said.by("check", file.toString());
        assertThat(study.code()).isEqualTo(3);
        assertThat(study.err()).contains("huge.yaml: has 2147483648 bytes");
        Path model = Files.move(file, folder.resolve("huge.xml"));
        Said sbml =
                Said.by("run", model.toString(), "--out", folder.resolve("out").toString());
        assertThat(sbml.code()).isEqualTo(3);
        assertThat(sbml.err()).contains("huge.xml", "2147483648 bytes");
        sbml.assertHelps();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefusedBeforeAnythingRuns() {
        assumeTrue(Files.exists(Path.of("/proc/self")), "skipped: no /proc here");
        Said said = Said.by("run", "kuznetsov1994", "--out", "/proc/immunarium");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("/proc/immunarium: a folder for the run cannot be made here");
        said.assertHelps();
    }

    @Test
    void aFolderThatHoldsSomethingIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        Said said = Said.by("run", "kuznetsov1994", "--out", folder.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("is not empty, and a run overwrites nothing");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void aFullDiskStopsTheRunSoThatItCanBeResumed() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            Path out = disk.resolve("run");
            Said said = Said.by("run", "patient/one-tumour-four-treatments", "--out", out.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(5);
            assertThat(said.err()).contains("the disk is full", "immunarium resume");
            said.assertHelps();
            assertThat(command("mount", "-o", "remount,size=32m", disk.toString()))
                    .isZero();
            Said resumed = Said.by("resume", out.toString());
            assertThat(resumed.code()).as(resumed.err()).isZero();
            Path straight = folder.resolve("straight");
            Said.by("run", "patient/one-tumour-four-treatments", "--out", straight.toString());
            assertThat(out.resolve("tables/both/timecourse.csv"))
                    .hasSameBinaryContentAs(straight.resolve("tables/both/timecourse.csv"));
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void whatIsNotARunIsNotResumed() throws IOException {
        Said said = Said.by("resume", folder.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("is not a run: it has no manifest.json");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 1, \"status\": ");
        Said damaged = Said.by("report", folder.toString());
        assertThat(damaged.code()).isEqualTo(3);
        assertThat(damaged.err()).contains("manifest.json:1: is damaged: it is not JSON from column");
    }

    private static int command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
