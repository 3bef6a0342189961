package org.immunarium.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rebuilds the Markov model that is taught: zidovudine with and without lamivudine, Chancellor et al. 1997, doi
/// 10.2165/00019053-199712010-00006, with counts, costs and results of Briggs, Claxton and Sculpher 2006, *Decision
/// Modelling for Health Economic Evaluation*, example 2.5: patients are counted at the end of each of 20 years,
/// costs are
/// discounted by 6 % and life years by nothing, lamivudine is given and works for two years.
class HivModelTest {

    private static final List<String> STATES = List.of("CD4 200-500", "CD4 below 200", "AIDS", "dead");
    private static final double[][] COUNTS = {{1251, 350, 116, 17}, {0, 731, 512, 15}, {0, 0, 1312, 437}, {0, 0, 0, 1}};
    private static final double[] CARE = {2756, 3052, 9007};
    private static final double ZIDOVUDINE = 2278;
    private static final double LAMIVUDINE = 2086.5;
    private static final double RELATIVE_RISK = 0.509;
    private static final int YEARS = 20;
    private static final int TREATED = 2;

    private static double[][] transitions(double risk) {
        double[][] rows = new double[4][4];
        for (int from = 0; from < 4; from++) {
            double all = Arrays.stream(COUNTS[from]).sum();
            double stays = 1;
            for (int to = from + 1; to < 4; to++) {
                rows[from][to] = risk * COUNTS[from][to] / all;
                stays -= rows[from][to];
            }
            rows[from][from] = stays;
        }
        return rows;
    }

    private static Frontier.Strategy strategy(String name, double risk, double drug) {
        MarkovCohort cohort = MarkovCohort.run(
                STATES, new double[] {1, 0, 0, 0}, YEARS, 1, cycle -> transitions(cycle < TREATED ? risk : 1));
        CohortTotals totals = CohortTotals.of(cohort.occupancy(), CycleCounting.END);
        Discount six = new Discount(0.06, Discount.Timing.CONTINUOUS);
        double cost = 0;
        for (int state = 0; state < CARE.length; state++) {
            double[] amounts = new double[YEARS];
            for (int year = 0; year < YEARS; year++) {
                amounts[year] = CARE[state] + ZIDOVUDINE + (year < TREATED ? drug : 0);
            }
            cost += totals.ofState(state, amounts, six);
        }
        return new Frontier.Strategy(
                name, cost, totals.qualityAdjustedLifeYears(new double[] {1, 1, 1, 0}, Discount.NONE));
    }

    @Test
    void costsLifeYearsAndTheRatioAreThoseOfTheBook() {
        Frontier.Strategy one = strategy("zidovudine", 1, 0);
        Frontier.Strategy two = strategy("with lamivudine", RELATIVE_RISK, LAMIVUDINE);
        assertThat(one.cost()).isCloseTo(44_663, within(1.0));
        assertThat(two.cost()).isCloseTo(50_602, within(1.0));
        assertThat(one.effect()).isCloseTo(7.991, within(0.001));
        assertThat(two.effect()).isCloseTo(8.937, within(0.001));
        assertThat(two.minus(one).ratio()).isCloseTo(6276, withinPercentage(0.01));
    }

    @Test
    void whoDiesMovesFromWhereTheyWere() {
        MarkovCohort cohort = MarkovCohort.run(STATES, new double[] {1, 0, 0, 0}, YEARS, 1, _ -> transitions(1));
        CohortTotals totals = CohortTotals.of(cohort.occupancy(), CycleCounting.END);
        double moved = 0;
        for (int from = 0; from < 3; from++) {
            moved += totals.ofMoves(cohort.moved(from, 3), 1, Discount.NONE);
        }
        assertThat(moved).isCloseTo(totals.ofArrival(3, 1, Discount.NONE), within(1e-12));
        assertThat(moved).isCloseTo(cohort.occupancy().shares()[3][YEARS], within(1e-12));
    }
}
