package org.immunarium.trial.economics;

import java.util.List;

/// Three states of health from two curves: who is without progression, who is alive beside them, who is dead.
///
/// It asks nothing of how patients go from one to the next; so what one curve does after its data end does not
/// follow from the other.
///
/// *Source*: Woods et al. 2017, NICE Decision Support Unit, Technical Support Document 19.
public final class PartitionedSurvival {

    /// Places of the states.
    public static final int PROGRESSION_FREE = 0;

    public static final int PROGRESSED = 1;
    public static final int DEAD = 2;

    private static final List<String> STATES = List.of("progression-free", "progressed", "dead");
    private static final double ROUNDING = 1e-12;

    private PartitionedSurvival() {}

    /// The states.
    ///
    /// @param times           ascending, in years
    /// @param progressionFree the share alive without progression at each, from 1 at the first on, never rising
    /// @param alive           the share alive, likewise, nowhere below the other
    /// @throws IllegalArgumentException which says what and when, where a curve is not that
    public static StateOccupancy of(double[] times, double[] progressionFree, double[] alive) {
        check("progression-free survival", times, progressionFree);
        check("overall survival", times, alive);
        double[][] shares = new double[3][times.length];
        for (int i = 0; i < times.length; i++) {
            if (progressionFree[i] > alive[i] + ROUNDING) {
                throw new IllegalArgumentException("progression-free survival is " + progressionFree[i] + " and overall"
                        + " survival " + alive[i] + " at year " + times[i]
                        + ": who is without progression is alive; extrapolated curves that cross can be capped");
            }
            shares[PROGRESSION_FREE][i] = progressionFree[i];
            shares[PROGRESSED][i] = Math.max(0, alive[i] - progressionFree[i]);
            shares[DEAD][i] = 1 - alive[i];
        }
        return new StateOccupancy(STATES, times, shares);
    }

    /// A curve of progression-free survival that crosses the one of overall survival, held down to it.
    public static double[] capped(double[] progressionFree, double[] alive) {
        double[] capped = progressionFree.clone();
        for (int i = 0; i < capped.length; i++) {
            capped[i] = Math.min(capped[i], alive[i]);
        }
        return capped;
    }

    private static void check(String what, double[] times, double[] curve) {
        if (curve.length != times.length) {
            throw new IllegalArgumentException(what + " has " + curve.length + " values at " + times.length + " times");
        }
        for (int i = 0; i < curve.length; i++) {
            if (!(curve[i] >= 0 && curve[i] <= 1)) {
                throw new IllegalArgumentException(
                        what + " is " + curve[i] + " at year " + times[i] + ", not from 0 to 1");
            }
            if (i > 0 && curve[i] > curve[i - 1] + ROUNDING) {
                throw new IllegalArgumentException(
                        what + " rises from " + curve[i - 1] + " to " + curve[i] + " at year " + times[i]);
            }
        }
    }
}
