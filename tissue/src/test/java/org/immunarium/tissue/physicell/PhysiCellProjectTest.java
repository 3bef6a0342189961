package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.immunarium.tissue.physicell.SmallProject.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
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
    void filesAreAlsoFoundBesideTheSettings() throws IOException {
        Files.move(folder.resolve("config"), folder.resolve("other"));
        Files.createDirectory(folder.resolve("config"));
        PhysiCellProject project = PhysiCellProject.read(folder.resolve("other/PhysiCell_settings.xml"));
        assertThat(project.placements()).hasSize(6);
        assertThat(project.notices()).anyMatch(notice -> notice.contains("is read from"));
    }

    @Test
    void codeOfTheProjectsOwnIsTold() throws IOException {
        Files.createDirectory(folder.resolve("custom_modules"));
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
