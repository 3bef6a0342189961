package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;
import org.junit.jupiter.api.Test;

class CensoringWeightsTest {

    /// The sum over patients and intervals of weights times the time that was lived.
    private static double meanLife(double[] followed, boolean[] died, double[] edges) {
        double[][] weights = CensoringWeights.of(followed, died, edges).weights();
        double sum = 0;
        for (int i = 0; i < followed.length; i++) {
            for (int k = 0; k < edges.length - 1; k++) {
                double lived = Math.max(0, Math.min(followed[i], edges[k + 1]) - edges[k]);
                sum += weights[i][k] * lived;
            }
        }
        return sum;
    }

    /// Deaths at 10 and 30, censored at 20, alive at 40: (10 + 30 / (2/3) + 40 / (2/3)) / 4.
    @Test
    void whoIsFollowedStandsForWhoIsNot() {
        double[] followed = {10, 20, 30, 40};
        boolean[] died = {true, false, true, false};
        assertThat(meanLife(followed, died, new double[] {0, 40})).isCloseTo(28.75, within(1e-12));
        assertThat(CensoringWeights.of(followed, died, new double[] {0, 40}).weights()[1][0])
                .isZero();
    }

    @Test
    void withNobodyCensoredAllCountAlike() {
        double[][] weights = CensoringWeights.of(
                        new double[] {5, 9, 50}, new boolean[] {true, true, false}, new double[] {0, 10, 50})
                .weights();
        assertThat(weights).isDeepEqualTo(new double[][] {{1 / 3.0, 1 / 3.0}, {1 / 3.0, 1 / 3.0}, {1 / 3.0, 1 / 3.0}});
    }

    /// The mean life that weights give is the area under the curve of Kaplan and Meier.
    @Property(tries = 200)
    void meanLifeIsTheAreaUnderTheSurvivalCurve(
            @ForAll long seed, @ForAll @DoubleRange(min = 5, max = 60) double horizon) {
        RandomStream random = new RandomStream(seed, 0, 0, Purpose.FOLLOW_UP);
        double[] followed = new double[25];
        boolean[] died = new boolean[25];
        double longest = 0;
        for (int i = 0; i < followed.length; i++) {
            followed[i] = 100 * random.nextDouble();
            died[i] = random.nextDouble() < 0.5;
            longest = Math.max(longest, followed[i]);
        }
        Assume.that(longest > horizon);
        double area = KaplanMeier.of(new Survival(followed, died))
                .restrictedMean(horizon)
                .mean();
        assertThat(meanLife(followed, died, new double[] {0, horizon})).isCloseTo(area, within(1e-9));
    }
}
