package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.results.progress.Progress;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project of PhysiCell runs as it is, and a study says what is different.
final class TissueRunTest {

    @TempDir
    private Path folder = Path.of("");

    private String settings = "";

    @BeforeEach
    void aProject() throws IOException {
        settings = SmallTissue.in(folder.resolve("project")).toString();
    }

    @Test
    void aProjectRunsByItsSettingsAndByItsFolder() {
        StudyRun.Outcome byFile = run(StudyRun.prepare(settings, Overrides.NONE), "file", 1);
        StudyRun.Outcome byFolder =
                run(StudyRun.prepare(folder.resolve("project").toString(), Overrides.NONE), "folder", 2);
        Table cells = Table.read(byFile.folder().table("cells_by_type.csv"));
        assertThat(cells.header()).isEqualTo(TissueTable.CELLS.columns());
        assertThat(cells.rows()).hasSize(2 * 11);
        assertThat(cells.numbers(0)).startsWith(0, 0, 6, 6).endsWith(60, 60);
        assertThat(byFolder.folder().table("cells_by_type.csv"))
                .hasSameBinaryContentAs(byFile.folder().table("cells_by_type.csv"));
        assertThat(byFile.manifest().seed()).isEqualTo(17);
        assertThat(byFile.folder().file("report.html")).content().contains("Living cells", "tumour", "killer");
        assertThat(byFile.findings()).anyMatch(each -> each.matches("tumour +20 → \\d+ living cells.*"));
    }

    @Test
    void tablesAndFramesThatAreRarerThanTheRunIsLongAreTold() throws IOException {
        SmallTreatment small = new SmallTreatment(folder);
        Path study = small.study("");
        Files.writeString(
                study, Files.readString(study).replace("{every: 30 min, frames: 0}", "{every: 2 h, frames: 3 h}"));
        assertThat(small.notices(study))
                .containsExactly(
                        "study.yaml:5: output.every: 2 h is longer than the run of 60 min, so there are rows of its"
                                + " tables at its start and its end only",
                        "study.yaml:5: output.frames: 3 h is longer than the run of 60 min, so there are frames at its"
                                + " start and its end only");
    }

