package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.explain.Explanation;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model in a file of its own runs: with a study, without one, and as the project of PhysiCell that says the same.
final class ModelFileRunTest {

    /// What [SmallTissue] says. PhysiCell's first type has this rate of apoptosis unless it says another.
    private static final String SMALL = """
            format: 1
            tissue: small
            sources: [A paper that says it all]
            domain: {size: 200 x 200 µm, voxel: 20 µm}
            substances:
              oxygen:
                unit: mmHg
                diffusion: 100000 µm^2/min
                decay: {value: 0.1 1/min, source: A book}
                start: 38 mmHg
                edge: 38 mmHg
            cells:
              tumour:
                cycle: live
                does:
                  cycle entry: 0.005 1/min
                  apoptosis: APOPTOSIS 1/min
                  oxygen uptake: 10 1/min
              killer:
                cycle: live
                moves: {in the plane: yes}
                does:
                  cycle entry: 0
                  apoptosis: APOPTOSIS 1/min
                  migration speed: 1 µm/min
                  migration persistence time: 5 min
                  migration bias: 0.5
                  attack tumour: {value: 60 1/h, source: An experiment}
                  attack damage rate: 1 1/min
                  attack duration: 5 min
            rules:
              - In tumour cells, damage increases apoptosis to 0.1 with half-max 5.
              - In tumour cells, pressure decreases cycle entry to 0 with half-max 1.
            start:
              - {cells: tumour, count: 20}
              - {cells: killer, count: 20}
            """.replace("APOPTOSIS", Double.toString(0.00319 / 60));

    @TempDir
    private Path folder = Path.of("");

