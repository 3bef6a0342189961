package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.junit.jupiter.api.Test;

class RoughPowerTest {

    @Test
    void fourDigitsAreRight() {
        for (double x = 1e-12; x < 1e12; x *= 1.7) {
            for (double p : new double[] {-0.2, 0.02, -0.125, 0.0125, -1}) {
                assertThat(RoughPower.of(x, p)).isCloseTo(ElementaryFunctions.pow(x, p), withinPercentage(0.02));
            }
        }
    }

    @Test
    void largeErrorsGiveSmallFactorsAndNotNonsense() {
        assertThat(RoughPower.of(1e300, -0.2)).isBetween(9e-61, 1.1e-60);
        assertThat(RoughPower.of(1, -0.2)).isEqualTo(1);
    }
}
