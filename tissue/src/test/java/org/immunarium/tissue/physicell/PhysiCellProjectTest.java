package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.LogUniform;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Truncated;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.VolumeModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a project says, and what PhysiCell makes of what it does not say.
class PhysiCellProjectTest {

    @TempDir
    Path folder;

    private SmallProject small;

    @BeforeEach
    void begin() {
        small = SmallProject.in(folder);
    }

    private static double value(TissueModel model, int type, String behaviour) {
        return model.types()
                .get(type)
                .behaviours()[model.behaviours().find(behaviour).orElseThrow()];
    }

    @Test
    void everythingIsRead() {
        PhysiCellProject project = small.read();
        TissueModel model = project.model();
        assertThat(project.duration()).isEqualTo(120);
        assertThat(project.saveInterval()).hasValue(30);
        assertThat(project.seed()).hasValue(17);
        assertThat(model.domain().lower()).containsExactly(-100, -60, -10);
        assertThat(model.domain().upper()).containsExactly(100, 60, 10);
        assertThat(model.internalises()).isTrue();
        assertThat(model.springs()).isTrue();
        assertThat(model.variables()).containsExactly(new Variable("sample", "none", true));
        assertThat(model.substances())
                .containsExactly(
                        new Substance(
                                "oxygen",
                                "mmHg",
                                1e5,
                                0.1,
                                38,
                                Map.of(Face.X_MIN, 20.0, Face.X_MAX, 38.0, Face.Y_MIN, 38.0)),
                        new Substance("signal", "dimensionless", 1000, 1, 0, Map.of()));
        CellType tumour = model.types().getFirst();
        assertThat(tumour.cycle()).isEqualTo(CycleModel.FLOW_CYTOMETRY_SEPARATED.withFixed(false, true, false, false));
        assertThat(value(model, 0, "cycle entry")).isEqualTo(0.001);
        assertThat(value(model, 0, "exit from cycle phase 1")).isEqualTo(1 / 480.0);
        assertThat(value(model, 0, "exit from cycle phase 2")).isEqualTo(0.00417);
        assertThat(value(model, 0, "exit from cycle phase 4")).isZero();
        assertThat(tumour.asymmetric()).isTrue();
        assertThat(value(model, 0, "asymmetric division to killer")).isEqualTo(0.1);
        assertThat(tumour.volume()).isEqualTo(new VolumeModel(2000, 500, 0.8, 0.05, 0.27 / 60, 0.33 / 60, 0, 0, 3));
        assertThat(tumour.migration().orElseThrow().guidance()).isEqualTo(new Guidance.Chemotaxis(0, false));
        assertThat(tumour.migration().orElseThrow().flat())
                .as("a flat domain makes motion flat")
                .isTrue();
        assertThat(value(model, 0, "adhesive affinity to killer")).isEqualTo(0.3);
        assertThat(value(model, 0, "adhesive affinity to tumour")).isEqualTo(1);
        assertThat(value(model, 0, "chemotactic response to oxygen")).isEqualTo(2);
        assertThat(value(model, 0, "signal export")).isEqualTo(-4);
        assertThat(value(model, 0, "signal secretion target")).isEqualTo(2);
        assertThat(value(model, 0, "oxygen secretion target")).isZero();
        assertThat(value(model, 0, "phagocytose apoptotic cell")).isEqualTo(0.3);
        assertThat(value(model, 0, "phagocytose necrotic cell")).isEqualTo(0.1);
        assertThat(value(model, 0, "phagocytose other dead cell")).isEqualTo(0.3);
        assertThat(value(model, 0, "maximum number of cell attachments")).isEqualTo(7);
        assertThat(value(model, 0, "damage rate")).isEqualTo(0.25);
        assertThat(model.rules()).hasSize(2);
    }

