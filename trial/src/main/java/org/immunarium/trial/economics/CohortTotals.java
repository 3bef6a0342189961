package org.immunarium.trial.economics;

import java.util.Arrays;

/// What a cohort costs, and how long it lives, in all: states that last, and what happens once.
///
/// @param occupancy where the cohort is
/// @param counting  when within a cycle it is counted
/// @param times     at which what a cycle brings is discounted, in years, one for each
public record CohortTotals(StateOccupancy occupancy, CycleCounting counting, double[] times) {

    public CohortTotals {
        if (times.length != occupancy.cycles()) {
            throw new IllegalArgumentException(times.length + " times of " + occupancy.cycles() + " cycles");
        }
        times = times.clone();
    }

    /// Discounted at the time at which patients are counted.
    public static CohortTotals of(StateOccupancy occupancy, CycleCounting counting) {
        return new CohortTotals(occupancy, counting, counting.times(occupancy.times()));
    }

    /// What being in a state costs.
    ///
    /// @param perCycle the amount for who is in it for all of a cycle, one for each cycle
    public double ofState(int state, double[] perCycle, Discount discount) {
        return sum(occupancy.counted(state, counting), perCycle, discount);
    }

    /// What coming into a state that nobody leaves costs, once.
    ///
    /// @param amount for each who comes
    public double ofArrival(int state, double amount, Discount discount) {
        double[] amounts = new double[occupancy.cycles()];
        Arrays.fill(amounts, amount);
        return sum(occupancy.arrivals(state), amounts, discount);
    }

    /// What moving costs, as [MarkovCohort#moved] has it.
    ///
    /// @param moved  the share in each cycle
    /// @param amount for each who moves
    public double ofMoves(double[] moved, double amount, Discount discount) {
        double[] amounts = new double[occupancy.cycles()];
        Arrays.fill(amounts, amount);
        return sum(moved, amounts, discount);
    }

    /// How long the cohort is in a state, in years.
    public double time(int state, Discount discount) {
        return ofState(state, lengths(), discount);
    }

    /// Years weighted by the quality of life in each state.
    ///
    /// @param utilities of the states: 1 for full health, 0 for death, below 0 for worse
    public double qualityAdjustedLifeYears(double[] utilities, Discount discount) {
        double sum = 0;
        for (int state = 0; state < utilities.length; state++) {
            if (!(utilities[state] <= 1)) {
                throw new IllegalArgumentException("a utility of at most 1 was expected; found " + utilities[state]);
            }
            sum += utilities[state] * time(state, discount);
        }
        return sum;
    }

    private double[] lengths() {
        double[] edges = occupancy.times();
        double[] lengths = new double[occupancy.cycles()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = edges[i + 1] - edges[i];
        }
        return lengths;
    }

    private double sum(double[] shares, double[] amounts, Discount discount) {
        if (amounts.length != times.length || shares.length != times.length) {
            throw new IllegalArgumentException(
                    shares.length + " shares and " + amounts.length + " amounts of " + times.length + " cycles");
        }
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += shares[i] * amounts[i] * discount.factor(times[i]);
        }
        return sum;
    }
}
