package org.immunarium.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exact intervals of proportions.
final class ProportionIntervalTest {

    @Test
    void noneAndAllHaveTheirClosedForms() {
        for (int n : new int[] {1, 5, 20, 1000}) {
            double end = Math.pow(0.025, 1.0 / n);
            ProportionInterval none = ProportionInterval.exact(0, n, 0.95);
            ProportionInterval all = ProportionInterval.exact(n, n, 0.95);
            assertThat(none.lower()).isZero();
            assertThat(none.upper()).isCloseTo(1 - end, within(1e-12));
            assertThat(all.lower()).isCloseTo(end, within(1e-12));
            assertThat(all.upper()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 0.95", "18, 20, 0.95", "3, 24, 0.9", "1, 1000, 0.99", "499, 1000, 0.95"})
    void atEachEndSoManyOrMoreExtremeHaveHalfOfWhatIsLeft(int successes, int trials, double confidence) {
        ProportionInterval interval = ProportionInterval.exact(successes, trials, confidence);
        double tail = (1 - confidence) / 2;
        assertThat(atLeast(successes, trials, interval.lower())).isCloseTo(tail, within(1e-10));
        assertThat(1 - atLeast(successes + 1, trials, interval.upper())).isCloseTo(tail, within(1e-10));
    }

    @Test
    void whatIsNoSampleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.exact(2, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.exact(-1, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.exact(0, 0, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> ProportionInterval.exact(1, 1, 95));
    }

    /// The probability of at least so many successes, as the sum of its terms.
    private static double atLeast(int successes, int trials, double proportion) {
        double sum = 0;
        double logTerm = trials * Math.log1p(-proportion);
        for (int k = 0; k <= trials; k++) {
            if (k >= successes) {
                sum += Math.exp(logTerm);
            }
            logTerm += Math.log((trials - k) / (k + 1.0)) + Math.log(proportion) - Math.log1p(-proportion);
        }
        return sum;
    }

    /// R's prop.test without a correction, 4.2.2.
    @Test
    void wilsonsIsThatOfR() {
        ProportionInterval interval = ProportionInterval.wilson(15, 50, 1.959963984540054);
        assertThat(interval.lower()).isCloseTo(0.1910355350088095, within(1e-14));
        assertThat(interval.upper()).isCloseTo(0.4375035046445340, within(1e-14));
        assertThat(ProportionInterval.wilson(0, 10, 1.96).lower()).isZero();
    }
}
