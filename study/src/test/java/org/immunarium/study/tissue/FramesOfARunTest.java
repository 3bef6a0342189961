package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.frame.Field;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run leaves all its cells and substances at the times that it was asked for.
final class FramesOfARunTest {

    @TempDir
    private Path folder = Path.of("");

    private String settings = "";

    @BeforeEach
    void aProject() throws IOException {
        settings = SmallTissue.in(folder.resolve("project")).toString();
    }

    @Test
    void aProjectHasItsStartItsMiddleAndItsEnd() {
        RunFolder run =
                run(StudyRun.prepare(settings, Overrides.NONE), "run", 1).folder();
        List<Frame> frames = RunFrames.of(run);
        assertThat(frames).extracting(Frame::time).containsExactly(0.0, 30.0, 60.0);
        assertThat(frames).allMatch(Frame::isPicture);
        Frame first = frames.getFirst();
        assertThat(first.types()).containsExactly("tumour", "killer");
        assertThat(first.count()).isEqualTo(40);
        assertThat(first.longs("id")).isSorted().startsWith(0, 1);
        assertThat(first.doubles("volume")).containsOnly(2494);
        assertThat(first.columns())
                .contains(
                        new Frame.Quantity("radius", "radius", "µm", false),
                        new Frame.Quantity("type", "type", "", true),
                        new Frame.Quantity("cycle_entry", "cycle entry", "1/min", false),
                        new Frame.Quantity("apoptosis", "apoptosis", "1/min", false))
                .extracting(Frame.Quantity::array)
                .doesNotContain("listed_x", "previous_vx");
        assertThat(Manifest.read(run).outputs())
                .extracting(Fingerprint::file)
                .contains("cells/frame-000002/", "fields/frame-000002/")
                .noneMatch(file -> file.contains("/."));
    }

    @Test
    void substancesAreThereVoxelByVoxel() {
        RunFolder run =
                run(StudyRun.prepare(settings, Overrides.NONE), "run", 1).folder();
        Frame last = RunFrames.of(run).getLast();
        assertThat(last.substances()).containsExactly(new Frame.Quantity("oxygen", "oxygen", "mmHg", false));
        Field oxygen = last.field(last.substances().getFirst());
        assertThat(new int[] {oxygen.nx(), oxygen.ny(), oxygen.nz()}).containsExactly(10, 10, 1);
        assertThat(oxygen.at(-79, -99, 0)).isEqualTo(oxygen.values()[1]);
        assertThat(oxygen.at(-1e9, 1e9, 5)).isEqualTo(oxygen.values()[90]);
        Table table = Table.read(run.table("substances.csv"));
        double[] lowest = table.numbers(table.column("lowest"));
        assertThat(oxygen.values()).contains(lowest[lowest.length - 1]);
    }

    @Test
    void aStudySaysWhen() throws IOException {
        Path study = study("{every: 30 min, frames: 25 min, pictures: [0 h, 12 min, 2 h], background: oxygen}");
        StudyRun prepared = StudyRun.prepare(study.toString(), Overrides.NONE);
        assertThat(prepared.prepared().notices()).anyMatch(each -> each.contains("study.yaml:5: output.pictures: 2 h"));
        List<Frame> frames = RunFrames.of(run(prepared, "run", 1).folder());
        assertThat(frames).extracting(Frame::time).containsExactly(0.0, 12.0, 25.0, 50.0, 60.0);
        assertThat(frames).extracting(Frame::isPicture).containsExactly(true, true, false, false, false);
        assertThat(frames).extracting(Frame::background).containsOnly(Optional.of("oxygen"));
    }

    @Test
    void zeroIsNone() throws IOException {
        RunFolder run = run(StudyRun.prepare(study("{frames: 0}").toString(), Overrides.NONE), "run", 1)
                .folder();
        assertThat(RunFrames.of(run)).isEmpty();
        assertThat(run.file("cells")).doesNotExist();
        Overrides overrides = Overrides.parse(Map.of("set output.frames", "30 min", "set output.every", "60 min"));
        run = run(StudyRun.prepare(study("{frames: 0}").toString(), overrides), "other", 1)
                .folder();
        assertThat(RunFrames.of(run)).hasSize(3);
        assertThat(Table.read(run.table("cells_by_type.csv")).rows()).hasSize(2 * 2);
    }

