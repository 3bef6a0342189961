package org.immunarium.tissue.mechanics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.TimeSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps grow as far as is allowed, and no farther.
final class StepLengthTest {

    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private static List<Integer> lengths(TimeSteps steps, int count, double stiffness, double quickness, double keeps) {
        StepLength length = new StepLength(steps);
        List<Integer> lengths = new ArrayList<>();
        int left = 60;
        for (int k = 0; k < count; k++) {
            int units = length.take(left);
            lengths.add(units);
            left -= units;
            length.done(units, stiffness, quickness, keeps);
        }
        return lengths;
    }

    @Test
    void stepsDoubleFromTheSecondOnUpToTheLongest() {
        assertThat(lengths(new TimeSteps(0.1, 0.1, 6, 1, false), 10, 0, 0, ENDLESS))
                .containsExactly(1, 1, 2, 4, 8, 10, 10, 10, 10, 4);
    }

    @Test
    void stiffnessSpeedAndTurnsEachKeepStepsShort() {
        TimeSteps steps = new TimeSteps(0.1, 0.1, 6, 1, false);
        assertThat(lengths(steps, 6, 2, 0, ENDLESS)).containsExactly(1, 1, 2, 4, 4, 4);
        assertThat(lengths(steps, 6, 0, 0.8, ENDLESS)).containsExactly(1, 1, 2, 3, 3, 3);
        assertThat(lengths(steps, 6, 0, 0, 0.25)).containsExactly(1, 1, 2, 2, 2, 2);
        assertThat(lengths(steps, 6, 1e9, 0, ENDLESS)).containsOnly(1);
    }

    @Test
    void theFirstStepKnowsNoSlopeAndLaterOnesKnowItByTheirLengths() {
        StepLength length = new StepLength(new TimeSteps(0.1, 0.1, 6, 1, false));
        assertThat(length.slope(1)).isZero();
        length.done(1, 0, 0, ENDLESS);
        length.done(1, 0, 0, ENDLESS);
        assertThat(length.slope(2)).isEqualTo(2);
        length.restart();
        assertThat(length.slope(1)).isZero();
        assertThat(length.take(60)).isEqualTo(1);
    }

    @Test
    void stepsThatAreAlikeHaveASlopeFromTheStart() {
        StepLength length = new StepLength(new TimeSteps(0.01, 0.1, 6));
        length.restart();
        assertThat(length.take(60)).isEqualTo(1);
        assertThat(length.slope(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.14, 0.25, 0.05, 6.1})
    void aLongestStepIsAWholeNumberOfTheShortest(double longest) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSteps(0.01, 0.1, 6, longest, false));
    }
}
