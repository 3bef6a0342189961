package org.immunarium.numerics.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hill's function has its closed form, and no x is too small or too large for it.
final class HillTest {

    @ParameterizedTest
    @CsvSource({
        "3, 3, 4, 0.5",
        "6, 3, 2, 0.8",
        "1, 3, 1, 0.25",
        "1, 2, 3, 0.1111111111111111",
        "4, 1, 0.5, 0.66666666666666667"
    })
    void itIsPowerByPowerAndHalf(double x, double half, double power, double value) {
        assertThat(Hill.of(x, half, power)).isCloseTo(value, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1e-9, -1e300, Double.NEGATIVE_INFINITY, Double.NaN})
    void belowAboveNothingItIsZero(double x) {
        assertThat(Hill.of(x, 2, 3)).isZero();
    }

    @Test
    void whatIsTooLargeForANumberIsOne() {
        assertThat(Hill.of(1e300, 1e-3, 4)).isEqualTo(1);
        assertThat(Hill.of(Double.POSITIVE_INFINITY, 1, 2)).isEqualTo(1);
    }
}
