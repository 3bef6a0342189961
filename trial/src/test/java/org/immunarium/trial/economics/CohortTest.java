package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Cohorts whose totals have closed forms.
class CohortTest {

    private static final Discount THREE = new Discount(0.03, Discount.Timing.CONTINUOUS);

    private static double[] grid(double end, int cycles) {
        double[] grid = new double[cycles + 1];
        Arrays.setAll(grid, i -> end * i / cycles);
        return grid;
    }

    private static double[] curve(double[] grid, DoubleUnaryOperator at) {
        return Arrays.stream(grid).map(at).toArray();
    }

    @Test
    void discountsAreTakenOffAtEveryMomentOrOnceAYear() {
        assertThat(THREE.factor(2.5)).isCloseTo(Math.pow(1.03, -2.5), within(1e-14));
        Discount yearly = new Discount(0.03, Discount.Timing.YEARLY);
        assertThat(yearly.factor(2.5)).isCloseTo(Math.pow(1.03, -2), within(1e-14));
        assertThat(yearly.factor(0.99)).isEqualTo(1);
        assertThat(yearly.over(0.5, 2.25)).isCloseTo(0.5 + 1 / 1.03 + 0.25 / (1.03 * 1.03), within(1e-14));
        double r = Math.log(1.03);
        assertThat(THREE.over(1, 4)).isCloseTo((Math.exp(-r) - Math.exp(-4 * r)) / r, within(1e-13));
        assertThat(Discount.NONE.over(1, 4)).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discount(3, Discount.Timing.YEARLY))
                .withMessageContaining("from 0 to below 1 was expected; found 3.0");
    }

    /// With hazards that stay as they are, time in a state is one over the hazard, discounted one over both rates.
    @Test
    void exponentialCurvesGiveTheTimesOfTheirHazards() {
        double[] grid = grid(60, 720);
        double progression = 0.9;
        double death = 0.4;
        StateOccupancy states = PartitionedSurvival.of(
                grid, curve(grid, t -> Math.exp(-progression * t)), curve(grid, t -> Math.exp(-death * t)));
        CohortTotals totals = CohortTotals.of(states, CycleCounting.HALF_CYCLE);
        assertThat(totals.time(PartitionedSurvival.PROGRESSION_FREE, Discount.NONE))
                .isCloseTo(1 / progression, withinPercentage(0.05));
        assertThat(totals.time(PartitionedSurvival.PROGRESSED, Discount.NONE))
                .isCloseTo(1 / death - 1 / progression, withinPercentage(0.05));
        double r = Math.log(1.03);
        assertThat(totals.time(PartitionedSurvival.PROGRESSION_FREE, THREE))
                .isCloseTo(1 / (progression + r), withinPercentage(0.05));
        assertThat(totals.qualityAdjustedLifeYears(new double[] {0.8, 0.5, 0}, THREE))
                .isCloseTo(
                        0.8 / (progression + r) + 0.5 * (1 / (death + r) - 1 / (progression + r)),
                        withinPercentage(0.05));
        assertThat(totals.ofArrival(PartitionedSurvival.DEAD, 100, THREE))
                .isCloseTo(100 * death / (death + r), withinPercentage(0.05));
    }

    @Test
    void halfCyclesLieBetweenStartAndEndAndConvergeWithTheSquareOfTheCycle() {
        double previous = 0;
        for (int cycles : new int[] {120, 240, 480}) {
            double[] grid = grid(40, cycles);
            double[] alive = curve(grid, t -> Math.exp(-0.5 * t));
            StateOccupancy states = PartitionedSurvival.of(grid, alive, alive);
            double start = CohortTotals.of(states, CycleCounting.START).time(0, Discount.NONE);
            double half = CohortTotals.of(states, CycleCounting.HALF_CYCLE).time(0, Discount.NONE);
            double end = CohortTotals.of(states, CycleCounting.END).time(0, Discount.NONE);
            assertThat(half).isBetween(end, start).isCloseTo((start + end) / 2, within(1e-12));
            double error = half - 2;
            if (previous != 0) {
                assertThat(previous / error).isCloseTo(4, within(0.1));
            }
            previous = error;
        }
    }

    @Test
    void aMarkovCohortIsInAStateAsLongAsTheInverseOfTheChanceToLeaveIt() {
        MarkovCohort cohort = MarkovCohort.run(List.of("well", "ill", "dead"), new double[] {1, 0, 0}, 3000, 1, _ ->
                new double[][] {{0.8, 0.15, 0.05}, {0, 0.7, 0.3}, {0, 0, 1}});
        CohortTotals totals = CohortTotals.of(cohort.occupancy(), CycleCounting.START);
        assertThat(totals.time(0, Discount.NONE)).isCloseTo(1 / 0.2, within(1e-9));
        assertThat(totals.time(1, Discount.NONE)).isCloseTo(0.15 / 0.2 / 0.3, within(1e-9));
        assertThat(totals.ofMoves(cohort.moved(0, 1), 10, Discount.NONE)).isCloseTo(10 * 0.15 / 0.2, within(1e-9));
    }

    @Test
    void probabilitiesFollowFromRatesOtherCyclesAndCurves() {
        assertThat(TransitionProbability.ofRate(0.4, 0.25)).isCloseTo(1 - Math.exp(-0.1), within(1e-15));
        assertThat(TransitionProbability.ofProbability(0.19, 12, 6)).isCloseTo(0.1, within(1e-15));
        assertThat(TransitionProbability.ofSurvival(0.8, 0.6)).isCloseTo(0.25, within(1e-15));
        assertThat(TransitionProbability.ofSurvival(0, 0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> TransitionProbability.ofSurvival(0.5, 0.6));
    }

    @Test
    void curvesThatCannotBeAreToldWithTheirTime() {
        double[] grid = {0, 1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartitionedSurvival.of(grid, new double[] {1, 0.8, 0.5}, new double[] {1, 0.7, 0.5}))
                .withMessage("progression-free survival is 0.8 and overall survival 0.7 at year 1.0: who is without"
                        + " progression is alive; extrapolated curves that cross can be capped");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartitionedSurvival.of(grid, new double[] {1, 0.5, 0.6}, new double[] {1, 0.7, 0.7}))
                .withMessage("progression-free survival rises from 0.5 to 0.6 at year 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartitionedSurvival.of(grid, new double[] {1, 0.5, -1}, new double[] {1, 0.7, 0.7}))
                .withMessageContaining("not from 0 to 1");
        assertThat(PartitionedSurvival.capped(new double[] {1, 0.8}, new double[] {1, 0.7}))
                .containsExactly(1, 0.7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkovCohort.run(List.of("well", "dead"), new double[] {1, 0}, 2, 1, _ ->
                        new double[][] {{0.8, 0.1}, {0, 1}}))
                .withMessageContaining("from \"well\" in cycle 1 make 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkovCohort.run(List.of("well", "dead"), new double[] {0.5, 0}, 2, 1, _ ->
                        new double[][] {{1, 0}, {0, 1}}))
                .withMessageContaining("make 0.5, not 1");
    }
}
