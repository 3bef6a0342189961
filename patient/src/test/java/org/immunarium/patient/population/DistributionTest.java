package org.immunarium.patient.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.immunarium.patient.population.Distribution.Gaussian;
import org.immunarium.patient.population.Distribution.LogNormal;
import org.immunarium.patient.population.Distribution.LogUniform;
import org.immunarium.patient.population.Distribution.Truncated;
import org.immunarium.patient.population.Distribution.Uniform;
import org.immunarium.patient.population.PatientPopulation.Measured;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.junit.jupiter.api.Test;

final class DistributionTest {

    private static final int MANY = 20_000;

    @Test
    void nobodyIsBeyondTheLimitsAndTheRestKeepsItsProportions() {
        Gaussian whole = new Gaussian(10, 3);
        double[] cut = drawn(new Truncated(whole, 9, 16));
        assertThat(Arrays.stream(cut)).allMatch(each -> each >= 9 && each <= 16);
        double[] kept = Arrays.stream(drawn(whole))
                .filter(each -> each >= 9 && each <= 16)
                .toArray();
        for (double at : List.of(10.0, 11.0, 12.0, 14.0)) {
            // Two samples: their shares differ by less than four standard errors.
            assertThat(share(cut, at))
                    .isCloseTo(share(kept, at), within(4 * 0.5 * Math.sqrt(1.0 / MANY + 1.0 / kept.length)));
        }
    }

    @Test
    void limitsOfALogNormalAreThoseOfItsValues() {
        LogNormal whole = new LogNormal(2, 0.5);
        assertThat(whole.below(2)).isCloseTo(0.5, within(1e-15));
        assertThat(whole.below(whole.quantile(0.9))).isCloseTo(0.9, within(1e-14));
        assertThat(whole.below(-1)).isZero();
        assertThat(Arrays.stream(drawn(new Truncated(whole, 1, 3)))).allMatch(each -> each >= 1 && each <= 3);
    }

    /// What is measured at a time does not know what comes after it.
    @Test
    void aMeasureLooksAtTheCourseUpToItsTime() {
        double[] times = {0, 1, 2, 3};
        double[] values = {5, 7, 1, 9};
        assertThat(new Measured(Statistic.FINAL, "x", 2, "x at 2").of(times, values))
                .isEqualTo(1);
        assertThat(new Measured(Statistic.MAXIMUM, "x", 2, "max x").of(times, values))
                .isEqualTo(7);
        assertThat(new Measured(Statistic.MAXIMUM, "x", Double.POSITIVE_INFINITY, "max x").of(times, values))
                .isEqualTo(9);
    }

    @Test
    void withoutLimitsTheTruncatedIsTheWholeBitForBit() {
        Gaussian whole = new Gaussian(10, 3);
        assertThat(drawn(new Truncated(whole, -Double.MAX_VALUE, Double.MAX_VALUE)))
                .isEqualTo(drawn(whole));
    }

    private static double share(double[] values, double at) {
        return Arrays.stream(values).filter(each -> each < at).count() / (double) values.length;
    }

    private static double[] drawn(Distribution distribution) {
        return drawn(new PatientPopulation(MANY, List.of(new Varied("x", "x", distribution)), List.of()));
    }

    private static double[] drawn(PatientPopulation population) {
        double[] drawn = new double[population.patients()];
        Arrays.setAll(drawn, i -> population.values(7, i + 1)[0]);
        return drawn;
    }

    @Test
    void quantilesAndSharesAreInverses() {
        for (Distribution each : List.of(
                new LogNormal(2, 0.5),
                new Gaussian(-1, 3),
                new Uniform(-2, 5),
                new LogUniform(1e-3, 5),
                new Truncated(new Gaussian(-1, 3), -2, 4))) {
            for (double share : new double[] {0.01, 0.3, 0.5, 0.99}) {
                assertThat(each.below(each.quantile(share))).isCloseTo(share, within(1e-13));
            }
        }
    }
}
