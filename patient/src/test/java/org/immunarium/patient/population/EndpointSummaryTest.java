package org.immunarium.patient.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EndpointSummaryTest {

    /// R 4: `mean`, `sd`, `quantile(x, c(0.05, 0.5, 0.9))` of 3, 1, 4, 1, 5, 9.
    @Test
    void agreesWithR() {
        EndpointSummary summary = EndpointSummary.of(new double[] {3, 1, 4, 1, 5, 9});
        assertThat(summary.count()).isEqualTo(6);
        assertThat(summary.mean()).isCloseTo(23 / 6.0, within(1e-14));
        assertThat(summary.standardDeviation()).isCloseTo(2.9944392908634274, within(1e-14));
        assertThat(summary.quantile(0.05)).isEqualTo(1);
        assertThat(summary.quantile(0.5)).isEqualTo(3.5);
        assertThat(summary.quantile(0.9)).isEqualTo(7);
    }

    @Test
    void ofNobodyThereIsNothingToTell() {
        EndpointSummary summary = EndpointSummary.of(new double[0]);
        assertThat(summary.mean()).isNaN();
        assertThat(summary.standardDeviation()).isNaN();
        assertThat(summary.quantile(0.5)).isNaN();
    }
}
