package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.RunFailed;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run says at its end, and the names and units in its tables.
final class WhatARunTellsTest {

    /// A model with ids of a tool's making, a constant first, and a tumour last.
    private static final String OPAQUE = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model name="a tumour" timeUnits="second" substanceUnits="item" extentUnits="item">
                <listOfCompartments>
                  <compartment id="mw00000001" name="Body" size="1" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  %s
                </listOfSpecies>
                <listOfRules>
                  %s
                </listOfRules>
                <listOfEvents>
                  <event id="mw00000009" useValuesFromTriggerTime="true">
                    <trigger initialValue="true" persistent="true"><math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><geq/><csymbol encoding="text"
                        definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol><cn>5</cn></apply>
                    </math></trigger>
                    <listOfEventAssignments><eventAssignment variable="mw00000003">
                      <math xmlns="http://www.w3.org/1998/Math/MathML"><cn>7</cn></math>
                    </eventAssignment></listOfEventAssignments>
                  </event>
                </listOfEvents>
              </model>
            </sbml>
            """.formatted(
            species("mw00000002", "Still") + species("mw00000003", "Helper") + species("mw00000004", "Tumor cells"),
            "%s");

    private static String species(String id, String name) {
        return "<species id=\"" + id + "\" name=\"" + name + "\" compartment=\"mw00000001\" initialAmount=\"2\""
                + " hasOnlySubstanceUnits=\"true\" boundaryCondition=\"false\" constant=\"false\"/>";
    }

    private static String tumourRate(String math) {
        return "<rateRule variable=\"mw00000004\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + math
                + "</math></rateRule>";
    }

    private static final String GROWTH =
            OPAQUE.formatted(tumourRate("<apply><times/><cn>0.1</cn><ci>mw00000004</ci></apply>"));

    /// It is infinite at a time of 10 over its start.
    private static final String BLOW_UP =
            OPAQUE.formatted(tumourRate("<apply><times/><cn>0.1</cn><ci>mw00000004</ci><ci>mw00000004</ci></apply>"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTumourComesFirstAndConstantsDoNotCome() throws IOException {
        assertThat(run(GROWTH, "duration: 10\n").findings())
                .containsExactly("Body.Tumor cells   2 → 5.44 item", "Body.Helper        2 → 7 item");
    }

    @Test
    void variantsAreComparedByTheTumour() throws IOException {
        assertThat(run(GROWTH, """
                duration: 10
                compare:
                  - title: as it is
                  - title: large
                    set: {Body.Tumor cells: 20}
                """).findings())
                .containsExactly("Body.Tumor cells:", "as it is   2 → 5.44 item", "large      20 → 54.4 item");
    }

    @Test
    void columnsThatTheStudyNamesComeAsNamed() throws IOException {
        assertThat(run(GROWTH, "duration: 10\noutput: {columns: [Helper, Still, Tumor cells]}\n")
                        .findings())
                .containsExactly("Body.Helper        2 → 7 item", "Body.Tumor cells   2 → 5.44 item");
    }

    @Test
    void aPopulationTellsMediansSpreadsAndHowManyFailed() throws IOException {
        StudyRun.Outcome outcome = run(BLOW_UP, """
                duration: 5
                population:
                  patients: 40
                  vary: {Tumor cells: {uniform: [1, 3]}}
                  endpoints: [final Tumor cells, change Helper]
                """);
        assertThat(outcome.findings())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .matches("final Body.Tumor cells \\[item]   median [0-9.]+, 5–95 % from .*"),
                        two -> assertThat(two)
                                .startsWith("change Body.Helper              median 3.5, 5–95 % from 3.5"),
                        three -> assertThat(three).matches("[1-9][0-9] of 40 patients failed; .*"));
        assertThat(Files.readAllLines(outcome.folder().table("patients.csv")).getFirst())
                .isEqualTo("id,Body.Tumor cells [item],final Body.Tumor cells [item],change Body.Helper,failed");
        assertThat(Files.readAllLines(outcome.folder().table("patients.csv")).stream()
                        .skip(1)
                        .filter(row -> !row.endsWith(",no")))
                .isNotEmpty()
                .allMatch(row -> row.matches("\\d+,[0-9.]+,NaN,NaN,\"?at time [0-9.]+ s: \"+Body.Tumor cells\"+: .*"));
        assertThat(Files.readAllLines(outcome.folder().table("summary.csv")).get(1))
                .startsWith("final Body.Tumor cells [item],");
    }

    @Test
    void aChangeFromNothingIsNoNumberAndCountsNeitherAsValueNorAsFailure() throws IOException {
        StudyRun.Outcome outcome = run(GROWTH, """
                duration: 6
                set: {Helper: 0}
                population: {patients: 3, vary: {Tumor cells: {uniform: [1, 3]}}, endpoints: [change Helper]}
                """);
        assertThat(Files.readAllLines(outcome.folder().table("summary.csv")).get(1))
                .startsWith("change Body.Helper,0,0,");
        assertThat(outcome.findings())
                .containsExactly("change Body.Helper   defined of no patient", "of 3 patients none failed");
        assertThat(Files.readString(outcome.folder().path().resolve("report.html")))
                .doesNotContain("NaN");
    }

    @Test
    void endpointsThatNobodyChoseBeginWithTheTumours() throws IOException {
        assertThat(run(GROWTH, "duration: 4\npopulation: {patients: 3}\n").findings())
                .first()
                .asString()
                .startsWith("final Body.Tumor cells [item]   median 2.98");
    }

    @Test
    void eventsAndFailuresAreToldByNamesRatherThanIds() throws IOException {
        StudyRun.Outcome outcome = run(GROWTH, "duration: 10\n");
        assertThat(Files.readAllLines(outcome.folder().table("events.csv")).getLast())
                .isEqualTo("5,event,sets Body.Helper");
        RunFailed failure = catchThrowableOfType(RunFailed.class, () -> run(BLOW_UP, "duration: 10\n"));
        assertThat(failure.numbers().quantity()).isEqualTo("Body.Tumor cells");
        assertThat(failure).hasMessageContaining("\"Body.Tumor cells\": ").hasMessageNotContaining("mw0000");
    }

    @Test
    void numbersThatFailAtTheStartAreToldInTheModelsNamesAndLeaveAReport() {
        String impossible = OPAQUE.formatted("""
                <algebraicRule><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><plus/>
                  <apply><times/><ci>mw00000004</ci><ci>mw00000004</ci></apply><cn>1</cn></apply></math></algebraicRule>
                """);
        RunFailed failure = catchThrowableOfType(RunFailed.class, () -> run(impossible, "duration: 10\n"));
        assertThat(failure).hasMessageContaining("Body.Tumor cells").hasMessageNotContaining("mw0000");
        assertThat(failure.folder().resolve("tables/timecourse.csv")).exists();
        assertThat(failure.folder().resolve("report.html")).exists();
    }

    @Test
    void aRunWithoutATitleIsCalledAsItsModel() throws IOException {
        assertThat(run(GROWTH, "duration: 1\n").manifest().title()).isEqualTo("a tumour");
        String nameless = GROWTH.replace("<model name=\"a tumour\"", "<model id=\"mw00000042\"");
        assertThat(run(nameless, "duration: 1\n").manifest().title()).isEqualTo("model");
        assertThat(StudyRun.prepare("kuznetsov1994", Overrides.NONE).prepared().title())
                .contains("Kuznetsov");
    }

    @Test
    void theSeedIsToldOnce() throws IOException {
        Files.writeString(folder.resolve("cells.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model substanceUnits="item" extentUnits="item">
                    <listOfCompartments><compartment id="c" size="1" constant="true"/></listOfCompartments>
                    <listOfSpecies>
                      <species id="X" compartment="c" initialAmount="5" hasOnlySubstanceUnits="true"
                        boundaryCondition="false" constant="false"/>
                    </listOfSpecies>
                    <listOfReactions>
                      <reaction id="die" reversible="false">
                        <listOfReactants>
                          <speciesReference species="X" stoichiometry="1" constant="true"/>
                        </listOfReactants>
                        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>X</ci></math></kineticLaw>
                      </reaction>
                    </listOfReactions>
                  </model>
                </sbml>
                """);
        StudyRun.Outcome outcome = runStudy("model: cells.xml\nduration: 3\nmethod: stochastic\nseed: 4242\n");
        String report = Files.readString(outcome.folder().file("report.html"));
        String methods = report.substring(report.indexOf("id=\"methods\""), report.indexOf("id=\"sources\""));
        assertThat(methods.split("4242", -1)).hasSize(2);
    }

    private StudyRun.Outcome run(String model, String study) throws IOException {
        Files.writeString(folder.resolve("model.xml"), model);
        return runStudy("model: model.xml\n" + study);
    }

    private StudyRun.Outcome runStudy(String study) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), "format: 1\nstudy: patient\n" + study);
        Path out = Files.createTempDirectory(folder, "run");
        return StudyRun.prepare(file.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE);
    }

    @Test
    void howPatientsDifferIsToldInWords() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: kuznetsov1994
                population:
                  patients: 2
                  vary:
                    a: {log-normal: 0.3}
                    s: {uniform: [1e4, 2e4]}
                """);
        assertThat(StudyRun.prepare(study.toString(), Overrides.NONE).prepared().method())
                .containsEntry(
                        "varied",
                        "a log-normal, standard deviation of the logarithm 0.3; s uniform from 10000 to 20000");
    }

    @Test
    void whatDiffersBetweenVariantsIsToldOfEach() throws IOException {
        StudyRun.Outcome outcome = runStudy("""
                model: kuznetsov1994
                duration: 2 d
                patient: {weight: 80 kg}
                compare:
                  - {title: as it is}
                  - {title: slow, set: {a: 0.1 1/d}}
                """);
        assertThat(outcome.manifest().parameters())
                .filteredOn(setting -> setting.name().equals("a"))
                .extracting(setting -> setting.value() + " " + setting.origin())
                .containsExactly("0.18 model, variant \"as it is\"", "0.1 study, variant \"slow\"");
        assertThat(outcome.manifest().method())
                .containsEntry("variant \"as it is\"", "no therapy")
                .containsEntry("variant \"slow\"", "no therapy; a = 0.1 1/d")
                .containsEntry("weight", "80 kg")
                .containsEntry("tumour", "T");
        assertThat(Files.readString(outcome.folder().file("report.html")))
                .contains("<li>variant &quot;slow&quot;: no therapy; a = 0.1 1/d</li>")
                .containsSubsequence("<h3>Tumour cells", "<h3>Effector cells");
    }

    @Test
    void aParameterThatFollowsFromOthersIsToldWithItsFormula() throws IOException {
        StudyRun.Outcome outcome = runStudy("""
                model: qspio-example1
                duration: 1 d
                set: {D_cell: 10}
                """);
        assertThat(outcome.manifest().parameters())
                .filteredOn(setting -> setting.name().equals("A_cell"))
                .singleElement()
                .satisfies(area -> {
                    assertThat(area.value()).isCloseTo(100 * Math.PI, within(1e-9));
                    assertThat(area.origin()).isEqualTo("model");
                    assertThat(area.source()).startsWith("= 4 * ").endsWith("* (D_cell / 2)^2");
                });
    }

    @Test
    void aParameterWithoutAValueIsNamedBeforeTheNumbersFail() throws IOException {
        String unknown = GROWTH.replace("<cn>0.1</cn>", "<ci>k</ci>")
                .replace(
                        "<listOfRules>",
                        "<listOfParameters><parameter id=\"k\" constant=\"true\"/></listOfParameters><listOfRules>");
        Files.writeString(folder.resolve("model.xml"), unknown);
        String study = "format: 1\nstudy: patient\nmodel: model.xml\nduration: 1\n";
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .anyMatch(notice -> notice.contains("study.yaml:3") && notice.contains("\"k\" has no value"));
        Files.writeString(file, study + "set: {k: 0.1}\n");
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .noneMatch(notice -> notice.contains("no value"));
    }

    @Test
    void aCompartmentWithoutASizeAndASpeciesWithoutAStartAreNamed() throws IOException {
        Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model>
                    <listOfCompartments><compartment id="body" constant="true"/></listOfCompartments>
                    <listOfSpecies>
                      <species id="S" compartment="body" hasOnlySubstanceUnits="false" boundaryCondition="true"
                        constant="false"/>
                    </listOfSpecies>
                    <listOfRules>
                      <rateRule variable="S">
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><divide/><ci>S</ci><ci>body</ci></apply></math>
                      </rateRule>
                    </listOfRules>
                  </model>
                </sbml>
                """);
        String study = "format: 1\nstudy: patient\nmodel: model.xml\nduration: 1\n";
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .anyMatch(notice -> notice.contains("the compartment \"body\" has no size in the model"))
                .anyMatch(notice -> notice.contains("the species \"S\" has no initial value in the model"));
        Files.writeString(file, study + "set: {body: 2, S: 1}\n");
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .noneMatch(notice -> notice.contains(" has no "));
    }

    @Test
    void aModelWithNothingInItIsNoted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.xml"),
                "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" version=\"2\"><model/></sbml>");
        assertThat(StudyRun.prepare(file.toString(), Overrides.NONE).prepared().notices())
                .anyMatch(notice -> notice.contains("the model has no species and no variables"));
    }

    @Test
    void aSpeciesThatIsSetBelowZeroIsNoted() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"), "format: 1\nstudy: patient\nmodel: kuznetsov1994\nset: {T: -5 cells}\n");
        assertThat(StudyRun.prepare(study.toString(), Overrides.NONE).prepared().notices())
                .anyMatch(notice -> notice.contains("study.yaml:4: set.T: a species that starts below zero"));
    }
}
