package org.immunarium.trial.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VisitPlanTest {

    @Test
    void theFirstVisitMayComeAfterAnotherTimeThanTheOthers() {
        assertThat(new VisitPlan(63, 42, 0, 0).times(1, 1, 200)).containsExactly(63, 105, 147, 189);
        assertThat(new VisitPlan(56, 56, 0, 0).times(1, 1, 112)).containsExactly(56, 112);
        assertThat(new VisitPlan(56, 56, 0, 0).times(1, 1, 50)).isEmpty();
        assertThat(new VisitPlan(56, 56, 0, 0).times(1, 1, 0)).isEmpty();
    }

    @Test
    void patientsComeWithinAWindow() {
        VisitPlan plan = new VisitPlan(63, 42, 7, 0);
        boolean early = false;
        boolean late = false;
        for (long patient = 1; patient <= 100; patient++) {
            double[] times = plan.times(1, patient, 400);
            assertThat(plan.times(1, patient, 120)).isEqualTo(Arrays.copyOf(times, plan.times(1, patient, 120).length));
            for (int i = 0; i < times.length; i++) {
                double off = times[i] - (63 + 42 * i);
                assertThat(Math.abs(off)).isLessThanOrEqualTo(7);
                assertThat(times[i]).isLessThanOrEqualTo(400);
                early |= off == -7;
                late |= off == 7;
            }
            assertThat(times.length).isBetween(8, 9);
        }
        assertThat(early && late).isTrue();
    }

    @Test
    void whatIsMisreadIsOfTheVisitAndTheLesionAlone() {
        VisitPlan plan = new VisitPlan(56, 56, 0, 0.1);
        double[][] few = {{30, 30}, {20, 20}};
        double[][] many = {{30, 30, 40, 40}, {20, 20, 20, 20}};
        double[] two = {0, 56};
        assertThat(plan.visits(1, 7, new double[] {0, 56, 112, 168}, many).subList(0, 2))
                .isEqualTo(plan.visits(1, 7, two, few));
        assertThat(plan.visits(1, 8, two, few)).isNotEqualTo(plan.visits(1, 7, two, few));
    }
}
