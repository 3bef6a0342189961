package org.immunarium.trial.economics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How much each patient counts in the mean of what happens in each interval, where some are not followed to its
/// end:
/// those who are stand for those who are not.
///
/// In an interval a patient counts who died or was followed until its end, by one over the chance of being followed
/// so
/// long; the mean of an amount is the sum of amounts times weights. With nobody censored all weights are 1/n.
///
/// *Source*: Bang and Tsiatis 2000, doi 10.1093/biomet/87.2.329, the partitioned estimator.
///
/// @param weights by patient and interval
public record CensoringWeights(double[][] weights) {

    private static final double ROUNDING = 1e-9;

    /// Weights of some patients.
    ///
    /// @param followed until when, in the unit of the edges
    /// @param died     whether the patient died then; else was lost or the trial ended
    /// @param edges    of the intervals, ascending
    public static CensoringWeights of(double[] followed, boolean[] died, double[] edges) {
        Remaining remaining = Remaining.of(followed, died);
        int n = followed.length;
        double[][] weights = new double[n][edges.length - 1];
        double[] atEnd = new double[edges.length - 1];
        Arrays.setAll(atEnd, k -> 1 / (n * remaining.before(edges[k + 1])));
        for (int i = 0; i < n; i++) {
            double own = died[i] ? 1 / (n * remaining.before(followed[i])) : 0;
            for (int k = 0; k < atEnd.length; k++) {
                weights[i][k] = followed[i] >= edges[k + 1] ? atEnd[k] : own;
            }
        }
        return new CensoringWeights(weights);
    }

    /// Until when at least a share of patients is likely to be followed, were nobody to die: beyond it few stand
    /// for
    /// many.
    ///
    /// @param least the share, between 0 and 1
    /// @return infinite where it is never less
    public static double horizon(double[] followed, boolean[] died, double least) {
        Remaining remaining = Remaining.of(followed, died);
        for (int i = 0; i < remaining.times.length; i++) {
            if (remaining.after[i] < least * (1 - ROUNDING)) {
                return remaining.times[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The share that is not censored yet: Kaplan and Meier's curve with censoring as the event; who dies at a time
    /// is
    /// not at risk of it then.
    private record Remaining(double[] times, double[] after) {

        static Remaining of(double[] followed, boolean[] died) {
            if (followed.length == 0 || followed.length != died.length) {
                throw new IllegalArgumentException(followed.length + " times and " + died.length + " deaths");
            }
            int[] order = IntStream.range(0, followed.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> followed[i])
                            .thenComparing(i -> !died[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] times = new double[order.length];
            double[] after = new double[order.length];
            int rows = 0;
            double left = 1;
            for (int i = 0; i < order.length; i++) {
                if (!died[order[i]]) {
                    left *= (double) (order.length - i - 1) / (order.length - i);
                    if (rows == 0 || times[rows - 1] != followed[order[i]]) {
                        rows++;
                    }
                    times[rows - 1] = followed[order[i]];
                    after[rows - 1] = left;
                }
            }
            return new Remaining(Arrays.copyOf(times, rows), Arrays.copyOf(after, rows));
        }

        /// Just before a time.
        double before(double time) {
            int found = Arrays.binarySearch(times, time);
            int row = found >= 0 ? found - 1 : -found - 2;
            return row < 0 ? 1 : after[row];
        }
    }
}
