package org.immunarium.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// A rate whose duration has a distribution.
final class ReciprocalTest {

    private static final Distribution RATE = new Reciprocal(new Uniform(2, 4));

    @Test
    void aRateIsAtMostWhatItsDurationIsAtLeast() {
        assertThat(RATE.atMost(1 / 3.5)).isCloseTo(0.25, within(1e-15));
        assertThat(RATE.above(1 / 3.5)).isCloseTo(0.75, within(1e-15));
        assertThat(RATE.quantile(0.25)).isCloseTo(1 / 3.5, within(1e-15));
        assertThat(RATE.quantileFromAbove(0.25)).isCloseTo(1 / 2.5, within(1e-15));
        assertThat(RATE.atMost(-1)).isZero();
        assertThat(RATE.above(0)).isEqualTo(1);
    }

    @Test
    void aDurationOfZeroOrLessIsRefused() {
        assertThatThrownBy(() -> new Reciprocal(new Normal(1, 0.25))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Reciprocal(new Normal(1, 0.25).truncated(0.1, 9)).quantile(0))
                .isCloseTo(1 / 9.0, within(1e-9));
    }
}
