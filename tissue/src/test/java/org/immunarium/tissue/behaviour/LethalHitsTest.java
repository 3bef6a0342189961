package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Luck;
import org.junit.jupiter.api.Test;

/// How long killing takes, against the gamma distribution that hits give.
final class LethalHitsTest {

    /// A tumour cell, and a killer that always hits.
    private static TestTissue marksman() {
        return new TestTissue(200, true)
                .immune()
                .type("tumor")
                .type("killer")
                .does("killer", "lethal hit rate", 1e9)
                .cell("tumor", 0, 0, 0)
                .cell("killer", 50, 0, 0);
    }

    @Test
    void timeToKillIsGammaDistributed() {
        // Affinity 9 gives a strength of 0.9: hits at 0.09 per min, three of which kill.
        TestTissue tissue = TestTissue.pairs().does("killer", "TCR affinity to antigen", 9);
        for (double time : new double[] {12, 30, 60}) {
            assertThat(tissue.livingTargets(0, time))
                    .as(time + " min")
                    .isCloseTo(TestTissue.lessThanThreeHits(0.09 * time), within(0.075));
        }
    }

    @Test
    void repairSavesWhoIsHitSlowly() {
        TestTissue slow = TestTissue.pairs()
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "lethal hit rate", 0.01)
                .does("tumor", "lethal hit repair rate", 0.2);
        assertThat(slow.livingTargets(0, 300)).isGreaterThan(0.9);
    }

    /// Weigelin et al. 2021, doi 10.1038/s41467-021-25282-3: half of the damage is repaired in 57 min.
    @Test
    void halfOfTheHitsAreRepairedInTheHalfLifeOfTheirSource() {
        try (Tissue tissue = marksman().does("tumor", "lethal hits to die", 10).start(1, 1)) {
            LethalHits hits = tissue.immune().orElseThrow().hits();
            RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.LETHAL_HIT, 0);
            int target = TestTissue.find(tissue, 0);
            int killer = TestTissue.find(tissue, 1);
            for (int hit = 0; hit < 8; hit++) {
                hits.strike(killer, target, 1, Cause.T_CELL_RECEPTOR, 1, luck);
            }
            assertThat(hits.of(target)).isEqualTo(8);
            for (int step = 0; step < 5700; step++) {
                hits.repair(target, 0.01);
            }
            assertThat(hits.of(target)).isCloseTo(4, within(0.02));
        }
    }

    @Test
    void theLastHitKillsAndIsTheKillers() {
        try (Tissue tissue = marksman().start(1, 1)) {
            LethalHits hits = tissue.immune().orElseThrow().hits();
            RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.LETHAL_HIT, 0);
            int target = TestTissue.find(tissue, 0);
            int killer = TestTissue.find(tissue, 1);
            hits.strike(killer, target, 1, Cause.MISSING_SELF, 1, luck);
            hits.strike(killer, target, 1, Cause.MISSING_SELF, 1, luck);
            assertThat(tissue.cells().isAlive(target)).isTrue();
            hits.strike(killer, target, 1, Cause.MISSING_SELF, 1, luck);
            assertThat(tissue.cells().fate.values[target]).isEqualTo(Fate.APOPTOTIC);
            assertThat(tissue.losses().of(0, Cause.MISSING_SELF, 1)).isEqualTo(1);
        }
    }

    /// Weigelin et al. 2021: three hits with less than 50 min between them decide.
    @Test
    void threeHitsKillWhereTheyComeFasterThanTheyAreRepaired() {
        assertThat(isAliveAfter(3, 10)).isFalse();
        assertThat(isAliveAfter(3, 35)).isFalse();
        assertThat(isAliveAfter(3, 45)).isTrue();
        assertThat(isAliveAfter(2, 1)).isTrue();
    }

    /// Whether a target lives after some hits that come so many minutes apart.
    private static boolean isAliveAfter(int count, int apart) {
        try (Tissue tissue = marksman().start(1, 1)) {
            LethalHits hits = tissue.immune().orElseThrow().hits();
            RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.LETHAL_HIT, 0);
            int target = TestTissue.find(tissue, 0);
            for (int hit = 0; hit < count; hit++) {
                hits.strike(TestTissue.find(tissue, 1), target, 1, Cause.T_CELL_RECEPTOR, 1, luck);
                for (int step = 0; step < 10 * apart; step++) {
                    hits.repair(target, 0.1);
                }
            }
            return tissue.cells().isAlive(target);
        }
    }
}
