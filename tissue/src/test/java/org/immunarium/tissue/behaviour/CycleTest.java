package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.CycleModel;
import org.junit.jupiter.api.Test;

/// How fast cells divide, against what their rates say.
final class CycleTest {

    @Test
    void cellsAreBornAtTheRateOfTheirCycle() {
        double rate = 0.001;
        TestTissue model = new TestTissue(5000, true)
                .type("cell")
                .does("cell", "cycle entry", rate)
                .scattered("cell", 1000);
        try (Tissue tissue = model.start(7, 2)) {
            tissue.advanceTo(600);
            // 101 rounds at 0, 6, ... 594: each cell divides with the probability 0.006.
            double expected = 1000 * ElementaryFunctions.pow(1 + 6 * rate, 100);
            double deviation = Math.sqrt(1000 * ElementaryFunctions.exp(0.6) * (ElementaryFunctions.exp(0.6) - 1));
            assertThat((double) tissue.cells().count()).isCloseTo(expected, within(4 * deviation));
        }
    }

    @Test
    void aCellWithPhasesOfFixedLengthDividesOnTheMinute() {
        TestTissue model = new TestTissue(500, true)
                .type("cell")
                .cycle("cell", CycleModel.FLOW_CYTOMETRY_SEPARATED.withFixed(true, true, true, true))
                .does("cell", "cycle entry", 1 / 60.0)
                .does("cell", "exit from cycle phase 1", 1 / 120.0)
                .does("cell", "exit from cycle phase 2", 1 / 60.0)
                .does("cell", "exit from cycle phase 3", 1 / 30.0)
                .cell("cell", 0, 0, 0);
        try (Tissue tissue = model.start(7, 1)) {
            // The round at time 0 counts as 6 min.
            tissue.advanceTo(264);
            assertThat(tissue.cells().count()).isEqualTo(1);
            tissue.advanceTo(270);
            assertThat(tissue.cells().count()).isEqualTo(2);
            tissue.advanceTo(540);
            assertThat(tissue.cells().count()).isEqualTo(4);
        }
    }

    @Test
    void aCellSetsOutToDoubleItsSolidsWhereItsCycleSays() {
        TestTissue model = new TestTissue(500, true)
                .type("cell")
                .cycle("cell", CycleModel.FLOW_CYTOMETRY_SEPARATED.withFixed(true, true, true, true))
                .does("cell", "cycle entry", 1 / 60.0)
                .cell("cell", 0, 0, 0);
        try (Tissue tissue = model.start(7, 1)) {
            double before = tissue.cells().targetNuclearSolid.values[0];
            tissue.advanceTo(54);
            assertThat(tissue.cells().phase.values[0]).isZero();
            assertThat(tissue.cells().targetNuclearSolid.values[0]).isEqualTo(before);
            tissue.advanceTo(60);
            assertThat(tissue.cells().phase.values[0]).isEqualTo(1);
            assertThat(tissue.cells().targetNuclearSolid.values[0]).isEqualTo(2 * before);
        }
    }
}
