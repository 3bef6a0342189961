package org.immunarium.study.sweep;

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
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.SmallTissue;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sweep that has a folder.
final class SweepRunTest {

    private static final Overrides BRIEF = Overrides.parse(Map.of("duration", "12 min"));

    @TempDir
    private Path folder = Path.of("");

    private StudyRun.Outcome run(String study, Overrides overrides, String out, int threads) {
        return StudyRun.prepare(study, overrides)
                .run(
                        Optional.of(folder.resolve(out)),
                        List.of("sweep", study),
                        threads,
                        new StopSignal(),
                        RunContext.Screen.NONE);
    }

    private String project() throws IOException {
        return SmallTissue.in(folder.resolve("project")).toString();
    }

    @Test
    void aRowSaysWhatWasVariedAndWhatCameOut() throws IOException {
        StudyRun.Outcome outcome = run(
                project(),
                BRIEF.withSweep(List.of("killer.migration speed=0:4 µm/min:3", "oxygen.decay=0.1,0.2"), 2),
                "run",
                2);
        Table table = Table.read(outcome.folder().table("sweep.csv"));
        assertThat(table.header())
                .startsWith(
                        "point",
                        "killer.migration speed [µm/min]",
                        "oxygen.decay [1/min]",
                        "replicate",
                        "seed",
                        "final live tumour",
                        "final live killer",
                        "final dead tumour")
                .endsWith("max live killer", "failed");
        assertThat(table.rows()).hasSize(12);
        assertThat(table.numbers(0)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
        assertThat(table.numbers(1)).containsExactly(0, 0, 0, 0, 2, 2, 2, 2, 4, 4, 4, 4);
        assertThat(table.rows().getFirst()).startsWith("1", "0", "0.1", "1", "17");
        Manifest manifest = outcome.manifest();
        assertThat(manifest.study()).isEqualTo("sweep");
        assertThat(manifest.method())
                .containsEntry("sweep", "killer.migration speed: 0, 2, 4 µm/min; oxygen.decay: 0.1, 0.2 1/min")
                .containsEntry("sweep runs", "6 points x 2 replicates")
                .doesNotContainKey("frames");
        assertThat(manifest.parameters().stream().map(Manifest.Setting::name))
                .contains("oxygen.diffusion")
                .doesNotContain("oxygen.decay", "killer.migration speed");
        assertThat(outcome.folder().file("report.html")).content().contains("max live", "killer.migration speed");
    }

    @Test
    void aSweepThatWasStoppedEndsWithTheSameBytesOnAnyNumberOfThreads() throws IOException {
        Overrides sweep = BRIEF.withSweep(List.of("killer.migration speed=0:4 µm/min:3"), 3);
        RunFolder straight = run(project(), sweep, "straight", 1).folder();
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        RunStopped asked = Stopping.run(StudyRun.prepare(project(), sweep), stopped.path(), 3, 3.5);
        assertThat(asked).hasMessageMatching("stopped after [1-8] of 9 runs");
        // The original is no longer needed.
        Files.delete(folder.resolve("project").resolve("config/PhysiCell_settings.xml"));
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(stopped.table("sweep.csv")).hasSameBinaryContentAs(straight.table("sweep.csv"));
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.DONE);
        assertThat(stopped.file("checkpoint")).doesNotExist();
    }