    @Test
    void aStudySaysWhatIsDifferent() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                title: Slow killers
                model: project
                duration: 0.5 h
                output: {every: 10 min}
                set: {killer.migration speed: 0.1 µm/min, tumour.migration bias: 0.5, oxygen.decay: 0.2 1/min}
                seed: 3
                """);
        StudyRun.Outcome outcome = run(StudyRun.prepare(study.toString(), Overrides.NONE), "run", 1);
        assertThat(outcome.manifest().notices())
                .anyMatch(
                        each -> each.contains("tumour.migration bias: has no effect: cells of \"tumour\" do not move"))
                .noneMatch(each -> each.contains("killer.migration speed"));
        assertThat(Table.read(outcome.folder().table("cells_by_type.csv")).rows())
                .hasSize(2 * 4);
        assertThat(outcome.manifest().title()).isEqualTo("Slow killers");
        assertThat(outcome.manifest().parameters())
                .contains(
                        new Manifest.Setting("killer.migration speed", 0.1, "µm/min", "study"),
                        new Manifest.Setting("oxygen.decay", 0.2, "1/min", "study"));
    }

    @Test
    void aRunThatWasStoppedEndsWithTheSameBytesOnAnyNumberOfThreads() throws IOException {
        StudyRun.Outcome straight = run(StudyRun.prepare(settings, Overrides.NONE), "straight", 1);
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        RunStopped asked = Stopping.run(StudyRun.prepare(settings, Overrides.NONE), stopped.path(), 1, 33.3);
        assertThat(asked.folder()).contains(stopped.path());
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.STOPPED);
        // The originals are no longer needed.
        Files.delete(Path.of(settings));
        Files.delete(Path.of(settings).resolveSibling("rules.csv"));
        double[] shown = {-1};
        StudyRun.resume(stopped, 3, new StopSignal(), (_, _, doneBefore, _) -> {
            shown[0] = doneBefore;
            return new RunContext.Shown(Progress.SILENT, () -> {});
        });
        assertThat(shown[0]).as("where it goes on").isBetween(33.3, 34.0);
        for (String table : List.of("cells_by_type.csv", "substances.csv")) {
            assertThat(stopped.table(table))
                    .hasSameBinaryContentAs(straight.folder().table(table));
        }
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.DONE);
    }

    @Test
    void aProjectWithoutSubstancesRuns() throws IOException {
        Path file = Path.of(settings);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("(?s)<variable .*</variable>", "")
                        .replaceAll("(?s)<secretion>.*?</secretion>", ""));
        StudyRun.Outcome outcome =
                run(StudyRun.prepare(settings, Overrides.parse(Map.of("duration", "12 min"))), "without", 1);
        assertThat(Table.read(outcome.folder().table("cells_by_type.csv")).rows())
                .hasSize(2 * 3);
        assertThat(outcome.folder().file("report.html")).content().contains("Living cells");
    }

    @Test
    void whatIsWrongIsToldAtItsLine() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                duration: 10.03 min
                output: {every: 1 kg}
                set:
                  killer.migraton speed: 1 µm/min
                  oxygen.decay: 3 µm
                  tumour.attack killer: -1
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("study.yaml:4: duration: 10.03 min is no whole number of the model's steps")
                .hasMessageContaining("study.yaml:5: output.every: a time above 0 was expected")
                .hasMessageContaining("study.yaml:7: set.killer.migraton speed: there is no such value")
                .hasMessageContaining("killer.migration speed")
                .hasMessageContaining("study.yaml:8: set.oxygen.decay:")
                .hasMessageContaining("study.yaml:9: set.tumour.attack killer:");
    }

    @Test
    void aProjectThatIsWrongIsRefusedWhole() throws IOException {
        Path file = Path.of(settings);
        Files.writeString(
                file,
                Files.readString(file).replace("<dt_mechanics units=\"min\">0.1", "<dt_mechanics units=\"min\">0"));
        Files.writeString(file.resolveSibling("rules.csv"), "tumour,damag,increases,apoptosis,0.1,5,4,0\n");
        assertThatThrownBy(() -> StudyRun.prepare(settings, Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("dt_mechanics")
                .hasMessageContaining("damag");
    }

    @Test
    void anExplanationSaysTheRules() {
        assertThat(StudyRun.prepare(settings, Overrides.NONE).prepared().inWords())
                .contains("Cell types:", "oxygen: diffuses at 1e5 µm^2/min", "Damage increases it");
    }

    private StudyRun.Outcome run(StudyRun run, String name, int threads) {
        return run.run(Optional.of(folder.resolve(name)), List.of(), threads, new StopSignal(), RunContext.Screen.NONE);
    }

    @Test
    void aValueIsTheSameByEachOfItsNames() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                set: {killer.phagocytosis of tumour: 0.1 1/min}
                """);
        assertThat(StudyRun.prepare(study.toString(), Overrides.NONE).prepared().parameters())
                .contains(new Manifest.Setting("killer.phagocytose tumour", 0.1, "1/min", "study"));
        assertThat(StudyRun.prepare(
                                study.toString(), Overrides.parse(Map.of("set killer.phagocytose tumour", "0.2 1/min")))
                        .prepared()
                        .parameters())
                .contains(new Manifest.Setting("killer.phagocytose tumour", 0.2, "1/min", "study"));
        Files.writeString(
                study,
                Files.readString(study).replace("0.1 1/min}", "0.1 1/min, killer.phagocytose tumour: 0.3 1/min}"));
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .hasMessageEndingWith("study.yaml:4: set.killer.phagocytose tumour: is the same value as"
                        + " \"killer.phagocytosis of tumour\"");
    }

    @Test
    void theCommandLineSetsValuesToo() {
        Overrides overrides =
                Overrides.parse(Map.of("set killer.attack tumour", "0 1/min", "seed", "5", "duration", "12 min"));
        StudyRun.Outcome outcome = run(StudyRun.prepare(settings, overrides), "set", 1);
        assertThat(outcome.manifest().seed()).isEqualTo(5);
        Table cells = Table.read(outcome.folder().table("cells_by_type.csv"));
        assertThat(cells.numbers(cells.column("mean_live_damage"))).containsOnly(0.0);
    }
}