    private String write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        return Files.writeString(folder.resolve(file), text).toString();
    }

    private StudyRun.Outcome run(String argument, Overrides overrides, String name, int threads) {
        return StudyRun.prepare(argument, overrides)
                .run(Optional.of(folder.resolve(name)), List.of(), threads, new StopSignal(), RunContext.Screen.NONE);
    }

    @Test
    void whoLeavesTheDomainIsTold() throws IOException {
        String open = SMALL.replace("voxel: 20 µm}", "voxel: 20 µm, walls: no}")
                .replace("migration speed: 1 µm/min", "migration speed: 5 µm/min");
        Overrides brief = Overrides.parse(Map.of("duration", "2 h"));
        StudyRun.Outcome outcome = run(write("open.yaml", open), brief, "open", 1);
        assertThat(outcome.findings()).anyMatch(each -> each.matches("\\d+ of \"killer\" left the domain, .*"));
        assertThat(outcome.folder().table("kills_by_cause.csv")).content().contains(",killer,left domain,,");
        StudyRun.Outcome closed = run(write("closed.yaml", SMALL), brief, "closed", 1);
        assertThat(closed.findings()).noneMatch(each -> each.contains("left the domain"));
    }

    @Test
    void aModelThatSaysTheSameAsAProjectOfPhysiCellGivesTheSameBits() throws IOException {
        write("small.yaml", SMALL);
        String study = write(
                "study.yaml",
                "format: 1\nstudy: tissue\nmodel: small.yaml\nduration: 60 min\noutput: {every: 6 min}\nseed: 17\n");
        StudyRun.Outcome byModel = run(study, Overrides.NONE, "model", 2);
        StudyRun.Outcome byProject =
                run(SmallTissue.in(folder.resolve("project")).toString(), Overrides.NONE, "project-run", 1);
        for (String table : List.of("cells_by_type.csv", "substances.csv")) {
            assertThat(byModel.folder().table(table))
                    .hasSameBinaryContentAs(byProject.folder().table(table));
        }
        Table cells = Table.read(byModel.folder().table("cells_by_type.csv"));
        assertThat(Arrays.stream(cells.numbers(cells.column("dead"))).sum()).isPositive();
    }

    @Test
    void numbersThatAreNoBehavioursAreSaidWithTheirSources() throws IOException {
        String model = write("small.yaml", SMALL.replace("  tumour:\n", """
              tumour:
                volume: {nucleus: {value: 500 µm^3, source: A microscope}}
                death: {apoptosis: {lasts: {value: 8 h, source: A film}}}
                lives: {mean: 8.5 d, at most: {value: 10 d, source: A count}, source: A table}
            """));
        assertThat(StudyRun.prepare(model, Overrides.NONE).prepared().parameters())
                .contains(
                        new Manifest.Setting("tumour.volume.nucleus", 500, "µm^3", "model", "A microscope"),
                        new Manifest.Setting("tumour.volume.fluid", 0.75, "", "model", DefaultBehaviours.PHYSICELL),
                        new Manifest.Setting("tumour.apoptosis.lasts", 480, "min", "model", "A film"),
                        new Manifest.Setting("tumour.lives.mean", 12240, "min", "model", "A table"),
                        new Manifest.Setting("tumour.lives.at most", 14400, "min", "model", "A count"));
    }

    @Test
    void aModelRunsWithoutAStudyAndSaysWhereItsValuesAreFrom() throws IOException {
        String model = write("small.yaml", SMALL);
        Overrides short_ = Overrides.parse(Optional.of(3L), Optional.of("12 min"), List.of("killer.attack tumour=0"));
        StudyRun.Outcome outcome = run(model, short_, "run", 1);
        assertThat(outcome.manifest().title()).isEqualTo("small");
        assertThat(outcome.manifest().seed()).isEqualTo(3);
        assertThat(outcome.manifest().method())
                .containsEntry("source", "A paper that says it all")
                .containsEntry("written down", "every 60 min");
        assertThat(outcome.manifest().parameters())
                .contains(
                        new Manifest.Setting("oxygen.decay", 0.1, "1/min", "model", "A book"),
                        new Manifest.Setting("tumour.cycle entry", 0.005, "1/min", "model", ""))
                .doesNotContain(new Manifest.Setting("killer.attack tumour", 1, "1/min", "model", "An experiment"));
        assertThat(Manifest.read(outcome.folder()).parameters())
                .isEqualTo(outcome.manifest().parameters());
        assertThat(outcome.folder().file("report.html")).content().contains("A book", "A paper that says it all");
        assertThat(StudyRun.prepare(model, Overrides.NONE).prepared().method())
                .containsEntry("duration", "24 h")
                .containsEntry("cells", "20 tumour, 20 killer");
    }

    @Test
    void aStudyHasADomainAndAStartOfItsOwn() throws IOException {
        write("models/small.yaml", SMALL);
        write("cells.csv", "x,y,z,type\n0,0,0,killer\n100,20,0,tumour\n");
        String study = write("study.yaml", """
                format: 1
                study: tissue
                model: models/small.yaml
                domain: {size: 300 x 100 µm}
                start:
                  - {cells: tumour, fill: sphere of 40 µm}
                  - {file: cells.csv}
                duration: 6 min
                """);
        StudyRun run = StudyRun.prepare(study, Overrides.NONE);
        assertThat(run.prepared().method())
                .containsEntry("space", "300 x 100 µm, flat")
                .containsEntry("cells", "20 tumour, 1 killer");
        String project = SmallTissue.in(folder.resolve("project")).toString();
        assertThat(project).isNotEmpty();
        String other = write("other.yaml", Files.readString(Path.of(study)).replace("models/small.yaml", "project"));
        assertThat(StudyRun.prepare(other, Overrides.NONE).prepared().method())
                .containsEntry("space", "300 x 100 µm, flat")
                .containsEntry("cells", "20 tumour, 1 killer");
    }

    @Test
    void whatIsWrongInAStudyAndInItsModelComesAtOnce() throws IOException {
        write("small.yaml", SMALL.replace("cycle entry: 0.005", "cycle entri: 0.005"));
        String study = write("study.yaml", """
                format: 1
                study: tissue
                model: small.yaml
                domain: {size: 300 x 100 s}
                start:
                  - {cells: tumor, count: 3}
                  - {file: cells.csv}
                set: {killer.migration sped: 1}
                duration: 6.03 min
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study, Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("small.yaml:16: cells.tumour.does: \"cycle entri\" is no behaviour")
                .hasMessageContaining("study.yaml:4: domain.size: cannot convert s (time) to µm")
                .hasMessageContaining(
                        "study.yaml:6: start: \"tumor\" is no cell type of the model, did you mean \"tumour\"?")
                .hasMessageContaining("study.yaml:7: there is no file \"cells.csv\" beside this one")
                .hasMessageContaining("study.yaml:8: set.killer.migration sped: there is no such value")
                .hasMessageContaining("study.yaml:9: duration: 6.03 min is no whole number");
    }

    @Test
    void whatIsSetIsHeldToWhatAModelsFileIsHeldTo() throws IOException {
        Files.writeString(folder.resolve("held.yaml"), """
                format: 1
                tissue: held
                domain: {size: 200 x 200 µm}
                cells:
                  tumor: {does: {asymmetric division to tumor: 0.3, asymmetric division to debris: 0.7}}
                  debris: {}
                  walker: {moves: yes}
                  killer:
                    kills:
                      cells: tumor
                      attachment rate: 0.2 1/min
                      within: 18 µm
                      surely within: 14 µm
                      kill rate: 0.1 1/min
                      holds for: 60 min
                start:
                  - {cells: tumor, count: 3}
                """);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: held.yaml
                duration: 6 min
                set:
                  killer.attack tumor: 0.1 1/min
                  tumor.exit from cycle phase 3: 0.1 1/min
                  tumor.asymmetric division to tumor: 0.7
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), Overrides.NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems().stream()
                                        .map(each -> each.toString().replace(folder + "/", "")))
                                .containsExactly(
                                        "study.yaml:6: set.killer.attack tumor: a type that kills what it holds attacks"
                                                + " and engages nothing else; found attack tumor",
                                        "study.yaml:7: set.tumor.exit from cycle phase 3: the cycle has no phase 3, its"
                                                + " last one is 0",
                                        "study.yaml:8: set.tumor.asymmetric division to tumor: the probabilities of"
                                                + " asymmetric division are 1.4 together; at most 1 was expected"));
        // One after the other they would be too many for a while.
        Overrides both = Overrides.parse(Map.of(
                "set tumor.asymmetric division to tumor", "0.7", "set tumor.asymmetric division to debris", "0.3"));
        Files.writeString(study, Files.readString(study).replaceAll("(?s)set:.*", "set: {walker.migration bias: 1}\n"));
        assertThat(StudyRun.prepare(study.toString(), both).prepared().notices())
                .anyMatch(each ->
                        each.endsWith("set.walker.migration bias: has no effect: cells of \"walker\" move at random"));
        assertThatThrownBy(() -> StudyRun.prepare(
                        study.toString(),
                        Overrides.NONE.withSweep(List.of("tumor.asymmetric division to tumor=0.1,0.4"), 1)))
                .hasMessageContaining("--vary tumor.asymmetric division to tumor: set.tumor.asymmetric division to"
                        + " tumor: the probabilities of asymmetric division are 1.1 together");
    }

    @Test
    void aProjectIsHeldToTheDomainOfItsStudy() throws IOException {
        SmallTissue.in(folder.resolve("project"));
        String study = write(
                "study.yaml",
                "format: 1\nstudy: tissue\nmodel: project\ndomain: {size: 200 x 200 x 200 µm}\nduration: 6 min\n");
        assertThatThrownBy(() -> StudyRun.prepare(study, Overrides.NONE))
                .hasMessageContaining("study.yaml:4: domain.size: the project is flat; two extents were expected");
    }

    @Test
    void aModelThatIsNotThereIsLookedForAmongShippedOnes() throws IOException {
        String study = write("study.yaml", "format: 1\nstudy: tissue\nmodel: tumour-and-t-cell\n");
        assertThatThrownBy(() -> StudyRun.prepare(study, Overrides.NONE))
                .hasMessageContaining("study.yaml:3: model \"tumour-and-t-cell\": there is no such file")
                .hasMessageContaining("did you mean \"tumour-and-t-cells\"?");
    }

    @Test
    void aStoppedRunGoesOnWithTheTablesThatItsModelHad() throws IOException {
        write("models/rules/table.csv", "tumour,damage,increases,apoptosis,0.1,5,4,0\n");
        write("models/cells.csv", "x,y,z,type\n0,0,0,killer\n10,0,0,tumour\n");
        String text = SMALL.substring(0, SMALL.indexOf("rules:"))
                + "rules:\n  - {file: rules/table.csv}\nstart:\n  - {file: cells.csv}\n  - {cells: tumour, count: 9}\n";
        String model = write("models/small.yaml", text);
        String study = write(
                "study.yaml",
                "format: 1\nstudy: tissue\nmodel: models/small.yaml\nduration: 30 min\noutput: {every: 6 min}\n");
        StudyRun.Outcome straight = run(study, Overrides.NONE, "straight", 1);
        RunStopped asked = Stopping.run(StudyRun.prepare(study, Overrides.NONE), folder.resolve("stopped"), 1, 13);
        RunFolder stopped = new RunFolder(asked.folder().orElseThrow());
        assertThat(Manifest.read(stopped).inputs())
                .extracting(input -> input.file())
                .containsExactly("models/small.yaml", "models/rules/table.csv", "models/cells.csv", "study.yaml");
        Files.delete(Path.of(model));
        Files.delete(folder.resolve("models/rules/table.csv"));
        write("models/cells.csv", "x,y,z,type\n");
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(stopped.table("cells_by_type.csv"))
                .hasSameBinaryContentAs(straight.folder().table("cells_by_type.csv"));
    }

    @Test
    void aRunOfStepsThatDifferInLengthWritesDownWhatItIsAskedForAndGoesOnWhereItWasStopped() throws IOException {
        write("small.yaml", SMALL.replace("cells:\n  tumour", "steps: {longest mechanics: 1 min}\ncells:\n  tumour"));
        String study = write("study.yaml", """
                format: 1
                study: tissue
                model: small.yaml
                duration: 60 min
                output: {every: 12 min, frames: 30 min}
                """);
        StudyRun.Outcome straight = run(study, Overrides.NONE, "straight", 1);
        Table cells = Table.read(straight.folder().table("cells_by_type.csv"));
        assertThat(cells.numbers(0)).containsExactly(0, 0, 12, 12, 24, 24, 36, 36, 48, 48, 60, 60);
        assertThat(RunFrames.of(straight.folder())).extracting(Frame::time).containsExactly(0.0, 30.0, 60.0);
        StopSignal stop = new StopSignal();
        List<Double> reached = new ArrayList<>();
        RunStopped asked = catchThrowableOfType(
                RunStopped.class,
                () -> StudyRun.prepare(study, Overrides.NONE)
                        .run(
                                Optional.of(folder.resolve("stopped")),
                                List.of(),
                                1,
                                stop,
                                (_, _, _, _) -> new RunContext.Shown(
                                        time -> {
                                            reached.add(time);
                                            if (time > 13) {
                                                stop.ask();
                                            }
                                        },
                                        () -> {})));
        assertThat(reached).containsExactly(6.0, 12.0, 18.0);
        RunFolder stopped = new RunFolder(asked.folder().orElseThrow());
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(stopped.table("cells_by_type.csv"))
                .hasSameBinaryContentAs(straight.folder().table("cells_by_type.csv"));
        assertThat(stopped.table("substances.csv"))
                .hasSameBinaryContentAs(straight.folder().table("substances.csv"));
    }

    @Test
    void timesBetweenPhenotypeStepsAreRefusedWhereStepsDifferInLength() throws IOException {
        write("small.yaml", SMALL.replace("cells:\n  tumour", "steps: {longest mechanics: 1 min}\ncells:\n  tumour"));
        String study = write("study.yaml", """
                format: 1
                study: tissue
                model: small.yaml
                duration: 61 min
                output:
                  every: 10 min
                  frames: 9 min
                """);
        assertThatThrownBy(() -> StudyRun.prepare(study, Overrides.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("study.yaml:4: duration: 61 min is no whole number of the model's steps of 6 min")
                .hasMessageContaining("study.yaml:6: output.every: 10 min is no whole number")
                .hasMessageContaining("study.yaml:7: output.frames: 9 min is no whole number");
    }

    @Test
    void anExplanationSaysWhatCellsDoAndWhereThatIsFrom() throws IOException {
        String model = write("small.yaml", SMALL);
        assertThat(Explanation.of(model, Overrides.NONE))
                .contains("attack tumour: 1 1/min [An experiment]")
                .contains("decays at 0.1 1/min")
                .contains("A paper that says it all")
                .contains("does not divide")
                .contains("Damage increases it");
    }

    @Test
    void everyShippedModelRuns() {
        for (ShippedTissueModel model : ShippedTissueModel.ALL) {
            Overrides short_ = Overrides.parse(Optional.empty(), Optional.of("6 min"), List.of());
            StudyRun.Outcome outcome = run(model.name(), short_, model.name(), 1);
            assertThat(outcome.manifest().status()).isEqualTo(Manifest.Status.DONE);
            // A study of the same name goes before the model, and is cut short here.
            assertThat(outcome.manifest().notices())
                    .allMatch(notice -> notice.endsWith("is after the end")
                            || notice.contains("before the run ends")
                            || notice.contains("is longer than the run"));
            assertThat(outcome.manifest().method()).containsKey("source");
        }
    }
}
