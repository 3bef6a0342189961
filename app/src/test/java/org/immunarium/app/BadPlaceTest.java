package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        assertThat(said.err())
                .contains("/proc/immunarium: a folder for the run cannot be made here: /proc takes no new folders");
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
    void aFullDiskStopsAPopulationSoThatItCanBeResumed() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=220k", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            Path study = Files.writeString(folder.resolve("population.yaml"), """
                    format: 1
                    study: patient
                    model: kuznetsov1994
                    duration: 20 d
                    population:
                      patients: 4000
                      vary: {p: {log-normal: 0.3}, g: {log-normal: 0.3}}
                      endpoints: [final T, max T, final E]
                    """);
            Path out = disk.resolve("run");
            Said said = Said.by("run", study.toString(), "--out", out.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(5);
            assertThat(said.err()).contains("patients.csv: the disk is full", "immunarium resume");
            said.assertHelps();
            assertThat(command("mount", "-o", "remount,size=32m", disk.toString()))
                    .isZero();
            Said resumed = Said.by("resume", out.toString());
            assertThat(resumed.code()).as(resumed.err()).isZero();
            Path straight = folder.resolve("straight");
            Said.by("run", study.toString(), "--out", straight.toString());
            for (String table : new String[] {"tables/patients.csv", "tables/summary.csv"}) {
                assertThat(out.resolve(table)).hasSameBinaryContentAs(straight.resolve(table));
            }
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void aFullDiskStopsASweepSoThatItCanBeResumed() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=220k", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            String[] sweep = {"sweep", "kuznetsov1994", "--vary", "s=0.1:0.5:1200", "--out"};
            Path out = disk.resolve("run");
            Said said = Said.by(
                    Stream.concat(Stream.of(sweep), Stream.of(out.toString())).toArray(String[]::new));
            assertThat(said.code()).as(said.err()).isEqualTo(5);
            assertThat(said.err()).contains("the disk is full", "immunarium resume");
            said.assertHelps();
            assertThat(command("mount", "-o", "remount,size=32m", disk.toString()))
                    .isZero();
            Said resumed = Said.by("resume", out.toString());
            assertThat(resumed.code()).as(resumed.err()).isZero();
            Path straight = folder.resolve("straight");
            Said.by(Stream.concat(Stream.of(sweep), Stream.of(straight.toString()))
                    .toArray(String[]::new));
            assertThat(out.resolve("tables/sweep.csv")).hasSameBinaryContentAs(straight.resolve("tables/sweep.csv"));
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void anExportThatHasNoFolderIsToldBeforeAnythingIsDone() throws IOException {
        Path run = folder.resolve("run");
        assertThat(Said.by("run", "kuznetsov1994", "--out", run.toString()).code())
                .isZero();
        Files.writeString(folder.resolve("file"), "x");
        String under = folder.resolve("file/x.csv").toString();
        assertRefused(
                "file: nothing can be written into this folder: Not a directory",
                "export",
                run.toString(),
                "--as",
                "csv",
                "--to",
                under);
        String missing = folder.resolve("none/x.xml").toString();
        assertRefused(
                "none: nothing can be written into this folder: there is no such",
                "export",
                run.toString(),
                "--as",
                "sbml",
                "--to",
                missing);
    }

    @Test
    void aRunThatCannotBeWrittenToIsToldBeforeAnythingIsDone() throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("place"));
        Path run = place.resolve("run");
        boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", place.toString()) == 0;
        try {
            assertThat(Said.by("run", "kuznetsov1994", "--out", run.toString()).code())
                    .isZero();
            String why = "permission denied";
            if (mounted) {
                assertThat(command("mount", "-o", "remount,ro", place.toString()))
                        .isZero();
                why = "Read-only file system";
            } else {
                assertThat(run.toFile().setWritable(false)).isTrue();
                assumeTrue(!Files.isWritable(run), "skipped: this user may write everywhere, and may not mount");
            }
            String told = run + ": nothing can be written into this folder: " + why;
            assertRefused(told, "report", run.toString());
            assertRefused(told, "resume", run.toString());
            assertRefused(told, "export", run.toString(), "--as", "csv");
        } finally {
            if (mounted) {
                command("umount", place.toString());
            } else {
                assertThat(run.toFile().setWritable(true)).isTrue();
            }
        }
    }

    private static void assertRefused(String why, String... words) {
        Said said = Said.by(words);
        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains(why);
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
