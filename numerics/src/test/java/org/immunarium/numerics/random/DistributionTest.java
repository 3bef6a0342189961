package org.immunarium.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Quantiles invert cumulative distributions, and draws have the distribution they should (fixed seeds).
class DistributionTest {

    private static final int DRAWS = 20_000;

    /// What is expected of the draws; the moments are textbook formulas.
    record Expected(Distribution distribution, double mean, double variance) {}

    static List<Expected> withMoments() {
        double e = Math.E;
        return List.of(
                new Expected(new Uniform(-1, 3), 1, 16 / 12.0),
                new Expected(new Normal(2, 3), 2, 9),
                new Expected(new LogNormal(0.5, 0.5), Math.exp(0.625), (Math.exp(0.25) - 1) * Math.exp(1.25)),
                new Expected(new LogUniform(1, e), e - 1, (e * e - 1) / 2 - (e - 1) * (e - 1)),
                new Expected(new Exponential(4), 0.25, 1 / 16.0),
                new Expected(new Beta(2, 6), 0.25, 12 / 576.0),
                new Expected(new Gamma(0.3, 2), 0.6, 1.2),
                new Expected(new Gamma(7.5, 0.5), 3.75, 1.875),
                new Expected(Gamma.chiSquare(3), 3, 6),
                new Expected(new Laplace(1, 2), 1, 8),
                new Expected(new StudentT(9), 0, 9 / 7.0),
                new Expected(new Rayleigh(2), 2 * Math.sqrt(Math.PI / 2), (4 - Math.PI) / 2 * 4),
                new Expected(new Bernoulli(0.3), 0.3, 0.21),
                new Expected(new Binomial(10, 0.3), 3, 2.1),
                new Expected(new Binomial(10_000, 0.002), 20, 19.96),
                new Expected(new Poisson(0.7), 0.7, 0.7),
                new Expected(new Poisson(1234), 1234, 1234),
                new Expected(
                        new Normal(0, 1).truncated(0, Double.POSITIVE_INFINITY),
                        Math.sqrt(2 / Math.PI),
                        1 - 2 / Math.PI),
                new Expected(new Exponential(1).truncated(0, 1), (e - 2) / (e - 1), 1 - e / ((e - 1) * (e - 1))),
                new Expected(new Poisson(3).truncated(1, 1), 1, 0));
    }

    static List<Distribution> all() {
        return List.of(
                new Uniform(-1, 3),
                new Normal(2, 3),
                new LogNormal(0.5, 0.5),
                new LogUniform(1e-6, 1e-2),
                new Exponential(4),
                new Beta(0.4, 1.5),
                new Beta(2, 6),
                new Beta(3000, 20),
                new Gamma(0.3, 2),
                new Gamma(7.5, 0.5),
                new Gamma(5000, 0.01),
                Gamma.chiSquare(3),
                new Cauchy(-2, 0.5),
                new Laplace(1, 2),
                new Rayleigh(2),
                new StudentT(1),
                new StudentT(4.5),
                new StudentT(300),
                new Bernoulli(0.3),
                new Binomial(10, 0.3),
                new Binomial(10_000, 0.002),
                new Poisson(0.7),
                new Poisson(1234),
                new Normal(2, 3).truncated(-1, 2.5),
                new Normal(0, 1).truncated(10, 11),
                new Normal(0, 1).truncated(-12, -10),
                new Cauchy(0, 1).truncated(-5, 5),
                new Poisson(3).truncated(2, 5.5),
                new Binomial(20, 0.5).truncated(12, 15));
    }

    @ParameterizedTest
    @MethodSource("withMoments")
    void drawsHaveTheMeanAndTheVariance(Expected expected) {
        double[] draws = draws(expected.distribution(), 77);
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / (draws.length - 1);
        double fourth = Arrays.stream(draws)
                        .map(x -> (x - mean) * (x - mean) * (x - mean) * (x - mean))
                        .sum()
                / draws.length;
        assertThat(mean).isCloseTo(expected.mean(), within(4 * Math.sqrt(expected.variance() / draws.length)));
        double spread = Math.sqrt(Math.max(0, fourth - variance * variance) / draws.length);
        assertThat(variance).isCloseTo(expected.variance(), within(5 * spread));
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsPassKolmogorovAndSmirnovsTest(Distribution distribution) {
        double[] draws = draws(distribution, 78);
        Arrays.sort(draws);
        double largest = 0;
        for (int i = 0; i < draws.length; i++) {
            boolean lastOfItsValue = i == draws.length - 1 || draws[i + 1] > draws[i];
            if (lastOfItsValue) {
                largest = Math.max(largest, Math.abs((i + 1.0) / draws.length - distribution.atMost(draws[i])));
            }
        }
        assertThat(largest * Math.sqrt(draws.length))
                .as("1.95 is passed with probability 0.001")
                .isLessThan(1.95);
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantilesInvertTheCumulativeDistributionFromBothEnds(Distribution distribution) {
        for (double p : new double[] {1e-12, 1e-6, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-6}) {
            double low = distribution.quantile(p);
            double high = distribution.quantileFromAbove(p);
            if (distribution.isDiscrete()) {
                assertThat(distribution.atMost(low)).isGreaterThanOrEqualTo(p * (1 - 1e-9));
                assertThat(distribution.atMost(low - 1)).isLessThan(p * (1 + 1e-9));
                assertThat(distribution.above(high)).isLessThanOrEqualTo(p * (1 + 1e-9));
                assertThat(distribution.above(high - 1)).isGreaterThan(p * (1 - 1e-9));
            } else {
                assertThat(distribution.atMost(low)).isCloseTo(p, within(p * 1e-9 + 1e-13));
                assertThat(distribution.above(high)).isCloseTo(p, within(p * 1e-9 + 1e-13));
            }
            assertThat(distribution.atMost(low) + distribution.above(low)).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798408",
        "0.001, -3.090232306167813",
        "0.025, -1.959963984540054",
        "0.5, 0",
        "0.84, 0.994457883209753",
        "0.9999, 3.719016485455709"
    })
    void normalQuantilesAreThePublishedOnes(double probability, double z) {
        assertThat(new Normal(0, 1).quantile(probability)).isCloseTo(z, within(2e-14 * (1 + Math.abs(z))));
    }

    @Test
    void truncatedDrawsStayInside() {
        Distribution distribution = new Normal(0, 1).truncated(40, 41);
        RandomStream random = new RandomStream(3, 0, 0, Purpose.FORMULA);
        for (int i = 0; i < 100; i++) {
            assertThat(distribution.draw(random)).isBetween(40.0, 41.0);
        }
    }

    @Test
    void noSpreadGivesTheCentre() {
        assertThat(new Normal(2, 0).quantile(0.1)).isEqualTo(2);
        assertThat(new Laplace(2, 0).quantile(0.9)).isEqualTo(2);
        assertThat(new Cauchy(2, 0).quantile(0.9)).isEqualTo(2);
        assertThat(new Poisson(0).quantile(0.9)).isEqualTo(0);
        assertThat(new Uniform(2, 2).quantile(0.9)).isEqualTo(2);
    }

    @Test
    void parametersOutOfRangeAreRefusedWithTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normal(0, -1))
                .withMessage("standard deviation must be at least 0 and finite, but is -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Exponential(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Binomial(2.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bernoulli(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gamma(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Uniform(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normal(0, 1).truncated(2, 1));
    }

    private static double[] draws(Distribution distribution, long seed) {
        RandomStream random = new RandomStream(seed, 0, 0, Purpose.FORMULA);
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> distribution.draw(random));
        return draws;
    }
}
