package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Receptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What PD-L1 leaves of a T cell, and what blocking it gives back.
final class CheckpointTest {

    @Test
    void pdL1StopsATCellAndItsBlockadeLetsItGoOn() {
        TestTissue tissue = TestTissue.pairs(new Action.Blocks(new Agent.FromBlood(0), Receptor.PD_1, 1))
                .does("killer", "TCR affinity to antigen", 9)
                .does("killer", "PD-1 expression", 1)
                .does("tumor", "PD-L1 expression", 1);
        // k = 0.25: 1/17 of the activity is left; with 99 % of PD-1 covered nearly all.
        assertThat(tissue.livingTargets(0, 60)).isCloseTo(TestTissue.lessThanThreeHits(0.09 / 17 * 60), within(0.05));
        assertThat(tissue.livingTargets(99, 60)).isCloseTo(TestTissue.lessThanThreeHits(0.09 * 60), within(0.07));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "0.5, 0.5, 0.5", "1, 1, 0.058823529412", "0.25, 3, 0.1"})
    void whatIsLeftFallsWithTheSquareOfWhatIsEngaged(double pd1, double pdL1, double left) {
        TestTissue tissue = new TestTissue(200, true)
                .immune()
                .type("T cell")
                .type("tumor")
                .does("T cell", "PD-1 expression", pd1)
                .does("tumor", "PD-L1 expression", pdL1)
                .cell("T cell", 0, 0, 0)
                .cell("tumor", 15, 0, 0);
        try (Tissue run = tissue.start(1, 1)) {
            Checkpoint checkpoint =
                    new Checkpoint(run.behaviours(), run.immune().orElseThrow().agents());
            assertThat(checkpoint.leaves(TestTissue.find(run, 0), TestTissue.find(run, 1)))
                    .isCloseTo(left, within(1e-9));
        }
    }
}
