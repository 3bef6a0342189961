package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.tissue.Luck;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Immunity;
import org.junit.jupiter.api.Test;

/// What is stripped off a cell comes back; what it has lost does not.
final class AntigenPresentationTest {

    private static TestTissue cells() {
        return new TestTissue(200, true)
                .immunity(new Immunity(
                        List.of("antigen"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
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
    void whatIsLostAtDivisionStaysLost() {
        try (Tissue tissue = cells().does("tumor", "loss of antigen", 1).start(1, 1)) {
            AntigenPresentation presentation = tissue.immune().orElseThrow().presentation();
            presentation.inherit(0, 0, new Luck(1, 0, 1).of(0, 0, Purpose.DIVISION, 0));
            presentation.recover(0, 100);
            assertThat(presentation.onCell(0, 0)).isZero();
        }
    }
}
