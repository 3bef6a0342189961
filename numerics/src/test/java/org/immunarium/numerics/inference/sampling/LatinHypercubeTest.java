package org.immunarium.numerics.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LatinHypercubeTest {

    @Test
    void eachCoordinateFallsIntoEachIntervalOnce() {
        double[][] points = LatinHypercube.points(100, 7, 1);
        for (int d = 0; d < 7; d++) {
            int own = d;
            assertThat(Arrays.stream(points).mapToInt(p -> (int) (p[own] * 100)).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
        }
    }

    @Test
    void meansOfSumsAreMuchBetterThanOfIndependentPoints() {
        double squares = 0;
        for (int seed = 0; seed < 200; seed++) {
            double error = Arrays.stream(LatinHypercube.points(50, 3, seed))
                            .mapToDouble(p -> p[0] + p[1] * p[1] + p[2])
                            .average()
                            .orElseThrow()
                    - 4.0 / 3;
            squares += error * error;
        }
        double independent = (1.0 / 12 + 4.0 / 45 + 1.0 / 12) / 50;
        assertThat(squares / 200).isLessThan(independent / 100);
    }

    @Test
    void permutationsAreUnbiased() {
        int first = 0;
        for (int seed = 0; seed < 3000; seed++) {
            first += LatinHypercube.points(3, 1, seed)[0][0] < 1.0 / 3 ? 1 : 0;
        }
        assertThat(first).isBetween(900, 1100);
    }

    @Test
    void theSeedDecides() {
        assertThat(LatinHypercube.points(10, 4, 5)).isDeepEqualTo(LatinHypercube.points(10, 4, 5));
        assertThat(LatinHypercube.points(10, 4, 5)[0]).isNotEqualTo(LatinHypercube.points(10, 4, 6)[0]);
        assertThatThrownBy(() -> LatinHypercube.points(0, 4, 5)).hasMessageContaining("0 points in 4 dimensions");
    }
}
