package org.immunarium.equations.simulation;

import java.util.Arrays;

/// The times at which runs record.
public final class OutputTimes {

    /// Two times are the same where they differ by less than this share of the interval.
    private static final double ROUNDING = 1e-9;

    private OutputTimes() {}

    /// The start and every so often after it, and the end, where no interval may have ended: what is told of a run
    /// is told to its end.
    ///
    /// @throws IllegalArgumentException if the interval is not above zero or the end is not after the start
    public static double[] every(double start, double end, double interval) {
        if (!(interval > 0) || !(end >= start)) {
            throw new IllegalArgumentException(
                    "times from " + start + " to " + end + " every " + interval + " cannot be made");
        }
        int last = (int) Math.ceil((end - start) / interval - ROUNDING);
        double[] times = new double[1 + last];
        Arrays.setAll(times, i -> i == last ? end : start + i * interval);
        return times;
    }
}
