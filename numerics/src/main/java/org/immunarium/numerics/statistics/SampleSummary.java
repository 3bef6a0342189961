package org.immunarium.numerics.statistics;

import java.util.Arrays;

/// How a sample is spread: its mean, standard deviation and quantiles.
public final class SampleSummary {

    private final double[] sorted;
    private final int count;

    private SampleSummary(double[] sorted, int count) {
        this.sorted = sorted;
        this.count = count;
    }

    /// Of some values, which stay as they are. What is not a number is not counted.
    ///
    /// @param values in any order; sums are taken in ascending order of the values, so that results
    ///     do not depend on it
    public static SampleSummary of(double[] values) {
        return taking(values.clone());
    }

    /// As [#of], but takes the array over and puts it in order: there may be so many values that a
    /// copy has no room.
    public static SampleSummary taking(double[] values) {
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        Arrays.sort(values, 0, count);
        return new SampleSummary(values, count);
    }

    /// How many values count.
    public int count() {
        return count;
    }

    /// NaN of none.
    public double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i];
        }
        return sum / count;
    }

    /// The sample's, over n - 1; NaN of fewer than two.
    public double standardDeviation() {
        if (count < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return Math.sqrt(squares / (count - 1));
    }

    /// Between order statistics, linearly (Hyndman and Fan 1996, type 7, doi 10.1080/00031305.1996.10473566).
    ///
    /// @param q from 0 to 1
    /// @return NaN of none
    public double quantile(double q) {
        if (count == 0) {
            return Double.NaN;
        }
        double place = q * (count - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
