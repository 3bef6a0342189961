package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model's constraints are watched, and what they say is written down.
final class ConstraintTest {

    private static final String MODEL = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model>
                <listOfParameters>
                  <parameter id="k" value="1" constant="false"/>
                  <parameter id="in" value="0.5" constant="true"/>
                </listOfParameters>
                <listOfRules>
                  <rateRule variable="k">
                    <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>in</ci></math>
                  </rateRule>
                </listOfRules>
                <listOfConstraints>
                  <constraint>
                    <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><lt/><ci>k</ci><cn>2</cn></apply></math>
                    <message><p xmlns="http://www.w3.org/1999/xhtml">k is too large</p></message>
                  </constraint>
                </listOfConstraints>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudyRun study(String lines) throws IOException {
        Files.writeString(folder.resolve("model.xml"), MODEL);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: model.xml
                duration: 8
                output: {every: 1}
                """ + lines);
        return StudyRun.prepare(study.toString(), Overrides.NONE);
    }

    private List<String> table(StudyRun study, String name) throws IOException {
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        RunContext.Screen screen = (what, total, before, unit) -> new RunContext.Shown(done -> {}, () -> {});
        study.prepared().run(new RunContext(run, new RunLog(run, Clock.systemUTC()), 1, new StopSignal(), screen));
        return Files.readAllLines(run.table(name));
    }

    @Test
    void aConstraintThatNoLongerHoldsIsAnEventWithItsMessage() throws IOException {
        StudyRun study = study("");
        assertThat(study.prepared().notices()).noneMatch(notice -> notice.contains("constraint"));
        List<String> events = table(study, "events.csv");
        assertThat(events).hasSize(2);
        String[] row = events.get(1).split(",", -1);
        assertThat(Double.parseDouble(row[0])).isCloseTo(2, within(1e-9));
        assertThat(row[1]).isEqualTo("constraint");
        assertThat(row[2]).isEqualTo("k is too large");
    }

    @Test
    void aPopulationSaysOfEachPatientWhichDidNotHold() throws IOException {
        List<String> patients = table(
                study("population: {patients: 20, vary: {in: {uniform: [0, 0.25]}}, endpoints: [final k]}\n"),
                "patients.csv");
        assertThat(patients.getFirst()).startsWith("id,in").endsWith(",constraint,failed");
        for (String patient : patients.subList(1, 21)) {
            String[] cells = patient.split(",", -1);
            boolean tooLarge = Double.parseDouble(cells[2]) >= 2;
            assertThat(cells[3]).isEqualTo(tooLarge ? "k is too large" : "");
        }
        assertThat(patients).anyMatch(row -> row.contains("too large")).anyMatch(row -> row.endsWith(",,no"));
    }

    @Test
    void aPopulationWithConstraintsIsRunToItsReport() throws IOException {
        StudyRun.Outcome outcome = study(
                        "population: {patients: 20, vary: {in: {uniform: [0, 0.25]}}, endpoints: [final k, max k]}\n")
                .run(Optional.of(folder.resolve("run")), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE);
        assertThat(outcome.manifest().status()).isEqualTo(Manifest.Status.DONE);
        assertThat(outcome.manifest().notices()).noneMatch(notice -> notice.contains("report"));
        assertThat(Files.readString(outcome.folder().file("report.html")))
                .contains("<h3>final k", "<h3>max k")
                .doesNotContain("<h3>constraint");
    }
}
