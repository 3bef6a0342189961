package org.immunarium.tissue.physicell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.tissue.OutsideData;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.VolumeModel;
import org.junit.jupiter.api.Test;

/// The two projects that PhysiCell was measured with, value by value: `docs/physicell.md`, section
/// 11.
class ReferenceProjectsTest {

    private static final double GONE_RATE = 0.001938;

    private static PhysiCellProject project(String name) {
        return PhysiCellProject.read(OutsideData.path("physicell/" + name + "/run_as_measured.xml"));
    }

    private static CellType type(TissueModel model, String name) {
        return model.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(TissueModel model, String type, String behaviour) {
        return type(model, type).behaviours()[model.behaviours().find(behaviour).orElseThrow()];
    }

    private static void assertCommon(PhysiCellProject project) {
        TissueModel model = project.model();
        assertThat(project.duration()).isEqualTo(1440);
        assertThat(project.saveInterval()).hasValue(60);
        assertThat(project.seed()).hasValue(1);
        assertThat(project.fields()).isEmpty();
        assertThat(project.variations()).isEmpty();
        assertThat(model.steps()).isEqualTo(TimeSteps.DEFAULT);
        assertThat(model.domain().flat()).isTrue();
        assertThat(model.domain().wall()).isTrue();
        assertThat(model.domain().spacing()).containsExactly(20, 20, 20);
        assertThat(model.domain().lower()[2]).isEqualTo(-10);
        assertThat(model.domain().upper()[2]).isEqualTo(10);
        assertThat(model.springs()).isTrue();
        assertThat(model.internalises()).isFalse();
        assertThat(model.variables()).containsExactly(new Variable("sample", "dimensionless", false));
        for (CellType type : model.types()) {
            assertThat(type.volume()).isEqualTo(new VolumeModel(2494, 540, 0.75, 0.05, 0.0045, 0.0055, 0, 0, 2));
            assertThat(type.asymmetric()).isFalse();
            assertThat(type.migration().map(MigrationModel::flat).orElse(true)).isTrue();
            // Apoptotic cells go by chance, since the last type says so; lysed ones after 60 days.
            assertThat(type.apoptosis())
                    .isEqualTo(new DeathModel(0.05, 0, 0.0166667, 0.00583333, 0, 2, 1 / GONE_RATE, false));
            assertThat(type.necrosis().duration()).isCloseTo(86_400, within(1.0));
            assertThat(type.necrosis().fixed()).isTrue();
        }
        assertThat(project.notices())
                .filteredOn(notice -> notice.contains("are shared by all types"))
                .hasSize(2);
    }

    private static long placed(PhysiCellProject project, int type) {
        return project.placements().stream()
                .filter(placement -> placement instanceof Placement.Cell cell && cell.type() == type)
                .count();
    }

    private static Map<Face, Double> fourEdges(double value) {
        return Map.of(Face.X_MIN, value, Face.X_MAX, value, Face.Y_MIN, value, Face.Y_MAX, value);
    }

    @Test
    void tumourAndImmuneCells() {
        PhysiCellProject project = project("tumor_immune_base");
        assertCommon(project);
        TissueModel model = project.model();
        assertThat(model.title()).isEqualTo("tumor_immune_base");
        assertThat(model.domain().voxels(0)).isEqualTo(75);
        assertThat(model.domain().voxels(1)).isEqualTo(75);
        assertThat(model.domain().voxels(2)).isEqualTo(1);
        assertThat(model.substances())
                .containsExactly(
                        new Substance("oxygen", "dimensionless", 1e5, 0.1, 38, fourEdges(38)),
                        new Substance("debris", "dimensionless", 1, 0, 0, Map.of()),
                        new Substance("pro-inflammatory factor", "dimensionless", 1000, 0.1, 0, Map.of()),
                        new Substance("anti-inflammatory factor", "dimensionless", 1000, 0.1, 0, Map.of()));
        assertThat(model.types()).extracting(CellType::name).containsExactly("tumor", "macrophage", "CD8 T cell");
        assertThat(model.types()).extracting(CellType::cycle).containsOnly(CycleModel.LIVE);
        assertThat(model.types())
                .extracting(CellType::migration)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new MigrationModel(true, new Guidance.Chemotaxis(1, true))),
                        Optional.of(new MigrationModel(true, new Guidance.Chemotaxis(2, true))));
        assertThat(type(model, "tumor").necrosis())
                .isEqualTo(new DeathModel(0.05, 0, 0.0166667, 0.00583333, 0, 2, 1 / 1.15741e-5, true));
        assertThat(type(model, "macrophage").necrosis())
                .isEqualTo(type(model, "CD8 T cell").necrosis())
                .isEqualTo(
                        new DeathModel(0.0111667, 8.33333e-4, 5.33333e-5, 2.16667e-4, 7e-5, 2, 1 / 1.15741e-5, true));
        assertBehaviours(model, "tumor", """
                oxygen secretion target 1
                debris secretion target 1
                pro-inflammatory factor secretion target 1
                anti-inflammatory factor secretion target 1
                oxygen uptake 10
                cycle entry 7.2e-4
                apoptosis 5.31667e-05
                necrosis 2.8e-3
                cell-cell adhesion 0.4
                custom:sample 1
                attack duration 0.1
                """);
        assertBehaviours(model, "macrophage", """
                oxygen secretion target 1
                debris secretion target 1
                pro-inflammatory factor secretion target 1
                anti-inflammatory factor secretion target 1
                oxygen uptake 10
                debris uptake 1
                anti-inflammatory factor secretion 10
                migration speed 1
                migration bias 0.25
                migration persistence time 5
                phagocytose apoptotic cell 0.1
                phagocytose necrotic cell 0.017
                attack duration 0.1
                """);
        assertBehaviours(model, "CD8 T cell", """
                oxygen secretion target 1
                debris secretion target 1
                pro-inflammatory factor secretion target 1
                anti-inflammatory factor secretion target 1
                oxygen uptake 10
                pro-inflammatory factor uptake 1
                anti-inflammatory factor uptake 1
                migration speed 1
                migration bias 0.5
                migration persistence time 5
                attack tumor 0.1
                attack duration 15
                """);
        assertThat(model.rules()).hasSize(11);
        assertThat(model.rules().getFirst())
                .isEqualTo(new Rule(
                        0,
                        model.signals().find("oxygen").orElseThrow(),
                        Rule.Response.INCREASES,
                        model.behaviours().find("cycle entry").orElseThrow(),
                        7.2e-3,
                        21.5,
                        4,
                        false));
        assertThat(model.rules()).filteredOn(Rule::appliesToDead).hasSize(1);
        assertThat(project.placements()).hasSize(2200);
        assertThat(IntStream.range(0, 3).mapToLong(type -> placed(project, type)))
                .containsExactly(2000L, 100L, 100L);
        assertThat(project.placements().getFirst())
                .isEqualTo(new Placement.Cell(0, 20.396273742878748, 75.2734949636644, 0, Double.NaN, Map.of()));
        assertThat(project.files().values())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("cell_rules.csv", "cells.csv");
        assertThat(project.notices())
                .filteredOn(notice -> notice.contains("\"substrate\" is not a substance"))
                .hasSize(3);
        assertThat(project.notices()).anyMatch(notice -> notice.contains("custom:GFP"));
    }

    @Test
    void macrophagesAndExhaustion() {
        PhysiCellProject project = project("rules_sample");
        assertCommon(project);
        TissueModel model = project.model();
        assertThat(model.domain().voxels(0)).isEqualTo(50);
        assertThat(model.domain().voxels(1)).isEqualTo(50);
        assertThat(model.substances())
                .containsExactly(
                        new Substance("oxygen", "dimensionless", 1e5, 0.1, 38, fourEdges(20)),
                        new Substance("apoptotic debris", "dimensionless", 1, 0, 0, Map.of()),
                        new Substance("necrotic debris", "dimensionless", 1, 0, 0, Map.of()),
                        new Substance("pro-inflammatory factor", "dimensionless", 1e4, 1, 0, Map.of()),
                        new Substance("anti-inflammatory factor", "dimensionless", 1e4, 1, 0, Map.of()));
        assertThat(model.types())
                .extracting(CellType::name)
                .containsExactly(
                        "malignant epithelial cell",
                        "M0 macrophage",
                        "M1 macrophage",
                        "M2 macrophage",
                        "effector T cell",
                        "exhausted T cell");
        assertThat(model.types())
                .extracting(type -> type.migration().orElseThrow().guidance())
                .containsOnly(new Guidance.Weighted(false));
        assertThat(model.types().getFirst().cycle())
                .isEqualTo(CycleModel.FLOW_CYTOMETRY_SEPARATED.withFixed(false, true, true, true));
        assertThat(model.types().subList(1, 6)).extracting(CellType::cycle).containsOnly(CycleModel.LIVE);
        List<String> others = names(model).subList(1, 6);
        for (String type : names(model)) {
            assertThat(value(model, type, "relative maximum adhesion distance")).isEqualTo(1.5);
            assertThat(value(model, type, "cell-cell adhesion")).isEqualTo(others.contains(type) ? 0 : 0.4);
            assertThat(value(model, type, "cell-cell repulsion")).isEqualTo(10);
            assertThat(value(model, type, "oxygen uptake")).isEqualTo(10);
        }
        for (String type : others) {
            assertThat(value(model, type, "cycle entry")).isZero();
            assertThat(value(model, type, "exit from cycle phase 1")).isZero();
        }
        String malignant = "malignant epithelial cell";
        assertThat(IntStream.range(0, 6)
                        .mapToDouble(phase -> type(model, malignant)
                                .behaviours()[model.behaviours().place(Behaviour.exit(phase))]))
                .containsExactly(3.333e-5, 0.002083, 0.004167, 0.016667, 0.0, 0.0);
        assertThat(value(model, malignant, "apoptosis")).isEqualTo(7e-5);
        assertThat(value(model, malignant, "necrosis")).isEqualTo(3e-3);
        assertThat(value(model, malignant, "chemotactic response to oxygen")).isEqualTo(1);
        assertThat(value(model, malignant, "migration speed")).isEqualTo(0.1);
        assertThat(type(model, malignant).necrosis().nuclearRate()).isEqualTo(2.16667e-3);
        assertThat(value(model, "effector T cell", "attack " + malignant)).isEqualTo(0.01);
        assertThat(value(model, "effector T cell", "attack duration")).isEqualTo(0.1);
        assertThat(value(model, "M1 macrophage", "transform to M2 macrophage")).isEqualTo(0.001);
        assertThat(value(model, "exhausted T cell", "migration speed")).isEqualTo(0.01);
        assertThat(model.rules()).hasSize(27);
        assertThat(project.placements()).hasSize(1300);
        assertThat(IntStream.range(0, 6).mapToLong(type -> placed(project, type)))
                .containsExactly(1000L, 150L, 0L, 0L, 150L, 0L);
    }

    private static List<String> names(TissueModel model) {
        return model.types().stream().map(CellType::name).toList();
    }

    /// All that is not 0, but for what all types of the project have in common.
    private static void assertBehaviours(TissueModel model, String type, String expected) {
        double[] values = new double[model.behaviours().size()];
        String common = """
                cell-cell adhesion elastic constant 0.01
                relative maximum adhesion distance 1.25
                cell-cell repulsion 10
                cell-BM adhesion 4
                cell-BM repulsion 100
                adhesive affinity to tumor 1
                adhesive affinity to macrophage 1
                adhesive affinity to CD8 T cell 1
                immunogenicity to tumor 1
                immunogenicity to macrophage 1
                immunogenicity to CD8 T cell 1
                is_movable 1
                maximum number of cell attachments 12
                attack damage rate 1
                """;
        (common + expected).lines().forEach(line -> {
            int end = line.lastIndexOf(' ');
            values[model.behaviours().find(line.substring(0, end)).orElseThrow()] =
                    Double.parseDouble(line.substring(end + 1));
        });
        double[] found = type(model, type).behaviours();
        for (int place = 0; place < values.length; place++) {
            assertThat(found[place])
                    .as(type + ": " + model.behaviours().name(place))
                    .isEqualTo(values[place]);
        }
    }

    @Test
    void aFolderIsEnough() {
        PhysiCellProject project = PhysiCellProject.read(OutsideData.path("physicell/rules_sample"));
        assertThat(project.duration()).isEqualTo(7200);
        assertThat(project.seed()).hasValue(0);
        assertThat(project.files().containsKey("./config/cells.csv")).isTrue();
    }
}
