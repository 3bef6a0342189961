package org.immunarium.trial.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitPlanTest {

    @Test
    void theFirstVisitMayComeAfterAnotherTimeThanTheOthers() {
        assertThat(new VisitPlan(63, 42, 0).times(200)).containsExactly(0, 63, 105, 147, 189);
        assertThat(new VisitPlan(56, 56, 0).times(112)).containsExactly(0, 56, 112);
        assertThat(new VisitPlan(56, 56, 0).times(50)).containsExactly(0);
    }

    @Test
    void whatIsMisreadIsOfTheVisitAndTheLesionAlone() {
        VisitPlan plan = new VisitPlan(56, 56, 0.1);
        double[][] few = {{30, 30}, {20, 20}};
        double[][] many = {{30, 30, 40, 40}, {20, 20, 20, 20}};
        assertThat(plan.visits(1, 7, plan.times(168), many).subList(0, 2))
                .isEqualTo(plan.visits(1, 7, plan.times(56), few));
        assertThat(plan.visits(1, 8, plan.times(56), few)).isNotEqualTo(plan.visits(1, 7, plan.times(56), few));
    }
}
