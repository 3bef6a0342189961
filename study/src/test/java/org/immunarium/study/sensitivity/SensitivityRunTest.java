package org.immunarium.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.sensitivity.plan.SensitivityPlan.Asked;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An analysis of sensitivity that has a folder.
final class SensitivityRunTest {

    @TempDir
    private Path folder = Path.of("");

    private static Overrides asked(String method, int samples, List<String> of, String... vary) {
        return Overrides.NONE.withSensitivity(
                new Asked(List.of(vary), method, Optional.of(samples), of, Optional.empty()));
    }

    private StudyRun.Outcome run(String study, Overrides overrides, String out, int threads) {
        return StudyRun.prepare(study, overrides)
                .run(
                        Optional.of(folder.resolve(out)),
                        List.of("sensitivity", study),
                        threads,
                        new StopSignal(),
                        RunContext.Screen.NONE);
    }

    /// x falls from x0 at a rate of k; nothing asks for idle. At the end of 1 it is x0 e^-k.
    private String decay() throws IOException {
        Files.writeString(folder.resolve("decay.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
                  <model id="decay">
                    <listOfParameters>
                      <parameter id="x" value="2" constant="false"/>
                      <parameter id="k" value="1" constant="true"/>
                      <parameter id="idle" value="1" constant="true"/>
                    </listOfParameters>
                    <listOfRules>
                      <rateRule variable="x">
                        <math xmlns="http://www.w3.org/1998/Math/MathML">
                          <apply><minus/><apply><times/><ci>k</ci><ci>x</ci></apply></apply>
                        </math>
                      </rateRule>
                    </listOfRules>
                  </model>
                </sbml>
                """);
        return Files.writeString(folder.resolve("decay.yaml"), """
                format: 1
                study: patient
                model: decay.xml
                duration: 1
                """).toString();
    }

    private static double index(Table table, String parameter, String measure, String index) {
        return table.rows().stream()
                .filter(row -> row.subList(0, 3).equals(List.of(parameter, measure, index)))
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsARunAndItsValuesAreThoseOfTheFormula() throws IOException {
        StudyRun.Outcome outcome = run(
                decay(), asked("prcc", 60, List.of("x", "x at 0.237"), "k=0.5:2", "x=1:10:log", "idle=0:1"), "run", 2);
        Table samples = Table.read(outcome.folder().table("samples.csv"));
        assertThat(samples.header()).containsExactly("sample", "k", "x", "idle", "final x", "x at 0.237", "failed");
        assertThat(samples.rows()).hasSize(60);
        for (List<String> row : samples.rows()) {
            double k = Double.parseDouble(row.get(1));
            double x = Double.parseDouble(row.get(2));
            assertThat(k).isBetween(0.5, 2.0);
            assertThat(x).isBetween(1.0, 10.0);
            assertThat(Double.parseDouble(row.get(4))).isCloseTo(x * Math.exp(-k), within(1e-4));
            assertThat(Double.parseDouble(row.get(5))).isCloseTo(x * Math.exp(-0.237 * k), within(1e-4));
        }
        Table table = Table.read(outcome.folder().table("sensitivity.csv"));
        assertThat(table.header()).containsExactly("parameter", "measure", "index", "value", "low", "high");
        assertThat(index(table, "x", "final x", "prcc")).isGreaterThan(0.9);
        assertThat(index(table, "k", "final x", "prcc")).isLessThan(-0.8);
        assertThat(index(table, "idle", "final x", "prcc")).isBetween(-0.4, 0.4);
        Manifest manifest = outcome.manifest();
        assertThat(manifest.study()).isEqualTo("sensitivity");
        assertThat(manifest.title()).startsWith("Sensitivity: ");
        assertThat(manifest.method())
                .containsEntry("measured", "final x; x at 0.237")
                .containsEntry(
                        "varied", "k uniform from 0.5 to 2; x log-uniform from 1 to 10; idle uniform from 0 to 1")
                .doesNotContainKey("patients");
        assertThat(manifest.parameters().stream().map(Manifest.Setting::name)).doesNotContain("k");
        assertThat(manifest.notices()).anyMatch(notice -> notice.contains("idle: nothing in the model uses it"));
        assertThat(outcome.folder().file("report.html")).content().contains("By prcc the strongest: x, ");
        assertThat(outcome.findings().getFirst()).startsWith("final x   prcc x 0.9");
    }

    /// Of ln x(1) = ln x0 - k the variances are known; here of x0 alone, at a fixed k, and of nothing else.
    @Test
    void sharesOfTheVarianceAndEffectsAreThoseOfTheFormula() throws IOException {
        Table shares = Table.read(run(decay(), asked("sobol", 256, List.of("x"), "x=1:3", "idle=0:1"), "sobol", 2)
                .folder()
                .table("sensitivity.csv"));
        assertThat(index(shares, "x", "final x", "total")).isCloseTo(1, within(0.01));
        assertThat(index(shares, "x", "final x", "first")).isCloseTo(1, within(0.01));
        assertThat(index(shares, "idle", "final x", "total")).isZero();
        Table effects = Table.read(run(decay(), asked("morris", 10, List.of("x"), "x=1:3", "idle=0:1"), "morris", 2)
                .folder()
                .table("sensitivity.csv"));
        assertThat(index(effects, "x", "final x", "mu*")).isCloseTo(2 * Math.exp(-1), within(1e-4));
        assertThat(index(effects, "x", "final x", "sigma")).isCloseTo(0, within(1e-4));
        assertThat(index(effects, "idle", "final x", "mu*")).isZero();
    }

    @Test
    void anAnalysisThatWasStoppedEndsWithTheSameBytesOnAnyNumberOfThreads() {
        Overrides sobol = asked("sobol", 128, List.of("T", "max E"), "a=0.1:0.3", "s=5000:30000");
        RunFolder straight = run("kuznetsov1994", sobol, "straight", 1).folder();
        RunFolder stopped = new RunFolder(folder.resolve("stopped"));
        RunStopped asked = Stopping.run(StudyRun.prepare("kuznetsov1994", sobol), stopped.path(), 2, 100);
        assertThat(asked).hasMessageMatching("stopped after [0-9]+ of 512 samples");
        assertThatThrownBy(() -> StudyRun.report(stopped))
                .hasMessageContaining("is not complete (stopped)")
                .hasMessageContaining("immunarium resume");
        StudyRun.resume(stopped, 2, new StopSignal(), RunContext.Screen.NONE);
        assertThat(stopped.table("samples.csv")).hasSameBinaryContentAs(straight.table("samples.csv"));
        assertThat(stopped.table("sensitivity.csv")).hasSameBinaryContentAs(straight.table("sensitivity.csv"));
        assertThat(Manifest.read(stopped).status()).isEqualTo(Manifest.Status.DONE);
        assertThat(stopped.file("checkpoint")).doesNotExist();
    }

    @Test
    void theTumourAtTheEndIsMeasuredUnlessAnotherIsNamed() throws IOException {
        assertThat(StudyRun.prepare("kuznetsov1994", asked("morris", 3, List.of(), "a=0.1:0.3"))
                        .prepared()
                        .method())
                .containsEntry("measured", "final T [cells]");
        assertThatThrownBy(() -> StudyRun.prepare(decay(), asked("morris", 3, List.of(), "k=1:2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--of: the model does not say what its tumour is; --of with a name was expected, as in"
                        + " --of \"max x\"");
    }

    @Test
    void aPopulationSaysWhatVariesAndWhatIsMeasured() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                population:
                  patients: 10
                  vary:
                    a: {log-normal: 0.2}
                    s: {log-uniform: [5000, 30000]}
                  endpoints: [max E, T at 30 d]
                """);
        Overrides more = asked("morris", 2, List.of(), "g=1e7:3e7");
        assertThat(StudyRun.prepare(study.toString(), more).prepared().method())
                .containsEntry("measured", "max E [cells]; T at 30 d [cells]")
                .containsEntry(
                        "varied",
                        "a log-normal, standard deviation of the logarithm 0.2; s log-uniform from 5000 to 30000;"
                                + " g uniform from 1e7 to 3e7")
                .containsEntry("sensitivity", "Morris's elementary effects: 2 trajectories of 3 parameters, 8 runs");
        Table patients = Table.read(
                run(study.toString(), Overrides.NONE, "population", 1).folder().table("patients.csv"));
        assertThat(patients.header()).contains("s [cells/d]", "T at 30 d [cells]");
    }

    @Test
    void oneOfTheVariantsIsJudged() {
        String study = "one-tumour-four-treatments";
        assertThatThrownBy(() -> StudyRun.prepare(study, asked("prcc", 10, List.of(), "a=0.3:0.5")))
                .hasMessageStartingWith("--variant: the study compares variants; one of no-treatment, ");
        Overrides one = Overrides.NONE.withSensitivity(
                new Asked(List.of("a=0.3:0.5"), "prcc", Optional.of(10), List.of(), Optional.of("chemotherapy")));
        assertThat(StudyRun.prepare(study, one).prepared().method().get("therapy"))
                .contains("chemotherapy");
        assertThat(StudyRun.prepare(study, one).prepared().title()).endsWith(": Chemotherapy");
    }

    @Test
    void allThatIsWrongIsToldAtOnceBeforeAnythingRuns() {
        assertThatThrownBy(() -> StudyRun.prepare(
                        "kuznetsov1994",
                        asked("prcc", 2, List.of("TT", "T at 1e6 d", "mean T"), "q=1:2", "d=1 kg:2 kg", "a=0.1:0.2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--samples: 2: at least 6 were expected of prcc with 3 parameters")
                .hasMessageContaining("--vary q: vary: the model has no \"q\"")
                .hasMessageContaining("--vary d: vary.d.uniform: ")
                .hasMessageContaining("--of: of: the model has no \"TT\"")
                .hasMessageContaining("--of: of: \"mean T\": one of initial, final, ")
                .hasMessageContaining("\"T at 1e6 d\" is after the end");
        assertThatThrownBy(() -> StudyRun.prepare("kuznetsov1994", asked("sobol", 10_000_000, List.of(), "a=1:2")))
                .hasMessage("--samples: 10000000 are 3e7 runs; at most 1e7 were expected");
        assertThatThrownBy(() -> StudyRun.prepare("kuznetsov1994", asked("prcc", 20, List.of())))
                .hasMessageStartingWith("--vary: nothing is varied");
        assertThatThrownBy(() -> StudyRun.prepare("pd-1-block", asked("prcc", 20, List.of(), "a=1:2")))
                .hasMessageContaining("an analysis of sensitivity is of a study of a patient");
    }

    @Test
    void aStudyOfChanceIsRefusedAtItsLine() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: patient\nmodel: kuznetsov1994\nmethod: stochastic\nreplicates: 3\n");
        assertThatThrownBy(() -> StudyRun.prepare(study.toString(), asked("prcc", 20, List.of(), "a=0.1:0.2")))
                .hasMessageContaining("study.yaml:4: method: stochastic: an analysis of sensitivity needs");
    }

    @Test
    void samplesThatFailAreLeftOutAndTold() throws IOException {
        Path study = Files.writeString(folder.resolve("explodes.yaml"), """
                format: 1
                study: patient
                model: decay.xml
                duration: 1
                """);
        decay();
        // k x grows without bound where k is far below zero.
        StudyRun.Outcome outcome =
                run(study.toString(), asked("prcc", 40, List.of("x"), "k=-2000:10", "x=1:2"), "run", 2);
        assertThat(outcome.findings().getLast())
                .matches("[0-9]+ of 40 samples failed and were left out; samples.csv says when and why");
        Table samples = Table.read(outcome.folder().table("samples.csv"));
        assertThat(samples.rows()).anyMatch(row -> row.getLast().contains("x"));
    }

    @Test
    void theSeedDecides() throws IOException {
        Overrides one = asked("prcc", 10, List.of("x"), "k=1:2");
        Overrides other = Overrides.parse(Map.of("seed", "7"))
                .withSensitivity(new Asked(List.of("k=1:2"), "prcc", Optional.of(10), List.of("x"), Optional.empty()));
        String study = decay();
        Path first = run(study, one, "first", 1).folder().table("samples.csv");
        assertThat(run(study, one, "again", 2).folder().table("samples.csv")).hasSameBinaryContentAs(first);
        assertThat(Files.readString(run(study, other, "other", 1).folder().table("samples.csv")))
                .isNotEqualTo(Files.readString(first));
    }
}
