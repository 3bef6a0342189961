package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void aRunThatCannotBeWrittenToIsToldBeforeAnythingIsDone() throws IOException {
        Path run = folder.resolve("run");
        assertThat(Said.by("run", "kuznetsov1994", "--out", run.toString()).code())
                .isZero();
        Files.writeString(folder.resolve("file"), "x");
        Said under = Said.by(
                "export",
                run.toString(),
                "--as",
                "csv",
                "--to",
                folder.resolve("file/x.csv").toString());
        assertThat(under.code()).isEqualTo(3);
        assertThat(under.err()).contains("file: nothing can be written into this folder: Not a directory");
        Said missing = Said.by(
                "export",
                run.toString(),
                "--as",
                "sbml",
                "--to",
                folder.resolve("none/x.xml").toString());
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("none: nothing can be written into this folder: there is no such");
        assertThat(run.toFile().setWritable(false)).isTrue();
        try {
            assumeTrue(!Files.isWritable(run), "skipped: this user may write everywhere");
            for (List<String> words : List.of(
                    List.of("report", run.toString()),
                    List.of("resume", run.toString()),
                    List.of("export", run.toString(), "--as", "csv"))) {
                Said said = Said.by(words.toArray(String[]::new));
                assertThat(said.code()).as(said.err()).isEqualTo(3);
                assertThat(said.err()).contains(run + ": nothing can be written into this folder: permission denied");
            }
        } finally {
            assertThat(run.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void outputThatDoesNotArriveIsNoSuccess() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: no /dev/full here");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Immunarium.class.getName(),
                        "list")
                .redirectOutput(full.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(Files.readString(err)).contains("standard output cannot be written: No space left on device");
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
