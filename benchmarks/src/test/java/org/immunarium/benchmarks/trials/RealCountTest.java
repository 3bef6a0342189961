package org.immunarium.benchmarks.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.immunarium.benchmarks.trials.SimulatedPatient.Endpoint;
import org.immunarium.benchmarks.trials.SimulatedPatient.Rate;
import org.junit.jupiter.api.Test;

/// What is known of the trials that populations were calibrated on.
final class RealCountTest {

    private final List<RealCount> counts = RealCount.shipped();

    @Test
    void bothArmsOfEachTrialHaveBothCounts() {
        assertThat(counts).hasSize(6 * 2 * 2);
        assertThat(counts)
                .extracting(RealCount::study)
                .containsOnly(
                        "checkmate-017", "checkmate-057", "keynote-024", "checkmate-066", "keynote-006", "ca184-024");
        assertThat(counts).filteredOn(count -> count.what() == Rate.RESPONSE).hasSize(12);
        assertThat(counts).allSatisfy(count -> {
            assertThat(count.had()).isBetween(0, count.of());
            assertThat(count.source()).contains("doi 10.");
            assertThat(count.percent())
                    .isBetween(count.interval().lower(), count.interval().upper());
        });
    }

    /// Of 27 of 135, by bisection of the binomial distribution's tails: 0.13613 and 0.27749.
    @Test
    void theIntervalOfACountIsExact() {
        RealCount first = counts.getFirst();
        assertThat(first.had()).isEqualTo(27);
        assertThat(first.interval().lower()).isBetween(13.613, 13.614);
        assertThat(first.interval().upper()).isBetween(27.748, 27.749);
    }

    @Test
    void curvesAreOfArmsThatAreCounted() {
        assertThat(RealCurve.shipped())
                .allSatisfy(curve -> assertThat(counts)
                        .anyMatch(count -> count.study().equals(curve.study())
                                && count.arm().equals(curve.arm())));
        assertThat(RealCurve.shipped())
                .filteredOn(curve -> curve.endpoint() == Endpoint.OS)
                .hasSize(12);
    }
}