    @Test
    void aTypeWithoutParentForgetsWhatTheFirstOneDoesButKeepsWhatItIs() {
        TissueModel model = small.read().model();
        CellType tumour = model.types().get(0);
        CellType killer = model.types().get(1);
        assertThat(killer.cycle()).isEqualTo(CycleModel.LIVE);
        assertThat(killer.volume()).isEqualTo(tumour.volume());
        assertThat(killer.apoptosis()).isEqualTo(tumour.apoptosis());
        assertThat(killer.asymmetric()).isTrue();
        assertThat(killer.migration()).isEmpty();
        for (String kept : new String[] {
            "apoptosis",
            "necrosis",
            "cell-cell adhesion",
            "relative maximum adhesion distance",
            "adhesive affinity to killer",
            "cell attachment rate",
            "migration speed",
            "migration bias",
            "attack duration",
            "damage rate",
            "custom:sample",
            "immunogenicity to tumour"
        }) {
            assertThat(value(model, 1, kept))
                    .as(kept)
                    .isEqualTo(value(model, 0, kept))
                    .isNotZero();
        }
        for (String forgotten : new String[] {
            "oxygen uptake",
            "signal secretion",
            "signal secretion target",
            "signal export",
            "chemotactic response to oxygen",
            "phagocytose apoptotic cell",
            "attack killer",
            "transform to killer",
            "asymmetric division to killer",
            "cycle entry",
            "exit from cycle phase 1"
        }) {
            assertThat(value(model, 1, forgotten)).as(forgotten).isZero();
        }
        assertThat(value(model, 1, "attack damage rate")).isEqualTo(1);
    }

    @Test
    void aTypeWithAParentHasAllOfIt() {
        TissueModel model = small.read().model();
        double[] expected = model.types().get(0).behaviours().clone();
        expected[model.behaviours().find("necrosis").orElseThrow()] = 0.003;
        assertThat(model.types().get(2).behaviours()).isEqualTo(expected);
        assertThat(model.types().get(2).cycle()).isEqualTo(model.types().get(0).cycle());
        assertThat(model.types().get(2).migration())
                .isEqualTo(model.types().get(0).migration());
    }

    @Test
    void legacyCopyForgetsNothing() {
        TissueModel model = small.with(
                        "<random_seed>", "<legacy_cell_defaults_copy>true</legacy_cell_defaults_copy>\n<random_seed>")
                .read()
                .model();
        assertThat(value(model, 1, "oxygen uptake")).isEqualTo(10);
        assertThat(model.types().get(1).migration()).isPresent();
    }

    @Test
    void theDurationsOfDeathAreThoseOfTheLastTypeThatSaysThem() {
        PhysiCellProject project = small.read();
        for (CellType type : project.model().types()) {
            assertThat(type.apoptosis())
                    .isEqualTo(new DeathModel(0.07, 0.05 / 60, 1.0 / 60, 0.35 / 60, 0, 2, 516, true));
            assertThat(type.necrosis().duration()).isEqualTo(1000);
            assertThat(type.necrosis().fixed()).isFalse();
        }
        // The first type lists necrosis, but no parameters of it.
        assertThat(project.model().types().getFirst().necrosis())
                .isEqualTo(new DeathModel(0.05, 0.05 / 60, 1.0 / 60, 0.35 / 60, 0, 2, 1000, false));
    }

    @Test
    void aDeathModelThatIsNotListedKeepsItsOwnParameters() {
        TissueModel model = small.with("<death_rate units=\"1/min\">0.002</death_rate>", "")
                .with(
                        "<model code=\"101\" name=\"necrosis\">\n          \n        </model>\n      </death>\n      <volume>",
                        "</death><volume>")
                .read()
                .model();
        DeathModel usual = DeathModel.NECROSIS;
        assertThat(model.types().getFirst().necrosis())
                .isEqualTo(new DeathModel(
                        usual.unlysedFluidRate(),
                        usual.lysedFluidRate(),
                        usual.cytoplasmicRate(),
                        usual.nuclearRate(),
                        usual.calcificationRate(),
                        usual.ruptureVolume(),
                        1000,
                        false));
        assertThat(value(model, 0, "necrosis")).isZero();
    }

