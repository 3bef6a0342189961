package org.immunarium.trial.economics;

import java.util.List;
import java.util.function.IntFunction;

/// A cohort that goes from state to state with probabilities that depend on where it is and on the cycle.
///
/// *Source*: Briggs, Claxton and Sculpher 2006, *Decision Modelling for Health Economic Evaluation*, chapter 2.
public final class MarkovCohort {

    private static final double ROUNDING = 1e-9;

    private final StateOccupancy occupancy;
    private final double[][][] moved;

    private MarkovCohort(StateOccupancy occupancy, double[][][] moved) {
        this.occupancy = occupancy;
        this.moved = moved;
    }

    /// Runs one.
    ///
    /// @param states      what they are called
    /// @param start       shares at the start, which make 1
    /// @param cycles      how many, at least 1
    /// @param length      of a cycle, in years
    /// @param transitions of the cycle with this number, counted from 0: a row of probabilities for each state from
    ///     which patients go, which make 1
    /// @throws IllegalArgumentException which says where, if something is not that
    public static MarkovCohort run(
            List<String> states, double[] start, int cycles, double length, IntFunction<double[][]> transitions) {
        int n = states.size();
        if (start.length != n || cycles < 1 || !(length > 0)) {
            throw new IllegalArgumentException("shares of " + n + " states, a cycle or more and a length above 0 were"
                    + " expected; found " + start.length + ", " + cycles + " and " + length);
        }
        double[][] shares = new double[n][cycles + 1];
        double[] times = new double[cycles + 1];
        double[][][] moved = new double[cycles][n][n];
        for (int s = 0; s < n; s++) {
            shares[s][0] = start[s];
        }
        for (int cycle = 0; cycle < cycles; cycle++) {
            double[][] rows = transitions.apply(cycle);
            check(states, cycle, rows);
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    moved[cycle][from][to] = shares[from][cycle] * rows[from][to];
                    shares[to][cycle + 1] += moved[cycle][from][to];
                }
            }
            times[cycle + 1] = (cycle + 1) * length;
        }
        return new MarkovCohort(new StateOccupancy(states, times, shares), moved);
    }

    private static void check(List<String> states, int cycle, double[][] rows) {
        if (rows.length != states.size()) {
            throw new IllegalArgumentException(
                    rows.length + " rows of probabilities of " + states.size() + " states in cycle " + (cycle + 1));
        }
        for (int from = 0; from < rows.length; from++) {
            double sum = 0;
            for (double probability : rows[from]) {
                if (!(probability >= 0 && probability <= 1)) {
                    throw new IllegalArgumentException("a probability of " + probability + " from \"" + states.get(from)
                            + "\" in cycle " + (cycle + 1) + " is not from 0 to 1");
                }
                sum += probability;
            }
            if (rows[from].length != rows.length || !(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException(rows[from].length + " probabilities from \"" + states.get(from)
                        + "\" in cycle " + (cycle + 1) + " make " + sum + ", not 1");
            }
        }
    }

    /// Where the cohort is.
    public StateOccupancy occupancy() {
        return occupancy;
    }

    /// The share that goes from one state to another in each cycle.
    public double[] moved(int from, int to) {
        double[] shares = new double[moved.length];
        for (int cycle = 0; cycle < shares.length; cycle++) {
            shares[cycle] = moved[cycle][from][to];
        }
        return shares;
    }
}