    @Test
    void whatIsWrongIsToldAtItsLine() throws IOException {
        Path study = study("{every: 6 min, frames: 7 s, pictures: [1 kg, 3 s, -1 h], background: oxigen}");
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("study.yaml:5: output.frames: 7 s is no whole number")
                .hasMessageContaining("study.yaml:5: output.pictures: a time above 0 was expected, as in 24 h, or 0;")
                .hasMessageContaining("output.pictures: 3 s is no whole number")
                .hasMessageContaining("output.background: the model has no substance \"oxigen\"");
        assertThatThrownBy(() -> StudyRun.prepare(
                        settings, Overrides.parse(Map.of("set output.every", "3 kg", "set output.frames", "-1 h"))))
                .hasMessageContaining("--set output.every: output.every: a time above 0 was expected")
                .hasMessageContaining("--set output.frames: output.frames: a time above 0 was expected");
    }

    @Test
    void framesAreTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Overrides often = Overrides.parse(Map.of("set output.frames", "6 min"));
        RunFolder one = run(StudyRun.prepare(settings, often), "one", 1).folder();
        RunFolder three = run(StudyRun.prepare(settings, often), "three", 3).folder();
        assertThat(frames(three)).isEqualTo(frames(one)).hasSizeGreaterThan(11 * 30);
    }

    @Test
    void aRunThatWasKilledEndsWithTheSameFrames() throws IOException {
        Overrides often = Overrides.parse(Map.of("set output.frames", "6 min"));
        RunFolder straight =
                run(StudyRun.prepare(settings, often), "straight", 1).folder();
        RunFolder killed = stopped(often, 33.3);
        // As if the kill had come after three frames more, and in the midst of one.
        assertThat(RunFrames.of(killed)).hasSize(6);
        copy(straight.file("cells/frame-000006"), killed.file("cells/frame-000006"));
        copy(straight.file("cells/frame-000002"), killed.file("cells/frame-000008"));
        copy(straight.file("fields/frame-000002"), killed.file("fields/frame-000009"));
        copy(straight.file("cells/frame-000002"), killed.file("cells/.frame-000006.part"));
        StudyRun.resume(killed, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(frames(killed)).isEqualTo(frames(straight));
        assertThat(Manifest.read(killed).outputs())
                .filteredOn(each -> !each.file().equals("report.html"))
                .isEqualTo(Manifest.read(straight).outputs().stream()
                        .filter(each -> !each.file().equals("report.html"))
                        .toList());
    }

    @Test
    void aFrameThatIsNotAsItWasWrittenIsRefused() throws IOException {
        RunFolder run = stopped(Overrides.NONE, 33.3);
        Path chunk = run.file("fields/frame-000001/oxygen/0.0.0");
        byte[] content = Files.readAllBytes(chunk);
        content[content.length - 1]++;
        Files.write(chunk, content);
        assertThatThrownBy(() -> StudyRun.resume(run, 1, new StopSignal(), RunContext.Screen.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("frame-000001: is damaged");
    }

    @Test
    void aFullDiskStopsARunAtAFrameSoThatItCanBeResumed() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk cannot be mounted here");
        try {
            Overrides often = Overrides.parse(Map.of("set output.frames", "6 min"));
            RunFolder run = new RunFolder(disk.resolve("run"));
            assertThatThrownBy(() ->
                            run(StudyRun.prepare(settings, often), run.path().toString(), 1))
                    .isInstanceOf(RunStopped.class)
                    .hasMessageContaining("frame-00000")
                    .hasMessageContaining("the disk is full");
            assertThat(RunFrames.of(run)).hasSizeLessThan(5);
            assertThat(command("mount", "-o", "remount,size=32m", disk.toString()))
                    .isZero();
            StudyRun.resume(run, 1, new StopSignal(), RunContext.Screen.NONE);
            RunFolder straight =
                    run(StudyRun.prepare(settings, often), "straight", 1).folder();
            assertThat(frames(run)).isEqualTo(frames(straight));
        } finally {
            command("umount", disk.toString());
        }
    }

    private static int command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private RunFolder stopped(Overrides overrides, double after) {
        RunFolder run = new RunFolder(folder.resolve("stopped"));
        assertThat(Stopping.run(StudyRun.prepare(settings, overrides), run.path(), 1, after))
                .isNotNull();
        return run;
    }

    private Path study(String output) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                title: Frames
                output: %s
                """.formatted(output));
    }

    private StudyRun.Outcome run(StudyRun run, String name, int threads) {
        return run.run(Optional.of(folder.resolve(name)), List.of(), threads, new StopSignal(), RunContext.Screen.NONE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    /// All files of all frames.
    private static Map<String, String> frames(RunFolder run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Stream.concat(Files.walk(run.file("cells")), Files.walk(run.file("fields")))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(run.path().relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
