package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.tissue.Luck;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.junit.jupiter.api.Test;

/// What is stripped off a cell comes back; what it has lost does not.
final class AntigenPresentationTest {

    private static TestTissue cells() {
        return new TestTissue(200, true)
                .immune()
                .type("tumor")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "antigen recovery rate", 0.1)
                .cell("tumor", 0, 0, 0);
    }

    @Test
    void whatWasStrippedOffToTheLastIsMadeAnew() {
        try (Tissue tissue = cells().start(1, 1)) {
            AntigenPresentation presentation = tissue.immune().orElseThrow().presentation();
            presentation.strip(0, 0, 1);
            assertThat(presentation.onCell(0, 0)).isZero();
            for (int step = 0; step < 100; step++) {
                presentation.recover(0, 0.1);
            }
            assertThat(presentation.onCell(0, 0)).isCloseTo(1 - Math.exp(-1), within(0.01));
        }
    }

    @Test
    void antigensAreLostAtDivisionForGood() {
        TestTissue tissue = new TestTissue(1000, false)
                .immune()
                .type("tumor")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "loss of antigen", 0.25)
                .does("tumor", "cycle entry", 1 / 60.0)
                .scattered("tumor", 1000);
        try (Tissue run = tissue.start(1, 2)) {
            run.advanceTo(61);
            int lost = 0;
            for (int i = 0; i < run.cells().count(); i++) {
                double has = run.immune().orElseThrow().presentation().onCell(0, i);
                assertThat(has).isIn(0.0, 1.0);
                lost += has == 0 ? 1 : 0;
            }
            // A cell divides k times along its line, on average 11 steps at 0.1 each: E[0.75^k] of lines keep it.
            double kept = 1 - lost / (double) run.cells().count();
            double perStep = (0.9 + 2 * 0.1 * 0.75) / 1.1;
            assertThat(kept).isCloseTo(Math.pow(perStep, 11), within(0.04));
        }
    }

    @Test
    void whatIsLostAtDivisionStaysLost() {
        try (Tissue tissue = cells().does("tumor", "loss of antigen", 1).start(1, 1)) {
            AntigenPresentation presentation = tissue.immune().orElseThrow().presentation();
            presentation.inherit(0, 0, new Luck(1, 0, 1).of(0, 0, Purpose.DIVISION, 0));
            presentation.recover(0, 100);
            assertThat(presentation.onCell(0, 0)).isZero();
        }
    }
}
