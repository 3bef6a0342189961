package org.immunarium.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SampleSummaryTest {

    /// R 4: `mean`, `sd`, `quantile(x, c(0.05, 0.5, 0.9))` of 3, 1, 4, 1, 5, 9.
    @Test
    void agreesWithR() {
        SampleSummary summary = SampleSummary.of(new double[] {3, 1, 4, 1, 5, 9});
        assertThat(summary.count()).isEqualTo(6);
        assertThat(summary.mean()).isCloseTo(23 / 6.0, within(1e-14));
        assertThat(summary.standardDeviation()).isCloseTo(2.9944392908634274, within(1e-14));
        assertThat(summary.quantile(0.05)).isEqualTo(1);
        assertThat(summary.quantile(0.5)).isEqualTo(3.5);
        assertThat(summary.quantile(0.9)).isEqualTo(7);
    }

    @Test
    void ofNothingThereIsNothingToTell() {
        SampleSummary summary = SampleSummary.of(new double[0]);
        assertThat(summary.mean()).isNaN();
        assertThat(summary.standardDeviation()).isNaN();
        assertThat(summary.quantile(0.5)).isNaN();
    }

    @Test
    void onlyAnArrayThatIsTakenOverIsPutInOrder() {
        double[] values = {3, Double.NaN, 1};
        assertThat(SampleSummary.of(values).quantile(1)).isEqualTo(3);
        assertThat(values).containsExactly(3, Double.NaN, 1);
        SampleSummary taken = SampleSummary.taking(values);
        assertThat(taken.count()).isEqualTo(2);
        assertThat(values).startsWith(1, 3);
    }
}
