package org.immunarium.patient.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The typical patient of Stein et al. 2019, as its abstract and table 1 say.
final class Stein2019Test {

    private final Course.Curve copies =
            Course.of(Stein2019.patient(), "", 730, Map.of()).curve("CART");

    @Test
    void peaksAt24000CopiesOnDayNine() {
        assertThat(copies.peak()).isCloseTo(24_000, within(24.0));
        assertThat(copies.timeOfPeak()).isCloseTo(9.3, within(0.051));
    }

    @Test
    void doublesInThreeQuartersOfADay() {
        assertThat(-copies.halfLife(1, 8)).isCloseTo(0.78, within(0.005));
    }

    @Test
    void contractsWithOneHalfLifeAndPersistsWithAnother() {
        assertThat(copies.halfLife(9.5, 12)).isCloseTo(4.3, within(0.1));
        assertThat(copies.halfLife(200, 700)).isCloseTo(220, within(5.0));
    }

    @Test
    void agreesWithTheClosedFormAfterThePeak() {
        for (double day : new double[] {12, 20, 40, 80, 365}) {
            double since = day - 9.3;
            double expected = 24_000 * ((1 - 0.0079) * Math.exp(-0.16 * since) + 0.0079 * Math.exp(-0.0032 * since));
            assertThat(copies.at(day)).isCloseTo(expected, within(1e-4 * expected));
        }
    }
}
