package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.junit.jupiter.api.Test;

/// What cells sense is what there is.
final class SensesTest {

    private static double sensed(Tissue tissue, int cell, String signal) {
        TissueModel model = tissue.model();
        int[] places = {model.signals().find(signal).orElseThrow()};
        Senses senses = new Senses(
                model,
                tissue.cells(),
                tissue.behaviours(),
                tissue.fields(),
                tissue.neighbours(),
                tissue.immune().orElse(null),
                places);
        double[] values = new double[1];
        senses.look(cell, new boolean[] {true}, 42, values, senses.contacts());
        return values[0];
    }

    @Test
    void neighboursCountByTypeAndByWhetherTheyLive() {
        TestTissue test = new TestTissue(200, true)
                .type("tumor")
                .type("T cell")
                .does("T cell", "is_movable", 0)
                .cell("tumor", 0, 0, 0)
                .cell("tumor", 15, 0, 0)
                .cell("T cell", -15, 0, 0)
                .cell("tumor", 0, 15, 0)
                .cell("tumor", 0, -15, 0)
                // Near, but not touching.
                .cell("T cell", 15, -15.5, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            cells.fate.values[TestTissue.find(tissue, 1)] = Fate.APOPTOTIC;
            cells.fate.values[TestTissue.find(tissue, 3)] = Fate.LYSED;
            int middle = TestTissue.find(tissue, 0);
            assertThat(sensed(tissue, middle, "contact with tumor")).isEqualTo(3);
            assertThat(sensed(tissue, middle, "contact with T cell")).isEqualTo(1);
            assertThat(sensed(tissue, middle, "contact with live cell")).isEqualTo(2);
            assertThat(sensed(tissue, middle, "contact with dead cell")).isEqualTo(2);
            assertThat(sensed(tissue, middle, "contact with apoptotic cell")).isEqualTo(1);
            assertThat(sensed(tissue, middle, "contact with necrotic cell")).isEqualTo(1);
            // It cannot move, and so touches nobody.
            assertThat(sensed(tissue, TestTissue.find(tissue, 2), "contact with tumor"))
                    .isZero();
        }
    }

    @Test
    void substancesAreSensedWhereTheCellIs() {
        TestTissue test = new TestTissue(200, true)
                .substance("factor", 0, 0, 0)
                .type("T cell")
                .cell("T cell", 45, 5, 0);
        try (Tissue tissue = test.start(1, 1)) {
            TestTissue.ramp(tissue);
            // The middle of its voxel, which is 20 µm wide; the ramp's slope is 1.
            assertThat(sensed(tissue, 0, "factor")).isEqualTo(1050);
            assertThat(sensed(tissue, 0, "factor gradient")).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void whatIsBelowZeroIsSensedAsNothing() {
        TestTissue test = new TestTissue(200, true)
                .internalises()
                .substance("factor", 0, 0, 1)
                .type("T cell")
                .does("T cell", "factor secretion", 1)
                .does("T cell", "factor secretion target", 2)
                .cell("T cell", 45, 5, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(1);
            assertThat(tissue.fields().exchange().inside(0, 0)).isNegative();
            assertThat(sensed(tissue, 0, "internalized factor")).isZero();
            Arrays.fill(tissue.fields().concentrations(0), -1e-3);
            assertThat(sensed(tissue, 0, "factor")).isZero();
        }
    }

    @Test
    void rulesTakeConcentrationsALittleBelowZeroForNothing() {
        // A power that is not whole: NaN of what is below 0.
        TestTissue test = new TestTissue(200, true)
                .substance("factor", 0, 0, 1)
                .type("T cell")
                .does("T cell", "migration speed", 1)
                .rule("T cell", "factor", true, "migration speed", 4, 1e-3, 2.5)
                .cell("T cell", 45, 5, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Arrays.fill(tissue.fields().concentrations(0), -1e-3);
            tissue.advanceTo(6);
            int speed = tissue.model().behaviours().find("migration speed").orElseThrow();
            assertThat(tissue.behaviours().of(speed, 0)).isEqualTo(1);
        }
    }

    @Test
    void aCellSensesWhatItIs() {
        TestTissue test = new TestTissue(200, true)
                .immune()
                .variable("oncoprotein")
                .type("tumor")
                .does("tumor", "custom:oncoprotein", 1.5)
                .does("tumor", "antigen expression", 0.7)
                .cell("tumor", 0, 0, 0);
        try (Tissue tissue =
                test.start(new Treatment(List.of(new Treatment.Course(t -> 4, 0.25)), List.of(), List.of()), 1, 1)) {
            tissue.cells().damage.values[0] = 3;
            tissue.cells().target.values[0] = 7;
            assertThat(sensed(tissue, 0, "volume")).isCloseTo(2494, within(1e-9));
            assertThat(sensed(tissue, 0, "damage")).isEqualTo(3);
            assertThat(sensed(tissue, 0, "attacking")).isEqualTo(1);
            assertThat(sensed(tissue, 0, "time")).isEqualTo(42);
            assertThat(sensed(tissue, 0, "custom:oncoprotein")).isEqualTo(1.5);
            assertThat(sensed(tissue, 0, "antigen on cell")).isEqualTo(0.7);
            assertThat(sensed(tissue, 0, "drug concentration")).isEqualTo(4);
            assertThat(sensed(tissue, 0, "dead")).isZero();
            tissue.cells().fate.values[0] = Fate.NECROTIC;
            assertThat(sensed(tissue, 0, "dead")).isEqualTo(1);
            assertThat(sensed(tissue, 0, "necrotic")).isEqualTo(1);
            assertThat(sensed(tissue, 0, "apoptotic")).isZero();
        }
    }
}
