package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.junit.jupiter.api.Test;

/// What effectors remember of what they saw, against closed forms.
final class StimulationTest {

    @Test
    void exhaustionEndsKilling() {
        TestTissue tissue = TestTissue.pairs()
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "lethal hit rate", 0.02)
                .does("killer", "exhaustion rate", 0.1);
        // The activity falls as exp(-0.09 t): 0.018 / 0.09 = 0.2 hits in all.
        assertThat(tissue.livingTargets(0, 600)).isGreaterThan(0.97);
    }

    @Test
    void whatIsSeenAllTheTimeExhaustsUpToWhatIsRecoveredMeanwhile() {
        TestTissue test = new TestTissue(200, true)
                .immune()
                .type("T cell")
                .does("T cell", "exhaustion rate", 0.02)
                .does("T cell", "exhaustion recovery rate", 0.005)
                .cell("T cell", 0, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Stimulation stimulation = tissue.immune().orElseThrow().stimulation();
            double dt = 0.01;
            for (int step = 0; step < 10_000; step++) {
                stimulation.note(0, 0.75, 0.5, dt / 2);
                stimulation.update(0, dt);
            }
            // Seen half of the time: E' = 0.02 x 0.375 (1 - E) - 0.005 E.
            double expected = 0.0075 / 0.0125 * (1 - Math.exp(-0.0125 * 100));
            assertThat(stimulation.exhaustion(0)).isCloseTo(expected, within(1e-4));
            assertThat(stimulation.of(0)).isCloseTo(0.25, within(1e-12));
            assertThat(stimulation.experience(0)).isCloseTo(25, within(1e-9));
            for (int step = 0; step < 10_000; step++) {
                stimulation.update(0, dt);
            }
            assertThat(stimulation.exhaustion(0)).isCloseTo(expected * Math.exp(-0.005 * 100), within(1e-4));
            assertThat(stimulation.of(0)).isZero();
        }
    }
}
