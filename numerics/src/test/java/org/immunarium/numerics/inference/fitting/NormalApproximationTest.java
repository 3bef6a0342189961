package org.immunarium.numerics.inference.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

/// Of a line a + b x through points at 0, 1, 2, 3 with errors of standard deviation 0.1, whose covariance is known:
/// (X'X)⁻¹ 0.01 with X'X = [[4, 6], [6, 14]].
final class NormalApproximationTest {

    private static final Bounds WIDE = new Bounds(List.of(-100.0, -50.0), List.of(100.0, 50.0));

    private static NormalApproximation line(Bounds bounds) {
        return NormalApproximation.of(
                p -> new double[] {p[0] / 0.1, (p[0] + p[1]) / 0.1, (p[0] + 2 * p[1]) / 0.1, (p[0] + 3 * p[1]) / 0.1},
                bounds,
                new double[] {1, 2});
    }

    @Test
    void deviationsAreThoseOfLeastSquares() {
        double[] deviations = line(WIDE).deviations(p -> new double[] {p[0], p[1], p[0] + 10 * p[1]});
        assertThat(deviations[0]).isCloseTo(0.1 * Math.sqrt(0.7), within(1e-6));
        assertThat(deviations[1]).isCloseTo(0.1 * Math.sqrt(0.2), within(1e-6));
        assertThat(deviations[2]).isCloseTo(0.1 * Math.sqrt(0.7 + 100 * 0.2 - 20 * 0.3), within(1e-6));
    }

    @Test
    void drawsHaveThatCovariance() {
        NormalApproximation line = line(WIDE);
        int count = 20_000;
        double varianceOfA = 0;
        double covariance = 0;
        for (int i = 0; i < count; i++) {
            double[] drawn = line.draw(new RandomStream(1, 0, i, Purpose.CHAIN), 1);
            varianceOfA += (drawn[0] - 1) * (drawn[0] - 1) / count;
            covariance += (drawn[0] - 1) * (drawn[1] - 2) / count;
        }
        assertThat(varianceOfA).isCloseTo(0.007, within(0.0003));
        assertThat(covariance).isCloseTo(-0.003, within(0.0002));
    }

    @Test
    void whatNothingDependsOnIsAsUncertainAsItsBoundsAreWide() {
        NormalApproximation flat = NormalApproximation.of(
                p -> new double[] {p[0]}, new Bounds(List.of(0.0, 0.0), List.of(1.0, 6.0)), new double[] {0.5, 6});
        assertThat(flat.deviations(p -> new double[] {p[1]})[0]).isCloseTo(6 / Math.sqrt(12), within(1e-9));
        for (int i = 0; i < 100; i++) {
            assertThat(flat.draw(new RandomStream(1, 0, i, Purpose.CHAIN), 3)[1])
                    .isBetween(0.0, 6.0);
        }
    }
}