    @Test
    void aListedDeathModelWithoutRateIsOff() {
        TissueModel model = small.with("<death_rate units=\"1/min\">0.003</death_rate>", "")
                .read()
                .model();
        assertThat(value(model, 2, "necrosis")).isZero();
    }

    @Test
    void ratesOfACycleComeFromTheParentWhereItHasTheSameOne() {
        SmallProject project = small.with(
                "<cell_definition name=\"offspring\" parent_type=\"tumour\" ID=\"2\">\n    <phenotype>",
                "<cell_definition name=\"offspring\" parent_type=\"tumour\" ID=\"2\">\n    <phenotype>"
                        + "<cycle code=\"6\"/>");
        TissueModel model = project.read().model();
        assertThat(value(model, 2, "exit from cycle phase 1")).isEqualTo(1 / 480.0);
        assertThat(model.types().get(2).cycle()).isEqualTo(CycleModel.FLOW_CYTOMETRY_SEPARATED);
        model = project.with("<cycle code=\"6\"/>", "<cycle code=\"2\"/>")
                .read()
                .model();
        assertThat(value(model, 2, "exit from cycle phase 1")).isEqualTo(0.00208);
        assertThat(value(model, 2, "exit from cycle phase 3")).isZero();
        assertThat(model.types().get(2).cycle()).isEqualTo(CycleModel.FLOW_CYTOMETRY);
    }

    @Test
    void advancedChemotaxisHasPrecedence() {
        SmallProject project =
                small.with("<enabled>false</enabled>\n            <normalize", "<enabled>true</enabled>\n<normalize");
        assertThat(project.read()
                        .model()
                        .types()
                        .getFirst()
                        .migration()
                        .orElseThrow()
                        .guidance())
                .isEqualTo(new Guidance.Weighted(false));
        project.with("<normalize_each_gradient>false", "<normalize_each_gradient>true");
        assertThat(project.read()
                        .model()
                        .types()
                        .getFirst()
                        .migration()
                        .orElseThrow()
                        .guidance())
                .isEqualTo(new Guidance.Weighted(true));
    }

    @Test
    void aChildFollowsItsParentsGradientAlthoughItsOwnIsNotEnabled() {
        TissueModel model = small.with(
                        "<phenotype>\n      <death>\n        <model code=\"101\" name=\"necrosis\">\n          <death_rate units=\"1/min\">0.003",
                        "<phenotype>\n<motility><options><chemotaxis><enabled>false</enabled><substrate>signal</substrate>"
                                + "<direction>1</direction></chemotaxis></options></motility>\n      <death>\n"
                                + "        <model code=\"101\" name=\"necrosis\">\n          <death_rate"
                                + " units=\"1/min\">0.003")
                .read()
                .model();
        assertThat(model.types().get(2).migration().orElseThrow().guidance())
                .isEqualTo(new Guidance.Chemotaxis(1, true));
    }

    @Test
    void equilibriumDistancesChooseTheAdhesion() {
        SmallProject project = small.with(
                "<set_relative_equilibrium_distance enabled=\"false\"",
                "<set_relative_equilibrium_distance enabled=\"true\"");
        double relative = (1 - 0.9) / (1 - 1.8 / 2.8);
        assertThat(value(project.read().model(), 0, "cell-cell adhesion"))
                .isCloseTo(9 * relative * relative, within(1e-12));
        project.with(
                "<set_absolute_equilibrium_distance enabled=\"false\"",
                "<set_absolute_equilibrium_distance enabled=\"true\"");
        double radii = 15 / Math.cbrt(2000 * 3 / (4 * Math.PI));
        double absolute = (1 - radii / 2) / (1 - radii / 2.8);
        assertThat(value(project.read().model(), 0, "cell-cell adhesion"))
                .isCloseTo(9 * absolute * absolute, within(1e-12));
    }

