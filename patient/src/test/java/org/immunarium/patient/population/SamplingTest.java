package org.immunarium.patient.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.immunarium.numerics.inference.sampling.SobolSequence;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static double[][] drawn(Sampling sampling, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(patient -> sampling.shares(4, patient, 5))
                .toArray(double[][]::new);
    }

    @Test
    void ofAHypercubeOneIsInEachPart() {
        Sampling sampling = new Sampling.LatinHypercube(50);
        double[][] first = drawn(sampling, 1, 50);
        double[][] second = drawn(sampling, 51, 100);
        for (double[][] cube : new double[][][] {first, second}) {
            for (int d = 0; d < 5; d++) {
                int value = d;
                assertThat(Arrays.stream(cube).map(point -> (int) (50 * point[value])))
                        .doesNotHaveDuplicates();
            }
        }
        assertThat(Arrays.deepEquals(first, second)).isFalse();
    }

    @Test
    void pointsOfASequenceDoNotDependOnWhatWasAskedBefore() {
        double[][] drawn = drawn(new Sampling.Sobol(), 1, 64);
        assertThat(drawn).isDeepEqualTo(SobolSequence.points(64, 5, 4));
        assertThat(new Sampling.Sobol().shares(4, 17, 5)).isEqualTo(drawn[16]);
    }

    @Test
    void randomOnesStayAsTheyWereWhenMoreVaries() {
        double[] few = new Sampling.Random().shares(4, 9, 3);
        assertThat(Arrays.copyOf(new Sampling.Random().shares(4, 9, 8), 3)).containsExactly(few, within(0.0));
    }
}
