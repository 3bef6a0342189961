package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.immunarium.tissue.physicell.SmallProject.value;

import java.nio.file.Path;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.TissueModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a type of a project is, and what it has from its parent or the first one.
class TypeReaderTest {

    @TempDir
    Path folder;

    private SmallProject small;

    @BeforeEach
    void begin() {
        small = SmallProject.in(folder);
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
}
