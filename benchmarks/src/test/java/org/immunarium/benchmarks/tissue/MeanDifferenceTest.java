package org.immunarium.benchmarks.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MeanDifferenceTest {

    /// Means 21 and 20, squared errors of the means 0.7 and 0.1 with 4 and 9 degrees of freedom, in all 5.17. The
    /// quantile is between those of 5 (2.015) and 6 (1.943) in every table of Student's t.
    @Test
    void theIntervalIsWelchs() {
        double[] ours = scaled(21, Math.sqrt(0.7 * 5), -2, -1, 0, 1, 2);
        double[] theirs = scaled(20, 1, -3, -2, -1, -1, 0, 0, 1, 1, 2, 3);
        MeanDifference difference = MeanDifference.of(ours, theirs);
        assertThat(difference.difference()).isCloseTo(1, within(1e-12));
        assertThat(difference.half() / Math.sqrt(0.8)).isBetween(1.943, 2.015);
        assertThat(difference.bar()).isCloseTo(2, within(1e-12));
        assertThat(difference.isWithin()).isFalse();
    }

    /// Numbers with a mean and a standard deviation.
    private static double[] scaled(double mean, double deviation, double... numbers) {
        double squares = 0;
        for (double number : numbers) {
            squares += number * number;
        }
        double factor = deviation / Math.sqrt(squares / (numbers.length - 1));
        double[] scaled = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            scaled[i] = mean + factor * numbers[i];
        }
        return scaled;
    }

    @Test
    void threePerCentOfTheMeanAreAllowedWhereSeedsDifferLess() {
        MeanDifference difference =
                MeanDifference.of(new double[] {102, 102.2, 102.1}, new double[] {100, 100.2, 99.8});
        assertThat(difference.bar()).isCloseTo(3, within(1e-9));
        assertThat(difference.isWithin()).isTrue();
    }

    @Test
    void whatNeverVariesMustBeTheSame() {
        double[] theirs = {100, 100, 100};
        assertThat(MeanDifference.of(new double[] {100, 100}, theirs).isWithin())
                .isTrue();
        assertThat(MeanDifference.of(new double[] {101, 101}, theirs).isWithin())
                .isFalse();
        assertThat(MeanDifference.of(new double[] {100, 101}, theirs).isWithin())
                .isFalse();
    }
}
