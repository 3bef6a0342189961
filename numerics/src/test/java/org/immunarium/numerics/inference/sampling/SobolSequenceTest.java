package org.immunarium.numerics.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Uniform;
import org.junit.jupiter.api.Test;

final class SobolSequenceTest {

    @Test
    void scramblingKeepsEachCoordinateBalanced() {
        double[][] points = SobolSequence.points(256, 12, 3);
        for (int d = 0; d < 12; d++) {
            int own = d;
            assertThat(Arrays.stream(points).mapToInt(p -> (int) (p[own] * 256)).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 256).boxed().toList());
        }
    }

    /// The first two coordinates are a (0, m, 2)-net: each box of area 2^-m has one of 2^m points.
    @Test
    void scramblingKeepsTheFirstTwoCoordinatesANet() {
        double[][] points = SobolSequence.points(64, 2, 11);
        for (int across = 0; across <= 6; across++) {
            int x = 1 << across;
            int y = 64 / x;
            assertThat(Arrays.stream(points)
                            .mapToInt(p -> (int) (p[0] * x) * y + (int) (p[1] * y))
                            .distinct())
                    .hasSize(64);
        }
    }

    @Test
    void aPointByItselfIsUniform() {
        double mean = 0;
        double square = 0;
        for (int seed = 0; seed < 2000; seed++) {
            double first = SobolSequence.points(1, 1, seed)[0][0];
            mean += first / 2000;
            square += first * first / 2000;
        }
        assertThat(mean).isBetween(0.48, 0.52);
        assertThat(square).isBetween(0.31, 0.355);
    }

    @Test
    void integralsConvergeMuchFasterThanOfIndependentPoints() {
        double squares = 0;
        for (int seed = 0; seed < 50; seed++) {
            double error = Arrays.stream(SobolSequence.points(1024, 4, seed))
                            .mapToDouble(p -> Arrays.stream(p)
                                    .map(x -> 1 + 0.5 * (x - 0.5) * x)
                                    .reduce(1, (a, b) -> a * b))
                            .average()
                            .orElseThrow()
                    - 625.0 * 625 / (576 * 576);
            squares += error * error;
        }
        assertThat(Math.sqrt(squares / 50)).isLessThan(2e-5);
    }

    @Test
    void aLongerSequenceBeginsAsAShorterOne() {
        double[][] few = SobolSequence.points(10, 5, 1);
        assertThat(Arrays.copyOf(SobolSequence.points(20, 5, 1), 10)).isDeepEqualTo(few);
        assertThat(SobolSequence.points(10, 5, 2)[3]).isNotEqualTo(few[3]);
        assertThatThrownBy(() -> new SobolSequence(0, 1)).hasMessageContaining("0 dimensions");
    }

    @Test
    void aSpaceTakesPointsToQuantiles() {
        ParameterSpace space = new ParameterSpace(java.util.List.of(new Uniform(2, 4), new Normal(10, 2)));
        assertThat(space.at(new double[] {0.25, 0.5})).containsExactly(2.5, 10);
        assertThat(ParameterSpace.box(new double[] {-1}, new double[] {1}).at(new double[] {0.75}))
                .containsExactly(0.5);
        assertThatThrownBy(() -> space.at(new double[1])).hasMessageContaining("1 coordinates of 2 parameters");
    }
}
