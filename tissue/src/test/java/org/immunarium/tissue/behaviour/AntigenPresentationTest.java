package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Luck;
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

    /// After one division of each, daughters have mutated with the probability said, by factors
    /// whose logarithms have the spread said, and each that has is a clone.
    @Test
    void mutationsChangeWhatIsMadeAndBeginClones() {
        int mothers = 4000;
        TestTissue test = cells().does("tumor", "mutation of antigen", 0.3).does("tumor", "mutation spread", 0.4);
        try (Tissue tissue = test.start(1, 1)) {
            AntigenPresentation presentation = tissue.immune().orElseThrow().presentation();
            int mutated = 0;
            double squares = 0;
            Set<Long> clones = new HashSet<>();
            for (int k = 0; k < mothers; k++) {
                double before = presentation.onCell(0, 0);
                long clone = presentation.cloneOf(0);
                presentation.inherit(0, 0, new Luck(1, 0, 1).of(0, k, Purpose.DIVISION, 0));
                double factor = ElementaryFunctions.log(presentation.onCell(0, 0) / before);
                assertThat(factor != 0).isEqualTo(presentation.cloneOf(0) != clone);
                mutated += factor != 0 ? 1 : 0;
                clones.add(presentation.cloneOf(0));
                squares += factor * factor;
            }
            // Each time twice, one after the other, as mother and daughter are the same here.
            double share = 1 - 0.7 * 0.7;
            assertThat(mutated / (double) mothers).isCloseTo(share, within(0.03));
            assertThat(clones).hasSizeGreaterThanOrEqualTo(mutated);
            assertThat(squares / mothers).isCloseTo(2 * 0.3 * 0.4 * 0.4, within(0.01));
        }
    }
}
