package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in a project is told at its line, with what was found and what was expected.
class BadProjectsTest {

    private static final String SETTINGS = "config/PhysiCell_settings.xml";

    @TempDir
    Path folder;

    private SmallProject small;

    @BeforeEach
    void begin() {
        small = SmallProject.in(folder);
    }

    /// One change and what is said of it.
    ///
    /// @param found   in exactly one place of the settings
    /// @param told    part of the problem
    record Bad(String found, String instead, String told) {}

    private static Bad bad(String found, String instead, String told) {
        return new Bad(found, instead, told);
    }

    /// Each is told at the line of the change, and alone.
    static List<Bad> places() {
        return List.of(
                // numbers and words
                bad(
                        "distance units=\"dimensionless\">1.4<",
                        "distance units=\"dimensionless\">14<",
                        "<relative_maximum_adhesion_distance>: \"14\" was found; a number from 0 to 10 is expected"),
                bad(
                        "<relative_rupture_volume units=\"dimensionless\">3<",
                        "<fluid_change_rate units=\"1/min\">0.2</fluid_change_rate><relative_rupture_volume>3<",
                        "<fluid_change_rate>: 0.2 was found; at most 0.167 is expected, 1 over dt_phenotype, which is 6"),
                bad(">120</max_time>", ">abc</max_time>", "<max_time>: \"abc\" was found; a number of at least 0"),
                bad(">120</max_time>", "></max_time>", "<max_time>: nothing was found"),
                bad(">120</max_time>", ">-1</max_time>", "\"-1\" was found; a number of at least 0 is expected"),
                bad(">120</max_time>", ">inf</max_time>", "\"inf\" was found"),
                bad(">120</max_time>", ">1e999</max_time>", "\"1e999\" was found"),
                bad(">120</max_time>", ">0x10</max_time>", "\"0x10\" was found"),
                bad(">120</max_time>", ">120 min</max_time>", "\"120 min\" was found"),
                bad(">120</max_time>", ">1,5</max_time>", "\"1,5\" was found"),
                bad(">100000</diff", ">nan</diff", "<diffusion_coefficient>: \"nan\" was found"),
                bad(">100000</diff", ">-5</diff", "<diffusion_coefficient>: \"-5\" was found; a number of at least 0"),
                bad(">0.1</decay", ">-0.1</decay", "<decay_rate>: \"-0.1\" was found"),
                bad(">38</initial_condition>", ">-38</initial_condition>", "<initial_condition>: \"-38\" was found"),
                bad(
                        "\"xmin\" enabled=\"true\">20<",
                        "\"xmin\" enabled=\"true\"><",
                        "<boundary_value>: nothing was found"),
                bad("<use_2D>true</use_2D>", "<use_2D>maybe</use_2D>", "\"maybe\" was found; true or false"),
                bad("enabled=\"true\">20<", "enabled=\"on\">20<", "enabled=\"on\" was found; true or false"),
                bad(">17</random_seed>", ">lucky</random_seed>", "\"lucky\" was found; a whole number"),
                bad(">17</random_seed>", ">1.5</random_seed>", "\"1.5\" was found; a whole number"),
                // time and space
                bad(">0.01</dt_diffusion>", ">0</dt_diffusion>", "\"0\" was found; a number above 0"),
                bad(">0.1</dt_mechanics>", ">0.105</dt_mechanics>", "dt_mechanics is 0.105 min and dt_diffusion 0.01"),
                bad(">0.1</dt_mechanics>", ">0.001</dt_mechanics>", "a whole multiple is expected"),
                bad(">6</dt_phenotype>", ">6.05</dt_phenotype>", "dt_phenotype is 6.05 min and dt_mechanics 0.1"),
                bad("dt_mechanics units=\"min\"", "dt_mechanics units=\"hour\"", "the unit is \"hour\""),
                bad("max_time units=\"min\"", "max_time units=\"days\"", "the number is taken in min"),
                bad("decay_rate units=\"1/min\">0.1", "decay_rate units=\"1/hour\">0.1", "taken in 1/min"),
                bad("units=\"micron^2/min\">100000", "units=\"mm^2/min\">100000", "taken in µm²/min"),
                bad("speed units=\"micron/min\"", "speed units=\"micron/hour\"", "taken in µm/min"),
                bad(
                        "phase_durations units=\"min\">\n          <duration index=\"1\"",
                        "phase_durations units=\"hour\">\n          <duration index=\"1\"",
                        "taken in min"),
                bad("<time_units>min<", "<time_units>hour<", "\"hour\" was found; only min is known"),
                bad("<space_units>micron<", "<space_units>mm<", "only µm is known"),
                bad(">30</interval>", ">0</interval>", "<interval>: \"0\" was found; a number above 0"),
                // what is not known
                bad(
                        "<virtual_wall_at_domain_edge>true</virtual_wall_at_domain_edge>",
                        "<virtual_wall_at_domain_edg>true</virtual_wall_at_domain_edg>",
                        "it is not known in <options>, did you mean <virtual_wall_at_domain_edge>?"),
                bad("<speed units=\"micron/min\">0.1</speed>", "<sped>0.1</sped>", "did you mean <speed>?"),
                bad("<calculate_gradients>", "<surprise/><calculate_gradients>", "<surprise>: it is not known in"),
                bad("<speed units", "<speed>1</speed><speed units", "a second one in <motility>, where only the first"),
                bad("fixed_duration=\"true\">480", "fixed_duratoin=\"true\">480", "did you mean fixed_duration?"),
                bad("<motility>", "<motility>fast", "the text \"fast\" stands between its elements"),
                // substances
                bad(
                        "name=\"signal\" units=\"dimensionless\"",
                        "name=\"oxygen\" units=\"dimensionless\"",
                        "\"oxygen\" is the name of two substances"),
                bad("ID=\"ymax\"", "ID=\"top\"", "\"top\" is not a side of the domain"),
                bad("ID=\"ymax\"", "ID=\"xmin\"", "the side xmin is given twice"),
                bad(
                        "<dirichlet_nodes type=\"matlab\" enabled=\"false\">",
                        "<dirichlet_nodes type=\"matlab\" enabled=\"true\">",
                        "held inside of the domain"),
                bad(
                        "<initial_condition type=\"csv\" enabled=\"false\">",
                        "<initial_condition type=\"matlab\" enabled=\"true\">",
                        "in a MATLAB file cannot be read"),
                bad(
                        "<initial_condition type=\"csv\" enabled=\"false\">",
                        "<initial_condition type=\"xls\" enabled=\"true\">",
                        "type=\"xls\" was found; csv is expected"),
                bad(
                        "<legacy_random_points_on_sphere_in_divide>false",
                        "<legacy_random_points_on_sphere_in_divide>true",
                        "directions of older versions"),
                // cell types
                bad("name=\"killer\" ID=\"1\"", "name=\"killer\" ID=\"3\"", "must have the IDs 0, 1, 2"),
                bad("name=\"killer\" ID=\"1\"", "name=\"killer\" ID=\"one\"", "ID=\"one\" was found"),
                bad(
                        "parent_type=\"tumour\"",
                        "parent_type=\"tumuor\"",
                        "\"tumuor\" is not a cell type that it can inherit from, did you mean \"tumour\"?"),
                bad("parent_type=\"tumour\"", "parent_type=\"offspring\"", "a cell type cannot be its own parent_type"),
                bad(
                        "name=\"killer\" ID=\"1\"",
                        "name=\"killer\" parent_type=\"offspring\" ID=\"1\"",
                        "\"offspring\" must be defined before \"killer\""),
                bad("code=\"6\" name=\"Flow cytometry model (separated)\"", "code=\"9\"", "code=\"9\" was found"),
                bad(
                        "<cycle code=\"5\" name=\"live\">",
                        "<cycle code=\"5\" name=\"Ki67 (basic)\">",
                        "the name is \"Ki67 (basic)\", but the cycle is \"live\""),
                bad(
                        "<cycle code=\"6\" name=\"Flow cytometry model (separated)\">",
                        "<cycle code=\"6\"><phase_names/>",
                        "<phase_names>: it is not known"),
                bad(
                        "start_index=\"0\" end_index=\"1\" fixed_duration=\"false\">0.001",
                        "start_index=\"0\" end_index=\"2\" fixed_duration=\"false\">0.001",
                        "phase 0 leads to phase 1, not to 2"),
                bad(
                        "start_index=\"0\" end_index=\"1\" fixed_duration=\"false\">0.001",
                        "start_index=\"7\" end_index=\"1\" fixed_duration=\"false\">0.001",
                        "start_index=\"7\" was found; a whole number from 0 to 3"),
                bad("<duration index=\"1\"", "<duration index=\"-1\"", "index=\"-1\" was found"),
                bad("<duration index=\"0\"", "<duration index=\"1\"", "index=\"1\" was found; 0 is expected"),
                bad("probability name=\"killer\">0.1<", "probability name=\"killer\">1.1<", "a number from 0 to 1"),
                bad("name=\"killer\">0.1</asymm", "name=\"assassin\">0.1</asymm", "\"assassin\" is not a cell type"),
                bad("code=\"100\" name=\"apoptosis\"", "code=\"103\" name=\"apoptosis\"", "code=\"103\" was found"),
                bad("code=\"100\" name=\"apoptosis\"", "code=\"100\" name=\"necrosis\"", "code 100 is apoptosis"),
                bad("code=\"100\" name=\"apoptosis\"", "name=\"apoptossis\"", "did you mean \"apoptosis\"?"),
                bad(">5e-5</death_rate>", ">-5e-5</death_rate>", "<death_rate>: \"-5e-5\" was found"),
                bad(">2000</total>", ">0</total>", "<total>: \"0\" was found; a number above 0"),
                bad(">0.8</fluid_fraction>", ">1.8</fluid_fraction>", "a number from 0 to 1 is expected"),
                bad("affinity name=\"killer\"", "affinity name=\"kilelr\"", "did you mean \"killer\"?"),
                bad(">7</maximum_number", ">7.5</maximum_number", "a whole number of at least 0 is expected"),
                bad(">0.5</migration_bias>", ">1.5</migration_bias>", "<migration_bias>: \"1.5\" was found"),
                bad(
                        "<substrate>oxygen</substrate>",
                        "<substrate>oxigen</substrate>",
                        "\"oxigen\" is not a substance, did you mean \"oxygen\"?"),
                bad("<direction>-1</direction>", "<direction>0</direction>", "1 (up the gradient) or -1 (down)"),
                bad(
                        "sensitivity substrate=\"oxygen\"",
                        "sensitivity substrate=\"glucose\"",
                        "\"glucose\" is not a substance: there are oxygen, signal"),
                bad("<substrate name=\"signal\">", "<substrate name=\"signl\">", "did you mean \"signal\"?"),
                bad("<substrate name=\"signal\">", "<substrate name=\"oxygen\">", "\"oxygen\" is given twice"),
                bad(">10</uptake_rate>", ">-10</uptake_rate>", "<uptake_rate>: \"-10\" was found"),
                bad(
                        "<attack_damage_rate units=\"1/min\">2</attack_damage_rate>",
                        "<attack_damage_rate>2</attack_damage_rate><damage_rate>2</damage_rate>",
                        "since PhysiCell 1.14 it has no effect here"),
                bad("attack_rate name=\"killer\"", "attack_rate name=\"nobody\"", "\"nobody\" is not a cell type"),
                bad(">0.01</transformation_rate>", ">x</transformation_rate>", "\"x\" was found"),
                bad(
                        "</cell_integrity>",
                        "</cell_integrity><intracellular type=\"maboss\"><a/></intracellular>",
                        "models inside of cells are not known"),
                bad(">1.5</sample>", ">green</sample>", "<sample>: \"green\" was found; a number"),
                // distributions
                bad("type=\"Uniform\"", "type=\"Unifrom\"", "did you mean \"Uniform\"?"),
                bad("<behavior>migration speed<", "<behavior>migration sped<", "did you mean \"migration speed\"?"),
                // where cells are
                bad("<filename>cells.csv<", "<filename>cels.csv<", "there is no file \"./config/cels.csv\""),
                bad("<cell_positions type=\"csv\"", "<cell_positions type=\"mat\"", "type=\"mat\" was found; csv"),
                bad(
                        "<folder>./config</folder><filename>cells.csv",
                        "<folder>..</folder><filename>cells.csv",
                        "is outside of the project's folder"),
                bad(
                        "<folder>./config</folder><filename>cells.csv",
                        "<folder>/etc</folder><filename>passwd",
                        "is outside of the project's folder"),
                bad(">3</number_of_cells>", ">2.5</number_of_cells>", "a whole number of at least 0"),
                // rules
                bad("protocol=\"CBHG\"", "protocol=\"CBHGx\"", "only CBHG as csv is known"),
                bad("version=\"3.0\"", "version=\"4.0\"", "versions 1, 2 and 3 are known"),
                bad("format=\"csv\" enabled=\"true\"", "format=\"extended\" enabled=\"true\"", "only CBHG as csv"),
                bad("<filename>cell_rules.csv<", "<filename>rules.csv<", "there is no file"));
    }

