package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often cells begin something with those that they touch, against their rates.
final class EncountersTest {

    private static final int PAIRS = TestTissue.PAIRS;

    /// Pairs of which one cell does nothing unless it is said to.
    private static TestTissue pairs() {
        return TestTissue.pairs().does("killer", "engagement rate", 0);
    }

    @Test
    void cellsEatAtTheirRate() {
        assertThat(pairs().does("killer", "phagocytose tumor", 0.02).livingTargets(0, 60))
                .isCloseTo(Math.exp(-0.02 * 60), within(0.075));
    }

    @Test
    void attacksBeginAtTheRateTimesHowImmunogenicTheTargetIs() {
        TestTissue tissue = pairs().does("killer", "attack tumor", 0.05).does("tumor", "immunogenicity to killer", 0.4);
        try (Tissue run = tissue.start(1, 2)) {
            run.advanceTo(60);
            int attackers = 0;
            for (int i = 0; i < run.cells().count(); i++) {
                attackers += run.cells().target.values[i] >= 0 ? 1 : 0;
            }
            assertThat(attackers / (double) PAIRS).isCloseTo(1 - Math.exp(-0.05 * 0.4 * 60), within(0.075));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoMayAttackAndEngageDoesEachAtItsRate(boolean longSteps) {
        TestTissue tissue = TestTissue.pairs()
                .does("killer", "TCR affinity to antigen", 1)
                .does("killer", "engagement rate", 0.04)
                .does("killer", "lethal hit rate", 0)
                .does("killer", "attack tumor", 0.01);
        if (longSteps) {
            tissue.steps(new TimeSteps(0.1, 0.1, 6, 1, false));
        }
        try (Tissue run = tissue.start(1, 2)) {
            run.advanceTo(60);
            double begun = 0;
            double wounded = 0;
            for (int i = 0; i < run.cells().count(); i++) {
                begun += run.cells().target.values[i] >= 0 ? 1.0 / PAIRS : 0;
                wounded += run.cells().damage.values[i] > 0 ? 1.0 / PAIRS : 0;
            }
            assertThat(begun).isCloseTo(1 - Math.exp(-0.03 * 60), within(0.06));
            assertThat(wounded).isCloseTo((1 - Math.exp(-0.03 * 60)) / 3, within(0.07));
        }
    }

    @Test
    void aCellEatsOneInAStepAtMost() {
        TestTissue tissue = new TestTissue(200, true)
                .type("tumor")
                .type("eater")
                .does("eater", "phagocytose tumor", 1e9)
                .cell("tumor", -15, 0, 0)
                .cell("tumor", 15, 0, 0)
                .cell("eater", 0, 0, 0);
        try (Tissue run = tissue.start(1, 1)) {
            run.advance();
            assertThat(run.cells().count()).isEqualTo(2);
            run.advance();
            assertThat(run.cells().count()).isEqualTo(1);
        }
    }

    @Test
    void whoComesTooLateHasLostTheChance() {
        TestTissue tissue = new TestTissue(200, true)
                .type("tumor")
                .type("eater")
                .does("eater", "phagocytose tumor", 1e9)
                .cell("eater", 15, 0, 0)
                .cell("tumor", 0, 0, 0)
                .cell("eater", -15, 0, 0);
        try (Tissue run = tissue.start(1, 2)) {
            double one = run.cells().volume.values[0];
            run.advance();
            assertThat(run.cells().count()).isEqualTo(2);
            // The one with the lower id is first.
            assertThat(run.cells().volume.values[TestTissue.find(run, 0)]).isCloseTo(2 * one, within(1e-9));
            assertThat(run.cells().volume.values[TestTissue.find(run, 2)]).isCloseTo(one, within(1e-9));
            assertThat(run.losses().of(0, Cause.PHAGOCYTOSIS, 1)).isEqualTo(1);
        }
    }

    @Test
    void whoCannotMoveMeetsNobody() {
        assertThat(pairs().does("killer", "phagocytose tumor", 1e9)
                        .does("killer", "is_movable", 0)
                        .livingTargets(0, 6))
                .isEqualTo(1);
    }
}
