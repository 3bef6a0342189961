package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Luck;
import org.junit.jupiter.api.Test;

/// How active an effector is: what it knows, less what holds it back.
final class SynapseTest {

    private static Tissue couple() {
        return new TestTissue(200, true)
                .immune()
                .type("tumor")
                .type("T cell")
                .type("suppressor")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "PD-L1 expression", 0.5)
                .does("T cell", "engagement rate", 0.2)
                .does("T cell", "TCR affinity to antigen", 4)
                .does("T cell", "PD-1 expression", 0.5)
                .does("T cell", "exhaustion rate", 0.5)
                .does("suppressor", "suppression", 3)
                .cell("tumor", 0, 0, 0)
                .cell("T cell", 15, 0, 0)
                .cell("suppressor", 30, 0, 0)
                .start(1, 1);
    }

    @Test
    void aCellIsEngagedAtTheRateTimesHowWellItIsKnown() {
        try (Tissue tissue = couple()) {
            Synapse synapse = tissue.immune().orElseThrow().synapse();
            int tumour = TestTissue.find(tissue, 0);
            int effector = TestTissue.find(tissue, 1);
            assertThat(synapse.rate(effector, tumour)).isCloseTo(0.2 * 0.8, within(1e-12));
            assertThat(synapse.rate(tumour, effector)).isZero();
        }
    }

    @Test
    void allThatHoldsAnEffectorBackMultiplies() {
        try (Tissue tissue = couple()) {
            ImmuneSystem immune = tissue.immune().orElseThrow();
            int tumour = TestTissue.find(tissue, 0);
            int effector = TestTissue.find(tissue, 1);
            RandomStream luck = new Luck(1, 0, 1).of(0, 0, Purpose.LETHAL_HIT, 0);
            immune.synapse().act(effector, tumour, 6, luck);
            immune.stimulation().update(effector, 6);
            // PD-1 engaged as much as halves, a suppressor of 3 that quarters.
            double active = 0.8 * 0.5 * 0.25;
            assertThat(immune.stimulation().of(effector)).isCloseTo(active, within(1e-12));
            // It tires by what it knows, whatever holds it back: 0.5 x 0.8 x 6 = 2.4.
            assertThat(immune.stimulation().exhaustion(effector)).isCloseTo(2.4 / 3.4, within(1e-12));
            immune.synapse().act(effector, tumour, 6, luck);
            immune.stimulation().update(effector, 6);
            assertThat(immune.stimulation().of(effector)).isCloseTo(active / 3.4, within(1e-12));
        }
    }
}
