package org.immunarium.trial.economics;

import java.util.Arrays;
import java.util.List;

/// Which share of a cohort is in which state of health at the edges of cycles.
///
/// @param states what they are called
/// @param times  of the edges, ascending, in years
/// @param shares of each state at each time, from 0 to 1; those of one time make 1
public record StateOccupancy(List<String> states, double[] times, double[][] shares) {

    private static final double ROUNDING = 1e-9;

    /// @throws IllegalArgumentException if sizes do not fit, times do not ascend, or shares are out of range
    public StateOccupancy {
        states = List.copyOf(states);
        times = times.clone();
        shares = Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
        if (states.isEmpty() || shares.length != states.size() || times.length < 2) {
            throw new IllegalArgumentException(
                    "one state or more, with shares of each, and two times or more were" + " expected; found " + states
                            + ", shares of " + shares.length + " and " + times.length + " times");
        }
        for (double[] each : shares) {
            if (each.length != times.length) {
                throw new IllegalArgumentException(each.length + " shares of a state at " + times.length + " times");
            }
        }
        for (int i = 0; i < times.length; i++) {
            if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY) || (i > 0 && !(times[i] > times[i - 1]))) {
                throw new IllegalArgumentException("times that ascend from 0 on were expected; found " + times[i]);
            }
            double sum = 0;
            for (int s = 0; s < shares.length; s++) {
                if (!(shares[s][i] >= -ROUNDING && shares[s][i] <= 1 + ROUNDING)) {
                    throw new IllegalArgumentException("a share of " + shares[s][i] + " in \"" + states.get(s)
                            + "\" at year " + times[i] + " is not from 0 to 1");
                }
                sum += shares[s][i];
            }
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException("shares at year " + times[i] + " make " + sum + ", not 1");
            }
        }
    }

    /// How many cycles.
    public int cycles() {
        return times.length - 1;
    }

    /// Who is counted in a state in each cycle.
    public double[] counted(int state, CycleCounting counting) {
        return counting.perCycle(shares[state]);
    }

    /// By how much a state that nobody leaves grows in each cycle: who dies, of the dead.
    public double[] arrivals(int state) {
        double[] arrivals = new double[cycles()];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = shares[state][i + 1] - shares[state][i];
        }
        return arrivals;
    }
}
