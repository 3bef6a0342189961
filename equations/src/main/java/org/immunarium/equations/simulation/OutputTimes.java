package org.immunarium.equations.simulation;

import java.util.Arrays;

/// The times at which runs record.
final class OutputTimes {

    /// Two times are the same where they differ by less than this share of the interval.
    private static final double ROUNDING = 1e-9;

    private OutputTimes() {}

    /// The start and every so often after it, to the end; the end itself where an interval ends there but for
    /// rounding.
    ///
    /// @throws IllegalArgumentException if the interval is not above zero or the end is not after the start
    static double[] every(double start, double end, double interval) {
        if (!(interval > 0) || !(end >= start)) {
            throw new IllegalArgumentException(
                    "times from " + start + " to " + end + " every " + interval + " cannot be made");
        }
        double[] times = new double[1 + (int) Math.floor((end - start) / interval + ROUNDING)];
        Arrays.setAll(times, i -> start + i * interval);
        int last = times.length - 1;
        if (Math.abs(times[last] - end) <= ROUNDING * interval) {
            times[last] = end;
        }
        return times;
    }
}