    @Test
    void aSweepWhoseStudyWasChangedIsNotGoneOnWith() throws IOException {
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        StopSignal stop = new StopSignal();
        stop.ask();
        assertThatThrownBy(() -> StudyRun.prepare("kuznetsov1994", Overrides.NONE.withSweep(List.of("s=1,2"), 1))
                        .run(Optional.of(stopped.path()), List.of(), 1, stop, RunContext.Screen.NONE))
                .isInstanceOf(RunStopped.class)
                .hasMessage("stopped after 0 of 2 runs");
        Files.writeString(stopped.file("study.yaml"), "format: 1\nstudy: patient\nmodel: kirschner1998\n");
        assertThatThrownBy(() -> StudyRun.resume(stopped, 1, new StopSignal(), RunContext.Screen.NONE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was changed since the run began");
    }

    @Test
    void variantsOfAPatientStandInTheirOrder() {
        RunFolder run = run("one-tumour-four-treatments", BRIEF.withSweep(List.of("a=0.3:0.5:2"), 1), "run", 2)
                .folder();
        Table table = Table.read(run.table("sweep.csv"));
        assertThat(table.rows()).hasSize(8);
        int variant = table.column("variant");
        assertThat(table.rows().stream().limit(4).map(row -> row.get(variant)))
                .containsExactly("no-treatment", "chemotherapy", "t-cells-and-il-2", "both");
        assertThat(table.header().get(variant + 1)).startsWith("final T");
        assertThat(run.file("report.html")).content().contains("T cells and IL-2");
        assertThatThrownBy(() -> RunExport.write(run, Format.SBML, Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a run of a sweep cannot be written as sbml; it can be as parquet");
    }

    @Test
    void filesMayChangeOnceASweepHasBegun() throws IOException {
        Path doses = Files.writeString(folder.resolve("doses.csv"), "TIME,AMT [mg/L],CMT\n1,1,chemotherapy\n");
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: depillis2006-patient9
                duration: 5 d
                therapy: [{events: doses.csv}]
                set: {a: 0.4}
                """);
        Overrides sweep = Overrides.NONE.withSweep(List.of("a=0.3,0.5"), 1);
        RunFolder straight = run(study.toString(), sweep, "straight", 1).folder();
        StudyRun prepared = StudyRun.prepare(study.toString(), sweep);
        Files.writeString(doses, "TIME,AMT [mg/L],CMT\n1,5,chemotherapy\n");
        RunFolder changed = prepared.run(
                        Optional.of(folder.resolve("changed")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE)
                .folder();
        assertThat(changed.table("sweep.csv")).hasSameBinaryContentAs(straight.table("sweep.csv"));
    }

    @Test
    void whatAVariantSetsForItselfIsTold() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                compare:
                  - {title: one, set: {a: 0.2}}
                  - {title: other}
                """);
        assertThat(StudyRun.prepare(study.toString(), Overrides.NONE.withSweep(List.of("a=0.1,0.3", "s=1,2"), 1))
                        .prepared()
                        .notices())
                .containsOnlyOnce(
                        "--vary a: a variant of the study sets this for itself, so in that one nothing varies");
    }

    @Test
    void aVariedValueIsTheSameByEachOfItsNames() throws IOException {
        SmallTissue.in(folder.resolve("project"));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: tissue
                model: project
                duration: 6 min
                compare:
                  - {title: one, set: {killer.phagocytose tumour: 0.2 1/min}}
                  - {title: other}
                """);
        Overrides varied = Overrides.NONE.withSweep(List.of("killer.phagocytosis of tumour=0.1,0.3"), 1);
        assertThat(StudyRun.prepare(study.toString(), varied).prepared().notices())
                .containsOnlyOnce("--vary killer.phagocytosis of tumour: a variant of the study sets this for itself,"
                        + " so in that one nothing varies");
        assertThat(StudyRun.prepare(study.toString(), varied).prepared().method())
                .containsEntry("sweep", "killer.phagocytosis of tumour: 0.1, 0.3 1/min");
        assertThatThrownBy(() -> StudyRun.prepare(
                        study.toString(),
                        Overrides.NONE.withSweep(
                                List.of("killer.phagocytosis of tumour=0.1,0.3", "killer.phagocytose tumour=1,2"), 1)))
                .hasMessageContaining("is the same value as \"killer.phagocytosis of tumour\"");
    }

    @Test
    void aRunWhoseNumbersFailIsARowThatSaysSo() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: explodes.xml
                duration: 100
                """);
        Files.writeString(folder.resolve("explodes.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
                  <model id="explodes">
                    <listOfParameters>
                      <parameter id="x" value="1" constant="false"/>
                      <parameter id="k" value="0.001" constant="true"/>
                    </listOfParameters>
                    <listOfRules>
                      <rateRule variable="x">
                        <math xmlns="http://www.w3.org/1998/Math/MathML">
                          <apply><times/><ci>k</ci><ci>x</ci><ci>x</ci></apply>
                        </math>
                      </rateRule>
                    </listOfRules>
                  </model>
                </sbml>
                """);
        StudyRun.Outcome outcome = run(study.toString(), Overrides.NONE.withSweep(List.of("k=0.001,1"), 1), "run", 1);
        Table table = Table.read(outcome.folder().table("sweep.csv"));
        assertThat(table.rows().get(0)).endsWith("no");
        assertThat(table.rows().get(1).get(table.column("final x"))).isEqualTo("NaN");
        assertThat(table.rows().get(1).getLast()).contains("x");
        assertThat(outcome.findings().getLast()).startsWith("1 of 2 runs failed");
    }

    @Test
    void noVariantIsLeftOutHoweverManyThereAre() throws IOException {
        StringBuilder text = new StringBuilder("format: 1\nstudy: patient\nmodel: kuznetsov1994\nduration: 2 d\n");
        text.append("compare:\n");
        for (int i = 1; i <= 10; i++) {
            text.append("  - {title: Arm ")
                    .append(i)
                    .append(", set: {a: ")
                    .append(0.1 * i)
                    .append("}}\n");
        }
        Path study = Files.writeString(folder.resolve("study.yaml"), text);
        StudyRun.Outcome outcome = run(study.toString(), Overrides.NONE.withSweep(List.of("s=1e4,2e4"), 1), "run", 1);
        assertThat(outcome.findings()).contains("and 6 more variants, in the report");
        assertThat(outcome.folder().file("report.html"))
                .content()
                .contains(", variants 1 to 8 of 10", ", variants 9 to 10 of 10", "<li>", "Arm 9</li>", "Arm 10</li>");
    }

    @Test
    void everyPointIsJudgedBeforeAnythingRuns() throws IOException {
        assertThatThrownBy(() -> StudyRun.prepare(
                        project(),
                        BRIEF.withSweep(
                                List.of("killer.migration speed=-2:2:5", "oxygen.decy=1,2", "oxygen.decay=1,2 kg"), 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--vary killer.migration speed: set.killer.migration speed: ")
                .hasMessageContaining("-2")
                .hasMessageContaining("-1")
                .hasMessageContaining("did you mean \"oxygen.decay\"?")
                .hasMessageContaining("--vary oxygen.decay: set.oxygen.decay: ");
        assertThatThrownBy(() -> StudyRun.prepare(
                        "one-tumour-four-treatments", Overrides.NONE.withSweep(List.of("a=1:2:50000"), 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--vary: 50000 x 1 replicate x 4 variants are 2e5 runs; at most 1e5 were expected");
    }

    @Test
    void whatIsWrongWithAllPointsIsToldOnceAndOfTooManyPointsOneIsLookedAt() {
        assertThatThrownBy(() -> StudyRun.prepare(
                        "one-tumour-four-treatments",
                        Overrides.NONE.withSweep(List.of("nothing=1:2:5000", "a=1:2:5000", "b=1:2:5000"), 1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.problems()).hasSize(2));
    }
}
