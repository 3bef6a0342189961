package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.junit.jupiter.api.Test;

/// Living suppressors that touch an effector hold it back, each by what it has.
final class SuppressionTest {

    @Test
    void suppressorsHoldBackWhomTheyTouch() {
        TestTissue tissue = TestTissue.pairs()
                .does("killer", "TCR affinity to antigen", 9)
                // The target is the one that touches: it may be a suppressor itself.
                .does("tumor", "suppression", 9);
        assertThat(tissue.livingTargets(0, 60)).isCloseTo(TestTissue.lessThanThreeHits(0.009 * 60), within(0.05));
    }

    @Test
    void suppressorsAddUpWhereTheyTouchAndLive() {
        TestTissue test = new TestTissue(200, true)
                .immune()
                .type("T cell")
                .type("suppressor")
                .does("suppressor", "suppression", 0.5)
                .cell("T cell", 0, 0, 0)
                .cell("suppressor", 15, 0, 0)
                .cell("suppressor", 0, 15, 0)
                // Within the lists' skin, but not touching.
                .cell("suppressor", -22, 0, 0)
                .cell("T cell", 0, -15, 0);
        try (Tissue tissue = test.start(1, 1)) {
            Cells cells = tissue.cells();
            Suppression suppression = new Suppression(cells, tissue.behaviours(), tissue.neighbours());
            assertThat(suppression.leaves(TestTissue.find(tissue, 0))).isEqualTo(0.5);
            assertThat(suppression.leaves(TestTissue.find(tissue, 4))).isEqualTo(1);
            cells.fate.values[TestTissue.find(tissue, 1)] = Fate.APOPTOTIC;
            assertThat(suppression.leaves(TestTissue.find(tissue, 0))).isEqualTo(1 / 1.5);
        }
    }
}
