package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.unit.UnitCheck;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.OutsideData;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.export.Format;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An exported model has its doses in it: it runs by itself to the trajectory of the run.
final class ExportedDosesTest {

    /// Of a column's peak.
    private static final double ALLOWED = 1e-4;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void infusionsIntoConcentrationsAndCounts() throws IOException {
        compare("""
                model: depillis2006-patient9
                therapy:
                  - chemotherapy 5 mg/L/d over 1 d q10d x 9
                  - TIL 1e9 cells over 1 d from 7 d
                  - IL-2 5e6 IU/L/d over 0.45 d every 0.7 d x 6 from 8 d
                """, "120 d");
    }

    @Test
    void bolusesAtTheStartLaterAndTogether() throws IOException {
        compare("""
                model: depillis2006-patient9
                therapy:
                  - chemotherapy 5 mg/L q10d x 9
                  - chemotherapy 1 mg/L from 10 d
                  - TIL 1e8 cells
                """, "40 d");
    }

    @Test
    void aTumourThatGrowsUntilItIsFoundBeginsWithItsStateThen() throws IOException {
        compare("""
                model: melanoma
                patient: {weight: 80 kg}
                tumour:
                  lesions: [skin, liver]
                  clones:
                    C2: {lost: [MHC-I]}
                therapy:
                  - nivolumab 3 mg/kg IV over 60 min q2w
                """, "70 d");
    }

    @Test
    void infusionsThatOverlapAddUp() throws IOException {
        compare("""
                model: depillis2006-patient9
                therapy:
                  - chemotherapy 5 mg/L over 7 d q3d x 3
                  - chemotherapy 1 mg/L over 10 d from 2 d
                """, "30 d");
    }

    @Test
    void speciesOfReactionsWithVolumesAndConversionFactors() throws IOException {
        Files.writeString(folder.resolve("model.xml"), REACTIONS);
        compare("""
                model: model.xml
                time unit: d
                therapy:
                  - drug 10 mg x 3 q2d
                  - slow 6 mg over 2 d
                targets:
                  drug: {into: D, as: amount, unit: mg}
                  slow: {into: E, as: amount, unit: mg}
                """, "10 d");
    }

    @Test
    void concentrationsInACompartmentThatTheStudySets() throws IOException {
        Files.writeString(folder.resolve("model.xml"), REACTIONS);
        Path run = compare("""
                model: model.xml
                time unit: d
                set: {body: 8, k: 0}
                therapy:
                  - drug 10 mg/L from 1 d
                  - slow 6 mg/L over 2 d
                targets:
                  drug: {into: D, as: concentration, unit: mg/L}
                  slow: {into: E, as: concentration, unit: mg/L}
                """, "10 d");
        Table table = Table.read(run.resolve("tables/timecourse.csv"));
        double[] drug = table.numbers(names(table).indexOf("D"));
        double[] slow = table.numbers(names(table).indexOf("E"));
        assertThat(drug[drug.length - 1]).isCloseTo(11, within(1e-9));
        assertThat(slow[slow.length - 1] - slow[0]).isCloseTo(6, within(1e-6));
    }

    @Test
    void theUnitsOfDosesFitTheModels() throws IOException {
        Path run = run("demo", """
                model: depillis2006-patient9
                duration: 10 d
                therapy:
                  - chemotherapy 5 mg/L/d over 1 d q10d x 9
                  - chemotherapy 1 mg/L from 2 d
                  - TIL 1e9 cells over 1 d from 7 d
                  - TIL 1e9 cells from 9 d
                  - IL-2 5e6 IU/L/d over 0.45 d every 0.7 d x 6 from 8 d
                """);
        Path file = RunExport.write(RunFolder.open(run), Format.SBML, Optional.empty(), Optional.empty())
                .getFirst();
        SbmlDocument read = SbmlReader.read(file);
        assertThat(read.notices()).isEmpty();
        assertThat(UnitCheck.notices(read.model(), read.origin())).isEmpty();
        assertThat(read.model().parameters())
                .filteredOn(each -> each.id().startsWith("infusion_into_"))
                .hasSize(3)
                .allMatch(each -> each.unit().isPresent());
    }

    @Test
    void nivolumabInAModelOfTheImmuneSystem() throws IOException {
        Path model = OutsideData.file("reference/jafarnejad2019/jafarnejad2019_dynamic_sbml_l2v4.xml");
        compare("""
                model: %s
                units: convert
                set: {dose_mg_Nivo: 0, t_resection: 99999}
                patient: {weight: 80 kg}
                therapy:
                  - nivolumab 3 mg/kg IV over 1 h q2w
                targets:
                  nivolumab: {into: Cent.Nivo, as: amount, molar mass: 143600 g/mol, bioavailability: 1.2923570}
                """.formatted(model), "60 d");
    }