    /// Distributions that reach what a cell cannot have.
    static List<Bad> distributions() {
        return List.of(
                bad(
                        "Normal",
                        "<behavior>oxygen uptake</behavior><mu>10</mu><sigma>10</sigma>",
                        "values from minus infinity to infinity were found; a number of at least 0 is expected: give a"
                                + " lower_bound of at least 0"),
                bad(
                        "Normal",
                        "<behavior>cell-cell repulsion</behavior><mu>10</mu><sigma>1</sigma><upper_bound>20</upper_bound>",
                        "values from minus infinity to 20 were found"),
                bad(
                        "Normal",
                        "<behavior>Volume</behavior><mu>2000</mu><sigma>100</sigma>",
                        "give a lower_bound of at least 0"),
                bad(
                        "LogNormal",
                        "<behavior>migration bias</behavior><mu>-1</mu><sigma>1</sigma>",
                        "values from 0 to infinity were found; a number from 0 to 1 is expected: give an upper_bound of"
                                + " at most 1"));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void aDistributionThatReachesTooFarIsToldAtItsLine(Bad bad) {
        String first = "<distribution enabled=\"true\" type=\"Uniform\" check_base=\"true\">";
        small.with(
                first,
                "<distribution type=\"" + bad.found + "\" check_base=\"false\">" + bad.instead + "</distribution>"
                        + first);
        assertThat(small.problems())
                .singleElement()
                .asString()
                .startsWith(SETTINGS + ":" + small.changedLine() + ": <distribution>: ")
                .contains(bad.told);
    }

    @ParameterizedTest
    @MethodSource("places")
    void oneMistakeIsToldAtItsLine(Bad bad) {
        small.with(bad.found, bad.instead);
        assertThat(small.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(SETTINGS + ":" + small.changedLine() + ": ")
                        .contains(bad.told));
    }

    /// Told at the element that should hold something else.
    static List<Bad> wholes() {
        return List.of(
                bad("<max_time units=\"min\">120</max_time>", "", "<overall>: it must hold <max_time>"),
                bad("<dx>20</dx>", "", "<domain>: it must hold <dx>"),
                bad(
                        "<dt_phenotype units=\"min\">6<",
                        "<dt_phenotype units=\"min\">60<",
                        "its volume changes at 0.05 1/min, by what it does not say itself; at most 0.0167 is expected"),
                bad("<x_max>100</x_max>", "<x_max>-200</x_max>", "x_max -200.0; the second must be greater"),
                bad("<dx>20</dx><dy>20</dy>", "<dx>1e-9</dx><dy>1e-9</dy>", "voxels; at most"),
                bad("<decay_rate units=\"1/min\">1</decay_rate>", "", "it must hold <decay_rate>"),
                bad(">500</nuclear>", ">2500</nuclear>", "<volume>: the nucleus has 2500.0 and the cell 2000.0"),
                bad(
                        "probability name=\"killer\">0.1<",
                        "probability name=\"killer\">0.3<",
                        "of all types are 1.2 together; at most 1"),
                bad("<calculate_gradients>true", "<calculate_gradients>false", "\"tumour\" follows gradients"),
                bad("<substrate>oxygen</substrate>", "", "<chemotaxis>: it must hold <substrate>"),
                bad("<direction>-1</direction>", "", "<chemotaxis>: it must hold <direction>"),
                bad("<max>0.2</max>", "<max>0.01</max>", "min is 0.05 and max 0.01"),
                bad("<max>0.2</max>", "<max>0.06</max>", "the type's own value, 0.1, is not in the range"),
                bad(
                        "<min>0.05</min>",
                        "<min>-0.05</min>",
                        "values from -0.05 to 0.2 were found; a number of at least 0"),
                bad("type=\"Uniform\"", "type=\"Normal\"", "it must hold <mu>"),
                bad(
                        "end_index=\"1\" fixed_duration=\"false\">9000000000<",
                        "end_index=\"1\" fixed_duration=\"false\">0.01<",
                        "a necrotic cell bursts here as soon as"),
                bad("<filename>cells.csv</filename>", "", "<cell_positions>: it must hold <filename>"),
                bad("<filename>cells.csv</filename>", "<filename/>", "the name of a file is expected"),
                bad(
                        "<cycle code=\"6\" name=\"Flow cytometry model (separated)\">",
                        "<cycle name=\"Live\">",
                        "only code=\"5\" would change it"),
                bad(
                        "<variable name=\"oxygen\" units=\"mmHg\" ID=\"0\">",
                        "<variable name=\"pressure\" units=\"mmHg\">",
                        "it names another signal"));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void oneMistakeIsToldWhereItShowsUp(Bad bad) {
        assertThat(small.with(bad.found, bad.instead).problems())
                .anySatisfy(problem -> assertThat(problem).contains(bad.told));
    }

    static List<Bad> cells() {
        return List.of(
                bad(
                        "10,20,0,tumour",
                        "10,20,0,tumor",
                        "2: type: \"tumor\" is not a cell type, did you mean \"tumour\"?"),
                bad("10,20,0,tumour", "10,20,tumour", "2: there are 3 fields; 4 to 7 are expected"),
                bad("10,20,0,tumour", "10,20,0,tumour,,,,", "2: there are 8 fields"),
                bad("10,20,0,tumour", "nan,20,0,tumour", "2: x: \"nan\" was found; a number is expected"),
                bad(
                        "10,20,0,tumour",
                        "1000,20,0,tumour",
                        "2: x: 1000.0 is outside of the domain, which is from -100.0"),
                bad("10,20,0,tumour", "10,20,3,tumour", "2: z: 3.0 was found; in a flat domain it is 0"),
                bad("killer,1000,", "killer,-1000,", "3: volume: \"-1000\" was found; a number above 0"),
                bad("killer,1000,", "killer,big,", "3: volume: \"big\" was found"),
                bad("offspring,,0.5", "offspring,,-0.5", "4: attack killer: \"-0.5\" was found"),
                bad("attack killer", "atack killer", "4: atack killer: \"atack killer\" is not volume or a behaviour"),
                bad("volume,attack killer", "volume,volume", "1: volume: there are two columns of it"),
                bad("x,y,z,type", "x,z,y,type", "1: the columns are x, z, y, type"),
                bad("x,y,z,type", "x,y,z", "1: the columns are"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aBadCellIsToldAtItsLine(Bad bad) {
        assertThat(small.with("config/cells.csv", bad.found, bad.instead).problems())
                .anySatisfy(problem -> assertThat(problem).startsWith("config/cells.csv:" + bad.told));
    }

    @Test
    void aBadCellOfVersionOneIsToldAtItsLine() {
        assertThat(small.write("config/cells.csv", "1,2,0,0\n1,2,0\n1,2,0,7\n1,b,0,0\n1,2,0,1.5\n")
                        .problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("config/cells.csv:2: there are 3 fields"),
                        problem -> assertThat(problem).startsWith("config/cells.csv:3: type: \"7\" was found"),
                        problem -> assertThat(problem).startsWith("config/cells.csv:4: y: \"b\" was found"),
                        problem -> assertThat(problem).startsWith("config/cells.csv:5: type: \"1.5\" was found"));
    }

    static List<Bad> fields() {
        return List.of(
                bad("x,y,z,signal", "x,y,z,signl", "1: signl: \"signl\" is not a substance"),
                bad("x,y,z,signal", "z,y,x,signal", "1: the columns are z, y, x"),
                bad("-90,-50,0,", "90,-50,0,", "11: the voxel already has line 2"),
                bad(
                        "-90,-50,0,",
                        "-200,-50,0,",
                        "2: x: \"-200\" was found; a number in the domain, which is from -100.0 to"),
                bad("-90,-50,0,", "-90,-50,0,,", "2: there are 5 fields; 4 are expected"),
                bad("-90,-50,0,909.95", "-90,-50,0,-1", "2: signal: \"-1\" was found"),
                bad("-90,-50,0,909.95\n", "", "1 of 60 voxels have no line"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aBadConcentrationIsToldAtItsLine(Bad bad) {
        small.with(
                "<initial_condition type=\"csv\" enabled=\"false\">",
                "<initial_condition type=\"csv\" enabled=\"true\">");
        assertThat(small.with("config/ic.csv", bad.found, bad.instead).problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("config/ic.csv:").contains(bad.told));
    }

    static List<Bad> rules() {
        return List.of(
                bad("increases", "enhances", ":2: column \"direction\": "),
                bad("increases", "promotes", ":2: column \"direction\": "),
                bad("oxygen,increases", "oxigen,increases", ":2: column \"signal\": "),
                bad("cycle entry", "cycle entri", ":2: column \"behaviour\": "),
                bad("tumour,oxygen", "tumr,oxygen", ":2: column \"cell type\": "),
                bad("0.002,21.5,4,0", "0.002,21.5,4", ":2: the row has 7 cells"),
                bad("21.5,4,0", "0,4,0", ":2: column \"half-max\": "),
                bad("21.5,4,0", "21.5,-4,0", ":2: column \"Hill power\": "),
                bad("0.002,21.5", "abc,21.5", ":2: column \"saturation value\": "));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadRuleIsToldAtItsLine(Bad bad) {
        assertThat(small.with("config/cell_rules.csv", bad.found, bad.instead).problems())
                .anySatisfy(problem -> assertThat(problem).startsWith("config/cell_rules.csv" + bad.told));
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheirPlaces() {
        small.with(">120</max_time>", ">abc</max_time>")
                .with("name=\"killer\" ID=\"1\"", "name=\"killer\" ID=\"9\"")
                .with("<dx>20</dx>", "<dx>-20</dx>")
                .with("config/cells.csv", "10,20,0,tumour", "10,20,0,tumor")
                .with("config/cell_rules.csv", "increases", "enhances");
        assertThat(small.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("<dx>"),
                        problem -> assertThat(problem).contains("<max_time>"),
                        problem -> assertThat(problem).contains("ID=\"9\""),
                        problem -> assertThat(problem).startsWith("config/cell_rules.csv:2"),
                        problem -> assertThat(problem).startsWith("config/cells.csv:2"));
    }

    @Test
    void whatIsNotSupportedIsToldApartFromWhatIsWrong() {
        small.with("protocol=\"CBHG\"", "protocol=\"other\"");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(small::read)
                .satisfies(e -> assertThat(e.isUnsupported()).isTrue());
        small.with("protocol=\"other\"", "protocol=\"CBHG\"").with(">120</max_time>", ">x</max_time>");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(small::read)
                .satisfies(e -> assertThat(e.isUnsupported()).isFalse());
    }

    @Test
    void oneMistakeMadeManyTimesIsToldFiftyTimes() {
        small.write("config/cells.csv", "x,y,z,type\n" + "0,0,0,tumor\n".repeat(500));
        assertThat(small.problems()).hasSize(51).last().asString().contains("more problems than these 50");
    }

    private void assertOnly(String told) {
        assertThat(small.problems()).singleElement().asString().contains(told);
    }

    @Test
    void wholeSectionsAreMissed() {
        small.write(SETTINGS, "<PhysiCell_settings/>");
        assertThat(small.problems())
                .containsExactlyInAnyOrder(
                        SETTINGS + ":1: <PhysiCell_settings>: it must hold <domain>",
                        SETTINGS + ":1: <PhysiCell_settings>: it must hold <overall>",
                        SETTINGS + ":1: <PhysiCell_settings>: it must hold <microenvironment_setup>",
                        SETTINGS + ":1: <PhysiCell_settings>: it must hold <cell_definitions>");
        small.write(SETTINGS, "<sbml/>");
        assertOnly("settings of PhysiCell begin with <PhysiCell_settings>");
    }

    @Test
    void twoTypesOfOneNameAreRefused() {
        small.with("<cell_definition name=\"killer\"", "<cell_definition name=\"tumour\"");
        assertThat(small.problems()).anyMatch(problem -> problem.endsWith("\"tumour\" is the name of two cell types"));
    }

    @Test
    void textThatIsNoXmlIsRefused() {
        small.with("</domain>", "</domian>");
        assertOnly(":" + small.line("</domian>") + ": not well-formed XML");
        small.write(SETTINGS, "");
        assertOnly("not well-formed XML");
    }

    @Test
    void documentTypesAreRefusedAndNothingIsFetched() {
        small.write(
                SETTINGS,
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<PhysiCell_settings>&e;</PhysiCell_settings>");
        assertOnly("a document type (<!DOCTYPE ...>) was found");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        small.write(SETTINGS, "<PhysiCell_settings>" + "<a>".repeat(200));
        assertOnly("elements are nested more than 50 deep");
    }

    @Test
    void bytesThatAreNoCharactersAreRefused() throws IOException {
        Files.write(folder.resolve(SETTINGS), new byte[] {'<', 'a', '>', (byte) 0xff, (byte) 0xfe, '<', '/', 'a', '>'});
        assertOnly("bytes that are no characters");
    }

    @Test
    void aFileOfCellsThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("config/cells.csv"), new byte[] {'x', ',', (byte) 0xff});
        assertOnly("is not text in UTF-8");
    }

    @Test
    void linksOutOfTheProjectAreRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("cells.csv"), "x,y,z,type\n");
        Files.delete(folder.resolve("config/cells.csv"));
        Files.createSymbolicLink(folder.resolve("config/cells.csv"), elsewhere.resolve("cells.csv"));
        assertOnly("leads outside of the project's folder");
    }

    @Test
    void foldersWithoutSettingsAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PhysiCellProject.read(folder.resolve("nowhere")))
                .withMessageContaining("there is no such file");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PhysiCellProject.read(
                        folder.resolve("config").resolve("..").resolve("..")))
                .withMessageContaining("has neither config/PhysiCell_settings.xml nor");
    }

    @Test
    void problemsSayWhatKindTheyAre() {
        small.with("</cell_integrity>", "</cell_integrity><intracellular type=\"roadrunner\"/>");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(small::read)
                .satisfies(e ->
                        assertThat(e.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNSUPPORTED));
    }

    @Test
    void whateverIsGarbledIsReadOrRefused() throws IOException {
        small.with(
                "<initial_condition type=\"csv\" enabled=\"false\">",
                "<initial_condition type=\"csv\" enabled=\"true\">");
        Random random = new Random(8);
        List<String> files =
                List.of(SETTINGS, SETTINGS, SETTINGS, "config/cells.csv", "config/cell_rules.csv", "config/ic.csv");
        String[] pieces = {
            "", "0", "-1", "1e300", "nan", ",", "<", ">", "\"", "x", "\n", "99999999999", "true", "tumour", "é"
        };
        for (int attempt = 0; attempt < 200; attempt++) {
            String file = files.get(random.nextInt(files.size()));
            String whole = Files.readString(folder.resolve(file));
            int from = random.nextInt(whole.length());
            int to = Math.min(whole.length(), from + random.nextInt(random.nextInt(30) + 1));
            String piece = pieces[random.nextInt(pieces.length)];
            small.write(file, whole.substring(0, from) + piece + whole.substring(to));
            try {
                small.read();
            } catch (InvalidInputException e) {
                assertThat(e.problems()).isNotEmpty();
            }
            small.write(file, whole);
        }
    }

    @Test
    void anImpossiblyLargeDomainTakesNoMemory() {
        small.with(
                "<initial_condition type=\"csv\" enabled=\"false\">",
                "<initial_condition type=\"csv\" enabled=\"true\">");
        small.with("<x_max>100</x_max>", "<x_max>1e8</x_max>");
        assertOnly("there are 60 lines for 30000030 voxels; one for each is expected");
        small.with("<x_max>1e8</x_max>", "<x_max>1e300</x_max>");
        assertOnly("voxels; at most");
    }
}
