package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a study says that has no effect on its run is told, and does not stop it.
final class NoEffectNoticesTest {

    private static final String MODEL = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model name="two tumours" timeUnits="second" substanceUnits="item" extentUnits="item">
                <listOfCompartments><compartment id="body" size="1" constant="true"/></listOfCompartments>
                <listOfSpecies>
                  <species id="T" compartment="body" initialAmount="9" hasOnlySubstanceUnits="true"
                    boundaryCondition="false" constant="false"/>
                  <species id="still" compartment="body" initialAmount="9" hasOnlySubstanceUnits="true"
                    boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="1e-7" constant="true"/>
                  <parameter id="idle" value="1" constant="true"/>
                  <parameter id="twice" constant="false"/>
                </listOfParameters>
                <listOfRules>
                  <rateRule variable="T">
                    <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci>k</ci><ci>T</ci></apply></math>
                  </rateRule>
                  <assignmentRule variable="twice">
                    <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci>k</ci><cn>2</cn></apply></math>
                  </assignmentRule>
                </listOfRules>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachIsToldAtItsLineOnTheConsoleInTheManifestAndInTheReport() throws IOException {
        Path file = study("""
                format: 1
                study: patient
                model: model.xml
                duration: 20 d
                output:
                  every: 30 d
                set:
                  idle: 3
                therapy:
                  - drug 5 cells q10d x 9
                  - drug 5 cells from 77 d
                  - drug 5 cells q10d
                  - {events: doses.csv}
                targets:
                  drug: {into: T}
                  drugs: {into: T}
                population:
                  patients: 2
                  vary:
                    k: {log-normal: 0.1}
                    idle: {log-normal: 0.1}
                  endpoints:
                    - final T
                    - final k
                    - final twice
                    - max still
                """);
        Files.writeString(folder.resolve("doses.csv"), "TIME,AMT [cells],CMT\n0,1,drug\n25,1,drug\n");
        StudyRun run = StudyRun.prepare(file.toString(), Overrides.NONE);
        List<String> notices = run.prepared().notices();
        assertThat(notices)
                .satisfiesOnlyOnce(told(6, "output.every: 30 d is longer than the run of 20 d"))
                .satisfiesOnlyOnce(told(8, "set.idle: nothing in the model uses it"))
                .satisfiesOnlyOnce(told(10, "only 2 of its 9 doses start before the run ends"))
                .satisfiesOnlyOnce(told(11, "none of its doses starts before the run ends"))
                .satisfiesOnlyOnce(told(13, "\"doses.csv\": only 1 of its 2 doses"))
                .satisfiesOnlyOnce(told(16, "targets.drugs: \"drugs\" is never given, so this target is not used, did"))
                .satisfiesOnlyOnce(told(21, "population.vary.idle: nothing in the model uses it"))
                .satisfiesOnlyOnce(told(24, "k never changes"))
                .satisfiesOnlyOnce(told(25, "twice never changes"))
                .satisfiesOnlyOnce(told(26, "still never changes"))
                .hasSize(10);
        Path out = folder.resolve("run");
        Manifest manifest = run.run(Optional.of(out), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE)
                .manifest();
        assertThat(manifest.notices()).containsAll(notices);
        assertThat(Files.readString(out.resolve("report.html"))).contains("set.idle: nothing in the model uses it");
    }

    @Test
    void whatIsDosedOrSetByAnEventIsNoConstant() throws IOException {
        Path file = study("""
                format: 1
                study: patient
                model: model.xml
                duration: 20 d
                therapy: [drug 5 cells q10d]
                targets: {drug: {into: still}}
                population:
                  patients: 2
                  vary: {k: {log-normal: 0.1}}
                  endpoints: [max still]
                """);
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .isEmpty();
    }

    @Test
    void aTherapyBesideVariantsThatHaveTheirOwnIsTold() throws IOException {
        Path file = study("""
                format: 1
                study: patient
                model: model.xml
                duration: 20 d
                therapy: [drug 5 cells]
                targets: {drug: {into: T}}
                compare:
                  - {title: one}
                  - {title: two}
                """);
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .satisfiesExactly(told(5, "therapy: is given to nobody"));
    }

    @Test
    void aPopulationInWhichNothingVariesIsTold() throws IOException {
        for (String vary : List.of("", "  vary: {}\n")) {
            Path file = study(
                    "format: 1\nstudy: patient\nmodel: model.xml\nduration: 20 d\npopulation:\n  patients: 2\n" + vary);
            assertThat(StudyRun.prepare(file.toString(), Overrides.NONE)
                            .prepared()
                            .notices())
                    .satisfiesExactly(told(6, "population.vary: nothing varies, so all patients are the same"));
        }
    }

    @Test
    void aTherapyUntilAProgressionThatNobodyJudgesIsTold() throws IOException {
        Path file = study("""
                format: 1
                study: patient
                model: model.xml
                duration: 20 d
                therapy: [drug 5 cells q10d until progression]
                targets: {drug: {into: T}}
                """);
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .satisfiesExactly(
                        told(5, "nobody judges progression in a study of one patient, and doses go on to the end"));
    }

    @Test
    void shippedStudiesSayNothingInVain() {
        for (ShippedStudy study : ShippedStudy.ALL) {
            // That a drug of a real trial has no side effects here is worth telling, and that a patient of another
            // stage
            // lacks what a population varies.
            assertThat(StudyRun.prepare(study.name(), Overrides.NONE).prepared().notices().stream()
                            .filter(notice -> !notice.startsWith("side effects: ")
                                    && !notice.contains("population.from: not in this patient")))
                    .as(study.name())
                    .isEmpty();
        }
    }

    private Path study(String text) throws IOException {
        Files.writeString(folder.resolve("model.xml"), MODEL);
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private static java.util.function.Consumer<String> told(int line, String words) {
        return notice -> assertThat(notice).contains("study.yaml:" + line + ": ", words);
    }
}
