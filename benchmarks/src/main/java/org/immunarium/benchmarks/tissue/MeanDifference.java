package org.immunarium.benchmarks.tissue;

import java.util.Arrays;
import java.util.Locale;
import org.immunarium.numerics.random.StudentT;

/// How far our mean is from that of a reference, and whether that is near enough.
///
/// The interval that holds the true difference with a probability of 90 % is Welch's (1947, doi 10.2307/2332510),
/// which asks for no equal variances. It must lie within 3 % of the reference's mean, or within twice the standard
/// deviation of the reference's seeds, whichever is more. What never varies in the reference must be the same.
///
/// @param ours   the mean of our seeds
/// @param theirs the mean of theirs
/// @param half   half the width of the interval
/// @param bar    what the interval may reach, to both sides of 0
record MeanDifference(double ours, double ourDeviation, double theirs, double theirDeviation, double half, double bar) {

    private static final double CONFIDENCE = 0.9;
    private static final double PART_OF_MEAN = 0.03;
    private static final double DEVIATIONS = 2;

    /// @param ours   at least 2 values
    /// @param theirs at least 2 values
    static MeanDifference of(double[] ours, double[] theirs) {
        double mean = mean(theirs);
        double variance = variance(theirs);
        double deviation = Math.sqrt(variance);
        double bar = deviation == 0 ? 0 : Math.max(PART_OF_MEAN * Math.abs(mean), DEVIATIONS * deviation);
        double a = variance(ours) / ours.length;
        double b = variance / theirs.length;
        double half = 0;
        if (a + b > 0) {
            double freedom = (a + b) * (a + b) / (a * a / (ours.length - 1) + b * b / (theirs.length - 1));
            half = new StudentT(freedom).quantileFromAbove((1 - CONFIDENCE) / 2) * Math.sqrt(a + b);
        }
        return new MeanDifference(mean(ours), Math.sqrt(variance(ours)), mean, deviation, half, bar);
    }

    double difference() {
        return ours - theirs;
    }

    /// Whether it is near enough.
    boolean isWithin() {
        return Math.abs(difference()) + half <= bar;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /// Exactly 0 where all are the same.
    private static double variance(double[] values) {
        double first = values[0];
        if (Arrays.stream(values).allMatch(value -> value == first)) {
            return 0;
        }
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ours %.4g (sd %.3g), theirs %.4g (sd %.3g); difference %.3g to %.3g, allowed \u00b1%.3g",
                ours,
                ourDeviation,
                theirs,
                theirDeviation,
                difference() - half,
                difference() + half,
                bar);
    }
}
