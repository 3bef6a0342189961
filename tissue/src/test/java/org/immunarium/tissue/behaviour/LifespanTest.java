package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.LifespanModel;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;

/// How many cells are alive at an age, against the closed form.
final class LifespanTest {

    private static final int CELLS = 2000;

    @Test
    void cellsDieAsTheClosedFormSays() {
        try (Tissue tissue = new TestTissue(10_000, true)
                .steps(new TimeSteps(1, 1, 1))
                .type("T cell")
                .change("T cell", type -> type.withLifespan(new LifespanModel(600, 700)))
                .scattered("T cell", CELLS)
                .start(1, 2)) {
            for (double time : new double[] {120, 350, 600, 690}) {
                tissue.advanceTo(time);
                double alive = CELLS - tissue.losses().of(0, Cause.AGE);
                assertThat(alive / CELLS).isCloseTo(Math.pow(1 - time / 700, 1.0 / 6), within(0.035));
            }
            tissue.advanceTo(702);
            assertThat(tissue.losses().of(0, Cause.AGE)).isEqualTo(CELLS);
        }
    }

    @Test
    void whoBecomesAnotherKeepsItsAgeAndDaughtersAreYoung() {
        TestTissue test = new TestTissue(200, true)
                .type("naive")
                .type("T cell")
                .change("T cell", type -> type.withLifespan(new LifespanModel(100, 101)))
                .rule("naive", "time", true, "transform to T cell", 1e9, 84, 64)
                .cell("naive", 0, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(84);
            assertThat(tissue.losses().of(1, Cause.AGE)).isZero();
            tissue.advanceTo(132);
            assertThat(tissue.losses().of(1, Cause.AGE)).isEqualTo(1);
        }
        TestTissue dividing = new TestTissue(200, true)
                .type("T cell")
                .does("T cell", "cycle entry", 1.0 / 57)
                .cycle("T cell", CycleModel.LIVE.withFixed(true))
                .change("T cell", type -> type.withLifespan(new LifespanModel(100, 101)))
                .cell("T cell", 0, 0, 0);
        try (Tissue tissue = dividing.start(1, 1)) {
            tissue.advanceTo(108);
            assertThat(tissue.losses().of(0, Cause.AGE)).isEqualTo(1);
            assertThat(tissue.cells().count()).isGreaterThanOrEqualTo(2);
        }
    }
}
