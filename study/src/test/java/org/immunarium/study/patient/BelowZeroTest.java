package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Patients with less than nothing: refused where that has no meaning, told where it seldom has one.
final class BelowZeroTest {

    private static final String MODEL = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model>
                <listOfCompartments>
                  <compartment id="body" size="3" constant="true"/>
                  <compartment id="place" size="3" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="S" compartment="body" initialConcentration="9" hasOnlySubstanceUnits="false"
                    boundaryCondition="false" constant="false"/>
                  <species id="N" compartment="place" initialAmount="9" hasOnlySubstanceUnits="true"
                    boundaryCondition="true" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="1" constant="true"/>
                  <parameter id="shift" value="0" constant="true"/>
                </listOfParameters>
                <listOfRules>
                  <rateRule variable="N">
                    <math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><plus/><ci>S</ci><ci>k</ci><ci>shift</ci></apply>
                    </math>
                  </rateRule>
                </listOfRules>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCompartmentsSizeIsNotSetBelowZero() throws IOException {
        for (String set : List.of("body: -1", "place: -1", "body: 0")) {
            String value = set.substring(set.indexOf(' ') + 1);
            assertThatThrownBy(() -> notices("set: {" + set + "}\n"))
                    .hasMessageContaining("study.yaml:5: set.")
                    .hasMessageContaining("the size of a compartment was expected, above 0; found " + value);
        }
    }

    @Test
    void aCompartmentThatHoldsAmountsOnlyMayBeEmpty() throws IOException {
        assertThat(notices("set: {place: 0}\n")).isEmpty();
    }

    @Test
    void aCompartmentsSizeIsNotDrawnBelowZero() {
        assertThatThrownBy(() -> varied("body: {normal: 2}"))
                .hasMessageContaining(
                        "study.yaml:5: population.vary.body: in 6.6807 % of patients this compartment would"
                                + " have a size below zero; add min: 0, or use log-normal");
        assertThatThrownBy(() -> varied("body: {uniform: [-1, 1]}")).hasMessageContaining("in 50 % of patients");
    }

    @Test
    void amountsAndParametersThatMayBeDrawnBelowZeroAreTold() throws IOException {
        assertThat(varied("S: {normal: 9}")).singleElement().asString().contains("study.yaml:5: ", "start below zero");
        assertThat(varied("k: {normal: 1}"))
                .singleElement()
                .asString()
                .contains(
                        "population.vary.k: 15.8655 % of patients have a value below zero, and the middle is above it");
    }

    @Test
    void whatIsCutOffOrFarFromZeroOrAroundItIsNot() throws IOException {
        assertThat(varied("S: {normal: 9, min: 0}, body: {log-normal: 1}, k: {normal: 0.1}, shift: {normal: 1}"))
                .isEmpty();
    }

    @Test
    void aRateOfAPatientOfOurOwnMakingIsNotSetBelowZero() throws IOException {
        assertThatThrownBy(() -> prepared("melanoma", "set: {k_C1_growth: -1}"))
                .hasMessageContaining("study.yaml:5: set.k_C1_growth: a rate, a concentration or the like was expected")
                .hasMessageContaining("found -1");
        assertThatThrownBy(() -> prepared("b-cell-lymphoma", "set: {CL_mosunetuzumab: -1 L/d}"))
                .hasMessageContaining("found -1 L/d");
        assertThat(prepared("side-effects", "set: {w_both_gut: -0.2}")).isEmpty();
        prepared("wang2020", "set: {k_C1_growth: -1}");
    }

    @Test
    void aRateOfAPatientOfOurOwnMakingIsNotDrawnBelowZero() throws IOException {
        assertThatThrownBy(() -> prepared(
                        "melanoma", "population: {patients: 3, vary: {k_C1_growth: {uniform: [-0.01, 0.01]}}}"))
                .hasMessageContaining("study.yaml:5: population.vary.k_C1_growth: 50 % of patients have a value below"
                        + " zero, where a rate, a concentration or the like was expected");
        assertThat(prepared("melanoma", "population: {patients: 3, vary: {k_C1_growth: {uniform: [0.01, 0.02]}}}"))
                .isEmpty();
    }

    @Test
    void theMiddleIsSaidToBeAboveZeroOnlyWhereItIs() throws IOException {
        assertThat(varied("k: {uniform: [-2, -1]}"))
                .singleElement()
                .asString()
                .contains("100 % of patients have a value below zero, and the value that it has else is above it");
    }

    private List<String> prepared(String model, String rest) throws IOException {
        String text = "format: 1\nstudy: patient\nmodel: " + model + "\nduration: 1 d\n" + rest + "\n";
        Path file = Files.writeString(folder.resolve("study.yaml"), text);
        return StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices();
    }

    private List<String> varied(String vary) throws IOException {
        return notices("population: {patients: 2, vary: {" + vary + "}, endpoints: [final N]}\n");
    }

    private List<String> notices(String rest) throws IOException {
        Files.writeString(folder.resolve("model.xml"), MODEL);
        String text = "format: 1\nstudy: patient\nmodel: model.xml\nduration: 1\n" + rest;
        Path file = Files.writeString(folder.resolve("study.yaml"), text);
        return StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices();
    }
}
