package org.immunarium.study.report.figure;

import org.immunarium.units.Quantity;

/// One curve, alone or with a band around it.
///
/// @param name   for the legend
/// @param times  ascending
/// @param values as many; NaN where there is none
/// @param spread as many, at least 0: how far the band reaches to either side; empty for no band
public record Series(String name, double[] times, double[] values, double[] spread) {

    private static final int WORDS_DIGITS = 4;

    /// What is further from zero has no place on an axis: a run whose numbers are about to fail may have it.
    private static final double GREATEST = 1e300;

    public Series {
        values = drawable(values);
    }

    private static double[] drawable(double[] values) {
        double[] drawable = values.clone();
        for (int i = 0; i < drawable.length; i++) {
            drawable[i] = Math.abs(drawable[i]) <= GREATEST ? drawable[i] : Double.NaN;
        }
        return drawable;
    }

    /// A curve without a band.
    public Series(String name, double[] times, double[] values) {
        this(name, times, values, new double[0]);
    }

    boolean hasBand() {
        return spread.length > 0;
    }

    /// The lower edge of the band. What is never negative has none below zero.
    Series lowerEdge() {
        double floor = least() >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        return edge(-1, floor);
    }

    /// The upper edge of the band.
    Series upperEdge() {
        return edge(1, Double.NEGATIVE_INFINITY);
    }

    private Series edge(int side, double floor) {
        double[] edge = new double[values.length];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = Math.max(floor, values[i] + side * spread[i]);
        }
        return new Series(name, times, edge);
    }

    /// The smallest value above zero; infinite where there is none.
    double leastPositive() {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (value > 0 && value < least) {
                least = value;
            }
        }
        return least;
    }

    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = value < least ? value : least;
        }
        return least;
    }

    double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            greatest = value > greatest ? value : greatest;
        }
        return greatest;
    }

    /// Whether it ever differs from what it began with.
    public boolean changes() {
        for (double value : values) {
            if (value != values[0] && !(Double.isNaN(value) && Double.isNaN(values[0]))) {
                return true;
            }
        }
        return false;
    }

    /// What it does, in a sentence: where it starts, its extremes where they lie between, where it
    /// ends.
    ///
    /// @param timeUnit as in `day 12 [d]`; may be empty
    String inWords(String timeUnit) {
        if (values.length == 0) {
            return name + ": no values.";
        }
        int last = values.length - 1;
        int highest = 0;
        int lowest = 0;
        for (int i = 1; i <= last; i++) {
            highest = values[i] > values[highest] ? i : highest;
            lowest = values[i] < values[lowest] ? i : lowest;
        }
        StringBuilder words = new StringBuilder(name).append(": starts at ").append(number(values[0]));
        if (lowest > 0 && lowest < last) {
            words.append(", is lowest at ").append(number(values[lowest])).append(at(lowest, timeUnit));
        }
        if (highest > 0 && highest < last) {
            words.append(", is highest at ").append(number(values[highest])).append(at(highest, timeUnit));
        }
        return words.append(", ends at ")
                .append(number(values[last]))
                .append(at(last, timeUnit))
                .append('.')
                .toString();
    }

    private String at(int i, String timeUnit) {
        return " (time " + number(times[i]) + (timeUnit.isEmpty() ? "" : " " + timeUnit) + ")";
    }

    /// A number to a few digits, for reading.
    static String number(double value) {
        return Quantity.number(value, WORDS_DIGITS);
    }
}
