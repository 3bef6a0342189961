package org.immunarium.trial.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.trial.statistics.CoxRegression;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.LogRank;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.trial.statistics.TestResult;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final double CONFIDENCE = 0.95;

    /// Freireich et al. 1963: weeks of remission under 6-mercaptopurine and placebo.
    private static final double[] TREATED = {
        6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35
    };

    private static final double[] PLACEBO = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};

    private static List<Participants> treated(int strata) {
        List<Participants> all = new ArrayList<>();
        for (int i = 0; i < TREATED.length; i++) {
            all.add(Participants.of(1, i % strata, TREATED[i], i < 9));
        }
        return all;
    }

    private static List<Participants> placebo(int strata) {
        List<Participants> all = new ArrayList<>();
        for (int i = 0; i < PLACEBO.length; i++) {
            all.add(Participants.of(0, i % strata, PLACEBO[i], true));
        }
        return all;
    }

    /// R's survival 3.5-3: coxph with Efron's ties, survdiff.
    @Test
    void withoutStrataItIsWhatRSays() {
        Comparison found = Comparison.of(Endpoint.OVERALL_SURVIVAL, treated(1), placebo(1), CONFIDENCE)
                .orElseThrow();
        assertThat(found.hazardRatio().value()).isCloseTo(0.207603524841537, within(1e-9));
        assertThat(found.logRank().chiSquared()).isCloseTo(16.7929409892165, within(1e-9));
    }

    @Test
    void patientsAreComparedWithinTheirStrata() {
        Comparison found = Comparison.of(Endpoint.OVERALL_SURVIVAL, treated(3), placebo(3), CONFIDENCE)
                .orElseThrow();
        int n = TREATED.length + PLACEBO.length;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        boolean[] treated = new boolean[n];
        int[] groups = new int[n];
        int[] strata = new int[n];
        for (int i = 0; i < n; i++) {
            boolean of = i < TREATED.length;
            int place = of ? i : i - TREATED.length;
            times[i] = of ? TREATED[place] : PLACEBO[place];
            events[i] = !of || place < 9;
            treated[i] = of;
            groups[i] = of ? 1 : 0;
            strata[i] = place % 3;
        }
        Survival data = new Survival(times, events);
        Estimate ratio = CoxRegression.ofArms(data, treated, strata).hazardRatio(0, CONFIDENCE);
        TestResult test = LogRank.of(data, groups, strata).result();
        assertThat(found).isEqualTo(new Comparison(ratio, test));
        assertThat(ratio.value()).isNotCloseTo(0.2076, within(1e-3));
    }

    @Test
    void whoseEndpointNotEveryoneHasAreNotCompared() {
        assertThatThrownBy(() -> Comparison.of(Endpoint.TIME_TO_RESPONSE, treated(1), placebo(1), CONFIDENCE))
                .hasMessageContaining("TTR");
    }

    @Test
    void anArmWithoutPatientsIsNotCompared() {
        assertThat(Comparison.of(Endpoint.OVERALL_SURVIVAL, List.of(), placebo(1), CONFIDENCE))
                .isEmpty();
    }
}
