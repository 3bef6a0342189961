package org.immunarium.numerics.inference.mcmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Normal;
import org.junit.jupiter.api.Test;

final class EnsembleSamplerTest {

    /// Two normal parameters of mean (1, -2), deviations 1 and 0.01, correlation 0.9.
    private static final LogDensity NARROW = x -> {
        double a = x[0] - 1;
        double b = (x[1] + 2) / 0.01;
        return -(a * a - 1.8 * a * b + b * b) / (2 * 0.19);
    };

    private static double[][][] draws(LogDensity density, Bounds bounds, int chains, int burnIn, int kept) {
        EnsembleSampler sampler = new EnsembleSampler(density, bounds, chains, 1);
        return sampler.draws(sampler.run(sampler.start(1), burnIn, 1, (_, _, _) -> true), kept, 1);
    }

    private static double mean(double[][] chains) {
        return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    private static double deviation(double[][] chains) {
        double mean = mean(chains);
        return Math.sqrt(Arrays.stream(chains)
                .flatMapToDouble(Arrays::stream)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void aNarrowNormalHasItsMoments() {
        double[][][] draws = draws(NARROW, Bounds.cube(2, -10, 10), 4, 2000, 20_000);
        assertThat(mean(draws[0])).isCloseTo(1, within(0.05));
        assertThat(deviation(draws[0])).isCloseTo(1, within(0.04));
        assertThat(mean(draws[1])).isCloseTo(-2, within(5e-4));
        assertThat(deviation(draws[1])).isCloseTo(0.01, within(4e-4));
        Convergence convergence = Convergence.of(draws[1]);
        assertThat(convergence.rHat()).isLessThan(1.01);
        assertThat(convergence.bulkEss()).isGreaterThan(3000);
        assertThat(convergence.tailEss()).isGreaterThan(3000);
    }

    @Test
    void tenParametersHaveTheirMoments() {
        LogDensity density = x -> {
            double sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += x[i] * x[i] / ((i + 1.0) * (i + 1));
            }
            return -sum / 2;
        };
        double[][][] draws = draws(density, Bounds.cube(10, -100, 100), 5, 4000, 20_000);
        for (int i = 0; i < 10; i++) {
            assertThat(mean(draws[i]) / (i + 1)).isCloseTo(0, within(0.1));
            assertThat(deviation(draws[i]) / (i + 1)).isCloseTo(1, within(0.08));
        }
    }

    /// Haario's banana: y = b + 0.1 (a^2 - 100) bent, with a of deviation 10 and b of 1. Mean of y is 0, its
    /// variance 1 + 0.01 Var a^2 = 201.
    @Test
    void aBananaHasItsMoments() {
        LogDensity banana = x -> {
            double b = x[1] - 0.1 * (x[0] * x[0] - 100);
            return -(x[0] * x[0] / 100 + b * b) / 2;
        };
        double[][][] draws = draws(banana, new Bounds(List.of(-60.0, -40.0), List.of(60.0, 400.0)), 6, 5000, 60_000);
        assertThat(mean(draws[0])).isCloseTo(0, within(0.8));
        assertThat(deviation(draws[0])).isCloseTo(10, within(0.6));
        assertThat(mean(draws[1])).isCloseTo(0, within(1.2));
        assertThat(deviation(draws[1])).isCloseTo(Math.sqrt(201), within(1.8));
    }

    /// A third of the mass at -5, two at 5, ten deviations apart.
    @Test
    void bothModesGetTheirShare() {
        LogDensity modes = x -> {
            double near = x[1] * x[1];
            return ElementaryFunctions.log(ElementaryFunctions.exp(-((x[0] + 5) * (x[0] + 5) + near) / 2)
                    + 2 * ElementaryFunctions.exp(-((x[0] - 5) * (x[0] - 5) + near) / 2));
        };
        LogDensity safe = x -> Math.max(-700, modes.at(x));
        double[][][] draws = draws(safe, Bounds.cube(2, -15, 15), 6, 3000, 40_000);
        assertThat(mean(draws[0])).isCloseTo(5.0 / 3, within(0.4));
        assertThat(deviation(draws[0])).isCloseTo(Math.sqrt(1 + 200.0 / 9), within(0.25));
    }

    /// A normal cut off at 0 and 0.5: reflection must keep the density up to the bounds.
    @Test
    void boundsCutTheDensityOff() {
        double[][][] draws =
                draws(x -> -x[0] * x[0] / 2, new Bounds(List.of(0.0, 3.0), List.of(0.5, 3.0)), 3, 500, 20_000);
        Normal normal = new Normal(0, 1);
        double mass = normal.atMost(0.5) - 0.5;
        double expected = (1 - ElementaryFunctions.exp(-0.125)) / Math.sqrt(2 * Math.PI) / mass;
        assertThat(mean(draws[0])).isCloseTo(expected, within(0.005));
        double lowest = Arrays.stream(draws[0])
                .flatMapToDouble(Arrays::stream)
                .filter(x -> x < 0.05)
                .count();
        assertThat(lowest / 60_000).isCloseTo((normal.atMost(0.05) - 0.5) / mass, within(0.008));
        assertThat(Arrays.stream(draws[1]).flatMapToDouble(DoubleStream::of)).containsOnly(3.0);
    }

    @Test
    void fourThreadsGiveTheSameBitsAsOne() {
        EnsembleSampler sampler = new EnsembleSampler(NARROW, Bounds.cube(2, -10, 10), 5, 7);
        ChainState one = sampler.run(sampler.start(1), 500, 1, (_, _, _) -> true);
        ChainState four = sampler.run(sampler.start(4), 500, 4, (_, _, _) -> true);
        assertThat(four).isEqualTo(one);
        assertThat(one.acceptance()).isBetween(0.1, 0.6);
    }

    @Test
    void whatWasStoppedGoesOnToTheSameEnd() {
        EnsembleSampler sampler = new EnsembleSampler(NARROW, Bounds.cube(2, -10, 10), 3, 7);
        ChainState whole = sampler.run(sampler.start(1), 300, 1, (_, _, _) -> true);
        ChainState part = sampler.run(sampler.start(1), 300, 1, (generation, _, _) -> generation < 123);
        assertThat(part.generation()).isEqualTo(123);
        assertThat(sampler.run(part, 177, 1, (_, _, _) -> true)).isEqualTo(whole);
    }

    @Test
    void whatIsNoDensityIsRefused() {
        Bounds bounds = Bounds.cube(1, 0, 1);
        assertThatThrownBy(() -> new EnsembleSampler(_ -> Double.NaN, bounds, 3, 1).start(1))
                .hasMessageContaining("a log density of NaN");
        assertThatThrownBy(() -> new EnsembleSampler(_ -> Double.NEGATIVE_INFINITY, bounds, 3, 1).start(1))
                .hasMessageContaining("the density is 0 at all of 10 points");
        assertThatThrownBy(() -> new EnsembleSampler(_ -> 0, bounds, 1, 1)).hasMessageContaining("1 chains");
    }
}