    @Test
    void attacksWithoutDamageOrDurationHaveNone() {
        PhysiCellProject project = small.with("<attack_damage_rate units=\"1/min\">2</attack_damage_rate>", "")
                .with("<attack_duration units=\"min\">15</attack_duration>", "")
                .with("<dead_phagocytosis_rate units=\"1/min\">0.3</dead_phagocytosis_rate>", "")
                .read();
        assertThat(value(project.model(), 0, "attack damage rate")).isZero();
        assertThat(value(project.model(), 0, "attack duration")).isZero();
        assertThat(value(project.model(), 1, "attack duration")).isZero();
        assertThat(value(project.model(), 0, "phagocytose apoptotic cell")).isZero();
        assertThat(project.notices()).anyMatch(notice -> notice.contains("no <attack_damage_rate>"));
    }

    @Test
    void sidesOfTheEdgeAloneDoNothing() {
        PhysiCellProject project = small.with(
                        "<Dirichlet_boundary_condition units=\"mmHg\" enabled=\"true\">",
                        "<Dirichlet_boundary_condition units=\"mmHg\" enabled=\"false\">")
                .read();
        assertThat(project.model().substances())
                .allMatch(substance -> substance.edge().isEmpty());
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains(":" + small.line("ID=\"xmin\"") + ": <boundary_value>: it has no"));
    }

    @Test
    void sidesOfOneSubstanceCountWhereTheEdgeOfAnotherIsHeld() {
        PhysiCellProject project = small.with(
                        "<Dirichlet_boundary_condition units=\"dimensionless\" enabled=\"false\">0"
                                + "</Dirichlet_boundary_condition>",
                        "<Dirichlet_options><boundary_value ID=\"ymin\" enabled=\"true\">5</boundary_value>"
                                + "</Dirichlet_options>")
                .read();
        assertThat(project.model().substances().get(1).edge()).isEqualTo(Map.of(Face.Y_MIN, 5.0));
    }

    @Test
    void aDomainWithDepthKeepsItsZ() {
        TissueModel model = small.with("<use_2D>true</use_2D>\n</domain>", "</domain>")
                .with("<z_min>-10", "<z_min>-50")
                .read()
                .model();
        assertThat(model.domain().flat()).isFalse();
        assertThat(model.domain().voxels(2)).isEqualTo(3);
        assertThat(model.types().getFirst().migration().orElseThrow().flat()).isFalse();
    }

    @Test
    void cellsAnywhereComeBeforeThoseOfTheFile() {
        PhysiCellProject project = small.read();
        TissueModel model = project.model();
        assertThat(project.placements())
                .containsExactly(
                        new Placement.Scattered(0, 3),
                        new Placement.Scattered(1, 3),
                        new Placement.Scattered(2, 3),
                        new Placement.Cell(0, 10, 20, 0, Double.NaN, Map.of()),
                        new Placement.Cell(
                                1,
                                -30.5,
                                20,
                                0,
                                1000,
                                Map.of(model.behaviours().find("custom:sample").orElseThrow(), 7.0)),
                        new Placement.Cell(
                                2,
                                0,
                                0,
                                0,
                                Double.NaN,
                                Map.of(model.behaviours().find("attack killer").orElseThrow(), 0.5)));
    }

    @Test
    void cellsOfVersionOneNameTypesByNumber() {
        PhysiCellProject project = small.write("config/cells.csv", "10,20,0,2\r\n-1.5e1, 0 ,0, 1\n\n")
                .read();
        assertThat(project.placements().subList(3, 5))
                .containsExactly(
                        new Placement.Cell(2, 10, 20, 0, Double.NaN, Map.of()),
                        new Placement.Cell(1, -15, 0, 0, Double.NaN, Map.of()));
    }

    @Test
    void marksAndLineEndsOfOtherSystemsDoNotMatter() {
        PhysiCellProject project = small.write("config/cells.csv", "\ufeffx,y,z,type\r\n10,20,0,tumour\r\n")
                .read();
        assertThat(project.placements()).hasSize(4);
    }

    @Test
    void noCellsAreNoProblem() {
        PhysiCellProject project = small.write("config/cells.csv", "x,y,z,type\n")
                .with(">3</number_of_cells>", ">0</number_of_cells>")
                .read();
        assertThat(project.placements()).isEmpty();
    }

    @Test
    void concentrationsAtTheStartAreThoseOfTheFile() {
        PhysiCellProject project = small.with(
                        "<initial_condition type=\"csv\" enabled=\"false\">",
                        "<initial_condition type=\"csv\" enabled=\"true\">")
                .read();
        assertThat(project.fields()).hasSize(2);
        assertThat(project.fields().get(0)).hasSize(60).containsOnly(0);
        assertThat(project.fields().get(1)[0]).isEqualTo(1000 - 90 - 0.05);
        assertThat(project.fields().get(1)[9]).isEqualTo(1000 + 90 - 0.05);
        assertThat(project.fields().get(1)[10]).isEqualTo(1000 - 90 - 0.03);
    }

    @Test
    void distributionsOfEveryKind() {
        String start = "<distribution enabled=\"true\" type=\"Uniform\" check_base=\"true\">";
        PhysiCellProject project = small.with(start, """
                        <distribution enabled="false" type="nonsense"><nothing/></distribution>
                        <distribution type="loguniform"><behavior>apoptosis</behavior><min>1e-6</min><max>1e-2</max></distribution>
                        <distribution type="Normal">
                          <behavior>Volume</behavior><mu>2000</mu><sigma>100</sigma><lower_bound>1500</lower_bound>
                        </distribution>
                        <distribution type="LogNormal" check_base="false">
                          <behavior>attack killer</behavior><mu>-1</mu><sigma>0.5</sigma><upper_bound>0.1</upper_bound>
                        </distribution>
                        <distribution type="Log10Normal"><behavior>necrosis</behavior><mu>-2</mu><sigma>1</sigma></distribution>
                        """ + start).read();
        TissueModel model = project.model();
        double ln10 = ElementaryFunctions.log(10);
        assertThat(project.variations())
                .containsExactly(
                        new Variation(2, model.behaviours().find("apoptosis"), new LogUniform(1e-6, 1e-2)),
                        new Variation(
                                2,
                                OptionalInt.empty(),
                                new Truncated(new Normal(2000, 100), 1500, Double.POSITIVE_INFINITY)),
                        new Variation(
                                2,
                                model.behaviours().find("attack killer"),
                                new Truncated(new LogNormal(-1, 0.5), 0, 0.1)),
                        new Variation(2, model.behaviours().find("necrosis"), new LogNormal(-2 * ln10, ln10)),
                        new Variation(2, model.behaviours().find("migration speed"), new Uniform(0.05, 0.2)));
    }

    @Test
    void whatSingleCellsAreGivenIsLostWhereARuleSetsIt() {
        PhysiCellProject project = small.with(
                        "config/cell_rules.csv", "killer,contact with tumour", "offspring,contact with tumour")
                .read();
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains("single cells of \"offspring\" are given for \"migration speed\""));
    }

    @Test
    void whatPhysiCellDoesOtherwiseWithRulesIsTold() {
        PhysiCellProject project = small.write("config/cell_rules.csv", """
                        tumour,oxygen,increases,migration speed,2,1,4,0
                        tumour,oxygen,decreases,migration speed,0,9,4,0
                        tumour,contact with apoptotic cells,increases,migration speed,2,1,4,0
                        """).read();
        assertThat(project.model().rules()).hasSize(3);
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains("both increases and decreases \"migration speed\" of \"tumour\""))
                .anyMatch(notice -> notice.contains("always 0 in PhysiCell 1.14"));
    }

    @Test
    void voxelsMayReachBeyondTheDomain() {
        PhysiCellProject project = small.with("<dx>20</dx>", "<dx>30</dx>").read();
        assertThat(project.model().domain().voxels(0)).isEqualTo(7);
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains("the last voxels reach beyond"))
                .anyMatch(notice -> notice.contains("voxels are not cubes"));
    }

    @Test
    void zerosOfWhatIsNotThereAreLeftOvers() {
        PhysiCellProject project = small.with(
                        "<attack_rate name=\"killer\"",
                        "<attack_rate name=\"forgotten\">0</attack_rate><attack_rate name=\"killer\"")
                .read();
        assertThat(project.notices())
                .anyMatch(notice -> notice.contains("\"forgotten\" is not a cell type (its 0 changes nothing)"));
    }

    @Test
    void theClockGivesASeedWhereNoneIsNamed() {
        assertThat(small.with("<random_seed>17</random_seed>", "<random_seed>system_clock</random_seed>")
                        .read()
                        .seed())
                .isEmpty();
        assertThat(small.with("<number_of_cells", "<random_seed type=\"int\">5</random_seed><number_of_cells")
                        .read()
                        .seed())
                .hasValue(5);
    }

    @Test
    void whatHasNoEffectIsTaken() {
        small.with("<legacy_data><enable>false</enable></legacy_data>", "<legacy_data><any/></legacy_data>")
                .with("</phenotype>\n    <custom_data>", "<molecular/><intracellular/></phenotype><custom_data>")
                .with("<rulesets>", "<rulesets><ruleset protocol=\"X\" enabled=\"false\"><odd/></ruleset>")
                .with("<time_units>min<", "<time_units>minutes<")
                .with("<space_units>micron<", "<space_units>microns<");
        assertThat(small.problems()).isEmpty();
        assertThat(small.read().notices()).isEmpty();
    }

    @Test
    void filesAreAlsoFoundBesideTheSettings() throws java.io.IOException {
        java.nio.file.Files.move(folder.resolve("config"), folder.resolve("other"));
        java.nio.file.Files.createDirectory(folder.resolve("config"));
        PhysiCellProject project = PhysiCellProject.read(folder.resolve("other/PhysiCell_settings.xml"));
        assertThat(project.placements()).hasSize(6);
        assertThat(project.notices()).anyMatch(notice -> notice.contains("is read from"));
    }

    @Test
    void codeOfTheProjectsOwnIsTold() throws java.io.IOException {
        java.nio.file.Files.createDirectory(folder.resolve("custom_modules"));
        assertThat(small.read().notices()).anyMatch(notice -> notice.contains("custom_modules"));
    }

    @Test
    void aProjectWhoseSignalWorksBothWaysRuns() {
        small.write("config/cell_rules.csv", """
                        tumour,oxygen,increases,migration speed,2,1,4,0
                        tumour,oxygen,decreases,migration speed,0,9,4,0
                        """);
        PhysiCellProject project = small.read();
        TissueModel model = project.model();
        try (Tissue tissue = new Tissue(model, project.beginning(), 1, 0, 1)) {
            tissue.advance();
            int i = 0;
            while (tissue.cells().type.values[i] != 0) {
                i++;
            }
            double oxygen = tissue.fields().at(0, i);
            double up = Math.pow(oxygen, 4);
            double down = Math.pow(oxygen / 9, 4);
            double raised = 0.1 + 1.9 * up / (1 + up);
            int speed = model.behaviours().find("migration speed").orElseThrow();
            assertThat(tissue.behaviours().of(speed, i)).isCloseTo(raised / (1 + down), withinPercentage(1));
            tissue.advanceTo(12);
        }
    }

    @Test
    void rulesOfWordsWithoutMeaningAreTold() {
        small.write("config/cell_rules.csv", """
                        tumour,contact with other dead cell,increases,cycle entry,0.002,1,4,0
                        tumour,oxygen,decreases,phagocytose other dead cell,0,9,4,0
                        """);
        assertThat(small.read().notices())
                .anyMatch(each -> each.contains("a rule of \"tumour\": \"contact with other dead cell\" has no effect"))
                .anyMatch(each -> each.contains("a rule of \"tumour\": \"phagocytose other dead cell\" has no effect"));
    }
}