    @Test
    void unitsThatWereBroughtTogetherAreOneSystem() throws IOException {
        Files.writeString(folder.resolve("mixed.xml"), MIXED);
        Path run = compare("""
                model: mixed.xml
                units: convert
                therapy: [drug 2 mmol over 3 h x 2 every 5 h, other 20 g/L from 2 h]
                targets: {drug: {into: X}, other: {into: Y, as: concentration}}
                """, "10 h");
        SbmlDocument read = SbmlReader.read(run.resolve("model.xml"));
        assertThat(UnitConversion.proposal(read.model())).isEmpty();
        assertThat(UnitCheck.notices(read.model(), read.origin())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jafarnejad2019", "wang2020", "qspio-example1", "b-cell-leukaemia"})
    void patientsOfMechanismsTakeTheSameCourseAndTheirUnitsAreNotConvertedAgain(String patient) throws IOException {
        Path first = run("first", "duration: 100 d\ntolerances: {relative: 1e-11}\nmodel: " + patient + "\n");
        Path file = RunExport.write(RunFolder.open(first), Format.SBML, Optional.empty(), Optional.empty())
                .getFirst();
        String again = "model: '" + file + "'\nduration: 100\ntolerances: {relative: 1e-11}\n";
        Path second = run("again", again);
        compare(first, second, 1e-9);
        assertThat(Files.readString(second.resolve("log.txt"))).doesNotContain("units: convert");
        assertThatThrownBy(() -> run("converted", again + "units: convert\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the factors between its units in its formulas");
    }

    /// The run whose export repeats it: as it stands, and where whoever reads it brings units together.
    private Path compare(String study, String duration) throws IOException {
        Path first = run("first", "duration: " + duration + "\n" + study);
        List<Path> files = RunExport.write(RunFolder.open(first), Format.SBML, Optional.empty(), Optional.empty());
        assertThat(files).hasSize(1);
        String again = "model: '" + files.getFirst() + "'\nduration: " + duration.replaceAll("[^0-9]", "") + "\n";
        compare(first, run("again", again), ALLOWED);
        if (study.contains("units: convert")) {
            compare(first, run("converted", again + "units: convert\n"), ALLOWED);
        }
        return first;
    }

    private static void compare(Path first, Path again, double allowed) throws IOException {
        Table expected = Table.read(first.resolve("tables/timecourse.csv"));
        Table found = Table.read(again.resolve("tables/timecourse.csv"));
        List<String> names = names(found);
        for (int column = 1; column < expected.header().size(); column++) {
            String name = names(expected).get(column);
            double factor = factor(expected.header().get(column), found.header().get(names.indexOf(name)));
            double[] one = expected.numbers(column);
            double[] two = found.numbers(names.indexOf(name));
            double peak = Arrays.stream(one).map(Math::abs).max().orElse(0);
            for (int row = 0; row < one.length; row++) {
                assertThat(Math.abs(two[row] / factor - one[row]))
                        .as("%s in row %d: %s and %s", name, row, one[row], two[row] / factor)
                        .isLessThanOrEqualTo(allowed * peak);
            }
        }
    }

    /// From a column's unit to that of another.
    private static double factor(String one, String other) {
        return one.equals(other) ? 1 : unit(one).factorTo(unit(other));
    }

    private static Unit unit(String header) {
        return Unit.parse(header.replaceFirst(".* \\[(.*)\\]", "$1")).withCountsAsAmounts();
    }

    private static List<String> names(Table table) {
        return table.header().stream()
                .map(cell -> cell.replaceFirst(" \\[.*", ""))
                .toList();
    }

    private Path run(String name, String study) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), "format: 1\nstudy: patient\n" + study);
        Path run = folder.resolve(name);
        StudyRun.prepare(file.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return run;
    }

    /// Hours with rates per day and per minute, mmol with nmol, mL with L, and numbers without units between.
    private static final String MIXED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model id="mixed" timeUnits="hour" substanceUnits="mmol" volumeUnits="litre" extentUnits="mmol">
                <listOfUnitDefinitions>
                  <unitDefinition id="hour"><listOfUnits>
                    <unit kind="second" exponent="1" scale="0" multiplier="3600"/></listOfUnits></unitDefinition>
                  <unitDefinition id="per_day"><listOfUnits>
                    <unit kind="second" exponent="-1" scale="0" multiplier="86400"/></listOfUnits></unitDefinition>
                  <unitDefinition id="mmol"><listOfUnits>
                    <unit kind="mole" exponent="1" scale="-3" multiplier="1"/></listOfUnits></unitDefinition>
                  <unitDefinition id="nmol"><listOfUnits>
                    <unit kind="mole" exponent="1" scale="-9" multiplier="1"/></listOfUnits></unitDefinition>
                  <unitDefinition id="mL"><listOfUnits>
                    <unit kind="litre" exponent="1" scale="-3" multiplier="1"/></listOfUnits></unitDefinition>
                  <unitDefinition id="nM"><listOfUnits>
                    <unit kind="mole" exponent="1" scale="-9" multiplier="1"/>
                    <unit kind="litre" exponent="-1" scale="0" multiplier="1"/></listOfUnits></unitDefinition>
                  <unitDefinition id="g"><listOfUnits>
                    <unit kind="gram" exponent="1" scale="0" multiplier="1"/></listOfUnits></unitDefinition>
                  <unitDefinition id="mg_mL"><listOfUnits>
                    <unit kind="gram" exponent="1" scale="-3" multiplier="1"/>
                    <unit kind="litre" exponent="-1" scale="-3" multiplier="1"/></listOfUnits></unitDefinition>
                </listOfUnitDefinitions>
                <listOfCompartments>
                  <compartment id="body" spatialDimensions="3" size="5" constant="true"/>
                  <compartment id="lump" spatialDimensions="3" size="200" units="mL" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="X" compartment="body" initialAmount="3" hasOnlySubstanceUnits="false"
                    boundaryCondition="false" constant="false"/>
                  <species id="Z" compartment="lump" initialConcentration="40" substanceUnits="nmol"
                    hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                  <species id="Y" compartment="lump" initialConcentration="0.1" substanceUnits="g"
                    hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="2.4" units="per_day" constant="true"/>
                  <parameter id="K" value="100000" units="nM" constant="true"/>
                  <parameter id="n" value="1.5" units="dimensionless" constant="true"/>
                  <parameter id="open" value="1e-7" constant="true"/>
                  <parameter id="most" value="0" units="mg_mL" constant="false"/>
                </listOfParameters>
                <listOfRules>
                  <assignmentRule variable="most">
                    <math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><max/><ci>Y</ci><apply><plus/><ci>Y</ci><cn>0.03</cn></apply></apply>
                    </math>
                  </assignmentRule>
                </listOfRules>
                <listOfReactions>
                  <reaction id="move" reversible="false">
                    <listOfReactants>
                      <speciesReference species="X" stoichiometry="1" constant="true"/>
                    </listOfReactants>
                    <listOfProducts>
                      <speciesReference species="Z" stoichiometry="2" constant="true"/>
                    </listOfProducts>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><divide/>
                          <apply><times/><ci>body</ci><ci>k</ci><ci>X</ci></apply>
                          <apply><plus/><cn>1</cn><apply><power/>
                            <apply><divide/><ci>X</ci><ci>K</ci></apply><ci>n</ci></apply></apply>
                        </apply>
                      </math>
                    </kineticLaw>
                  </reaction>
                  <reaction id="loss" reversible="false">
                    <listOfReactants>
                      <speciesReference species="Z" stoichiometry="1" constant="true"/>
                    </listOfReactants>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>open</ci><apply><power/><ci>Z</ci><cn>2</cn></apply></apply>
                      </math>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    /// D leaves a volume of 5 by a reaction whose extent counts as two; E is made by nothing and
    /// stays.
    private static final String REACTIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model id="small" conversionFactor="two">
                <listOfCompartments>
                  <compartment id="body" spatialDimensions="3" size="5" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="D" compartment="body" initialConcentration="1" hasOnlySubstanceUnits="false"
                    boundaryCondition="false" constant="false"/>
                  <species id="E" compartment="body" initialAmount="1" hasOnlySubstanceUnits="false"
                    boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="0.1" constant="true"/>
                  <parameter id="two" value="2" constant="true"/>
                </listOfParameters>
                <listOfReactions>
                  <reaction id="loss" reversible="false">
                    <listOfReactants>
                      <speciesReference species="D" stoichiometry="1" constant="true"/>
                    </listOfReactants>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>body</ci><ci>k</ci><ci>D</ci></apply>
                      </math>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;
}
