package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.mechanics.Springs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many are attached, against the equilibrium of taking hold and letting go.
final class AttachmentTest {

    private static final int PAIRS = 400;

    private static TestTissue pairs() {
        TestTissue tissue = new TestTissue(1000, true).type("cell").does("cell", "is_movable", 0);
        for (int k = 0; k < PAIRS; k++) {
            double x = -950 + 100 * (k % 20);
            double y = -950 + 100 * (k / 20);
            tissue.cell("cell", x, y, 0).cell("cell", x + 16, y, 0);
        }
        return tissue;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25})
    void takingHoldAndLettingGoComeToAnEquilibrium(double affinity) {
        TestTissue tissue = pairs().does("cell", "cell attachment rate", 0.1)
                .does("cell", "cell detachment rate", 0.05)
                .does("cell", "adhesive affinity to cell", affinity);
        try (Tissue run = tissue.start(1, 2)) {
            run.advanceTo(90);
            // Of both ends each may take hold, and each may let go.
            double expected = 0.1 * affinity / (0.1 * affinity + 0.05);
            assertThat(run.springs().count() / (double) PAIRS).isCloseTo(expected, within(0.08));
        }
    }

    @Test
    void whoIsHeldIsLetGoAtTheRatesOfBothEnds() {
        TestTissue tissue = pairs().does("cell", "cell detachment rate", 0.02);
        try (Tissue run = tissue.start(1, 2)) {
            for (long id = 0; id < 2 * PAIRS; id += 2) {
                run.springs().attach(id, id + 1);
            }
            run.advanceTo(30);
            assertThat(run.springs().count() / (double) PAIRS).isCloseTo(Math.exp(-2 * 0.02 * 30), within(0.08));
        }
    }

    @Test
    void nobodyHasMoreAttachmentsThanItCanHave() {
        TestTissue tissue = new TestTissue(200, true)
                .type("cell")
                .does("cell", "is_movable", 0)
                .does("cell", "cell attachment rate", 1e9)
                .does("cell", "maximum number of cell attachments", 2);
        for (int k = 0; k < 5; k++) {
            for (int l = 0; l < 5; l++) {
                tissue.cell("cell", 14 * k, 14 * l, 0);
            }
        }
        try (Tissue run = tissue.start(1, 1)) {
            run.advanceTo(1);
            Springs springs = run.springs();
            int[] degree = new int[25];
            for (int link = 0; link < springs.count(); link++) {
                degree[(int) springs.lower(link)]++;
                degree[(int) springs.upper(link)]++;
            }
            assertThat(springs.count()).isGreaterThan(15);
            assertThat(Arrays.stream(degree).max().orElseThrow()).isEqualTo(2);
        }
    }
}
