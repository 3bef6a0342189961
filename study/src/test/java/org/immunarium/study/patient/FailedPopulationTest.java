package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.RunFailed;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A population of which nobody is left has no result.
final class FailedPopulationTest {

    /// T' = k T², which has no end for k above 0: T is infinite at 1 / (9 k).
    private static final String MODEL = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model timeUnits="second" substanceUnits="item">
                <listOfCompartments><compartment id="body" size="1" constant="true"/></listOfCompartments>
                <listOfSpecies>
                  <species id="T" compartment="body" initialAmount="9" hasOnlySubstanceUnits="true"
                    boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters><parameter id="k" value="1" constant="true"/></listOfParameters>
                <listOfRules>
                  <rateRule variable="T">
                    <math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><times/><ci>k</ci><ci>T</ci><ci>T</ci></apply>
                    </math>
                  </rateRule>
                </listOfRules>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path run(String vary) throws IOException {
        Files.writeString(folder.resolve("model.xml"), MODEL);
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: patient\nmodel: model.xml\nduration: 1\npopulation: {patients: 20, vary: {k: {"
                        + vary + "}}, endpoints: [final T]}\n");
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return out;
    }

    @Test
    void whereEveryPatientFailsTheRunFailsAndSaysWhy() {
        RunFailed failed = catchThrowableOfType(RunFailed.class, () -> run("uniform: [1, 2]"));
        assertThat(failed)
                .hasMessageMatching("(?s)at time 0\\.\\d+.*so failed the first patient, and all others of 20"
                        + " failed: nothing was found, and tables/patients.csv says when and why");
        Table patients = Table.read(new RunFolder(failed.folder()).table("patients.csv"));
        assertThat(patients.rows()).hasSize(20);
    }

    @Test
    void whereSomeDoNotItIsDone() throws IOException {
        Path out = run("uniform: [0.01, 0.2]");
        assertThat(Table.read(new RunFolder(out).table("patients.csv")).rows())
                .anyMatch(row -> row.getLast().equals("no"))
                .anyMatch(row -> !row.getLast().equals("no"));
    }
}
