package org.immunarium.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.LifespanModel;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;

/// How many cells are alive at an age, against the closed form.
final class LifespanTest {

    private static final int CELLS = 2000;

    @Test
    void cellsDieAsTheClosedFormSays() {
        try (Tissue tissue = new TestTissue(10_000, true)
                .steps(new TimeSteps(6, 6, 6))
                .type("T cell")
                .change("T cell", type -> type.withLifespan(new LifespanModel(600, 700)))
                .scattered("T cell", CELLS)
                .start(1, 2)) {
            for (double time : new double[] {120, 350, 600, 690}) {
                tissue.advanceTo(time);
                double alive = CELLS - tissue.losses.of(0, Cause.AGE);
                assertThat(alive / CELLS).isCloseTo(Math.pow(1 - time / 700, 1.0 / 6), within(0.035));
            }
            tissue.advanceTo(708);
            assertThat(tissue.losses.of(0, Cause.AGE)).isEqualTo(CELLS);
        }
    }
}
