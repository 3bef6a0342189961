package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model's constraints are watched, and what they say is written down.
final class ConstraintTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aConstraintThatNoLongerHoldsIsAnEventWithItsMessage() throws IOException {
        Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model>
                    <listOfParameters><parameter id="k" value="1" constant="false"/></listOfParameters>
                    <listOfRules>
                      <rateRule variable="k">
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><cn>0.5</cn></math>
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
                """);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: model.xml
                duration: 8
                output: {every: 1}
                """);
        StudyRun prepared = StudyRun.prepare(study.toString(), Overrides.NONE);
        assertThat(prepared.prepared().notices()).noneMatch(notice -> notice.contains("constraint"));
        RunFolder run = RunFolder.createAt(folder.resolve("run"));
        RunContext.Screen screen = (what, total, before, unit) -> new RunContext.Shown(done -> {}, () -> {});
        prepared.prepared().run(new RunContext(run, new RunLog(run, Clock.systemUTC()), 1, new StopSignal(), screen));
        List<String> events = Files.readAllLines(run.table("events.csv"));
        assertThat(events).hasSize(2);
        String[] row = events.get(1).split(",", -1);
        assertThat(Double.parseDouble(row[0])).isCloseTo(2, within(1e-9));
        assertThat(row[1]).isEqualTo("constraint");
        assertThat(row[2]).isEqualTo("k is too large");
    }
}
