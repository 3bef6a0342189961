package org.immunarium.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoxRegressionTest {

    /// Nobody of an arm has the event: the ratio is 0, and no number says so.
    @Test
    void aLikelihoodWithoutMaximumIsNotDetermined() {
        Survival data =
                new Survival(new double[] {1, 2, 3, 4, 5, 6}, new boolean[] {true, true, true, false, false, false});
        CoxRegression fit =
                CoxRegression.ofArms(data, new boolean[] {false, false, false, true, true, true}, new int[6]);
        assertThat(fit.isDetermined()).isFalse();
        assertThat(fit.hazardRatio(0, 0.95).value()).isNaN();
        assertThat(fit.likelihoodRatioTest().p()).isNaN();
        assertThat(fit.scoreTest().p()).isBetween(0.0, 0.2);
    }

    @Test
    void aCovariateThatIsTheSameForAllIsNotDetermined() {
        Survival data = new Survival(new double[] {1, 2, 3}, new boolean[] {true, true, true});
        assertThat(CoxRegression.of(data, new double[][] {{1}, {1}, {1}}).isDetermined())
                .isFalse();
    }

    /// Without ties the score test of two arms is the log-rank test.
    @Test
    void theScoreTestIsTheLogRankTest() {
        Survival data = new Survival(
                new double[] {1, 2.5, 3, 4, 5, 6, 7.5, 9},
                new boolean[] {true, true, true, false, true, true, false, true});
        boolean[] treated = {true, false, false, true, false, true, false, true};
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = treated[i] ? 1 : 0;
        }
        assertThat(CoxRegression.ofArms(data, treated, new int[8]).scoreTest().chiSquared())
                .isCloseTo(LogRank.of(data, groups).result().chiSquared(), within(1e-12));
    }

    /// Who is compared with whom turns the ratio round.
    @Test
    void armsChangePlaces() {
        Survival data = new Survival(
                new double[] {1, 2, 3, 4, 5, 6, 7, 9},
                new boolean[] {true, true, true, false, true, true, false, true});
        boolean[] treated = {true, false, false, true, false, true, false, true};
        boolean[] others = new boolean[8];
        for (int i = 0; i < 8; i++) {
            others[i] = !treated[i];
        }
        double one = CoxRegression.ofArms(data, treated, new int[8])
                .hazardRatio(0, 0.95)
                .value();
        double other = CoxRegression.ofArms(data, others, new int[8])
                .hazardRatio(0, 0.95)
                .value();
        assertThat(one * other).isCloseTo(1, within(1e-10));
    }
}
