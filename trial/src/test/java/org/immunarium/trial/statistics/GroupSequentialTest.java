package org.immunarium.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Boundaries beside those that tables and programs for such designs have, to the digits that these give.
class GroupSequentialTest {

    private static final double LEVEL = 0.025;

    private static void hasBoundaries(GroupSequential design, double digits, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(design.boundaries()[i]).isCloseTo(expected[i], within(digits));
        }
        assertThat(design.boundaries()).hasSize(expected.length);
    }

    @Test
    void oneLookIsTheUsualTest() {
        hasBoundaries(GroupSequential.of(LEVEL, 1), 1e-9, 1.959963984540054);
    }

    /// Spending after O'Brien and Fleming with two, three and five looks equally far apart: Proschan, Lan and
    /// Wittes 2006, *Statistical Monitoring of Clinical Trials*, and R's gsDesign.
    @Test
    void equallySpacedLooksHaveTheBoundariesOfTheTables() {
        hasBoundaries(GroupSequential.of(LEVEL, 0.5, 1), 5e-4, 2.963, 1.969);
        hasBoundaries(GroupSequential.of(LEVEL, 1.0 / 3, 2.0 / 3, 1), 5e-4, 3.710, 2.511, 1.993);
        hasBoundaries(GroupSequential.of(LEVEL, 0.2, 0.4, 0.6, 0.8, 1), 5e-4, 4.877, 3.357, 2.680, 2.290, 2.031);
    }

    @Test
    void allOfTheLevelIsSpentInTheEndAndHardlyAnyAtFirst() {
        GroupSequential design = GroupSequential.of(LEVEL, 0.5, 0.75, 1);
        assertThat(design.spent()[2]).isCloseTo(LEVEL, within(1e-12));
        assertThat(design.spent()[0]).isCloseTo(0.001525, within(1e-6));
        assertThat(design.boundaries()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void whatDoesNotRiseToOneIsRefused() {
        assertThatThrownBy(() -> GroupSequential.of(LEVEL, 0.5, 0.5, 1)).hasMessageContaining("rises");
        assertThatThrownBy(() -> GroupSequential.of(LEVEL, 0.5)).hasMessageContaining("1 at the last look");
    }
}
