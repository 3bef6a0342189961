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

    /// Units of a covariate change its coefficient and nothing else, and many patients are no more than few.
    @Test
    void unitsAndNumbersOfPatientsDoNotMatter() {
        int n = 20_000;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        double[][] small = new double[n][1];
        double[][] large = new double[n][1];
        double x = 7;
        for (int i = 0; i < n; i++) {
            x = 16807 * x % 2147483647;
            double u = x / 2147483647;
            x = 16807 * x % 2147483647;
            double covariate = x / 2147483647;
            times[i] = -Math.log(u) / Math.exp(covariate);
            events[i] = times[i] < 1;
            times[i] = Math.min(times[i], 1);
            small[i][0] = covariate * 1e-4;
            large[i][0] = covariate * 1e5;
        }
        Survival data = new Survival(times, events);
        CoxRegression one = CoxRegression.of(data, small);
        CoxRegression other = CoxRegression.of(data, large);
        assertThat(one.coefficients()[0] * 1e-4).isCloseTo(1, within(0.1));
        assertThat(other.coefficients()[0] * 1e5).isCloseTo(one.coefficients()[0] * 1e-4, within(1e-8));
        assertThat(other.p(0)).isCloseTo(one.p(0), within(1e-12));
    }
}
