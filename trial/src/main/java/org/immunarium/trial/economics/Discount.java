package org.immunarium.trial.economics;

import org.immunarium.numerics.functions.Exponential;

/// What is later counts less.
///
/// @param rate   a year, from 0 to below 1
/// @param timing when it is taken off
public record Discount(double rate, Timing timing) {

    /// Nothing is taken off.
    public static final Discount NONE = new Discount(0, Timing.CONTINUOUS);

    /// When a discount is taken off.
    public enum Timing {
        /// At every moment: what is a quarter of a year away counts (1 + rate)^-0.25.
        CONTINUOUS,
        /// At the end of each year: within one, all counts the same, and within the first, all counts in full.
        YEARLY
    }

    public Discount {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a discount a year from 0 to below 1 was expected; found " + rate);
        }
    }

    /// What counts of one that is so many years away.
    ///
    /// @param years from 0 on
    public double factor(double years) {
        return rate == 0 ? 1 : Exponential.pow(1 + rate, -(timing == Timing.YEARLY ? Math.floor(years) : years));
    }

    /// How long a time counts: the integral of [#factor] over it, in years.
    ///
    /// @param from in years, from 0 on
    /// @param to   at or after it
    public double over(double from, double to) {
        if (!(from >= 0 && to >= from)) {
            throw new IllegalArgumentException("a time from 0 on was expected; found " + from + " to " + to);
        }
        if (rate == 0) {
            return to - from;
        }
        if (timing == Timing.CONTINUOUS) {
            return (factor(from) - factor(to)) / Exponential.log(1 + rate);
        }
        double sum = 0;
        for (double year = Math.floor(from); year < to; year++) {
            sum += factor(year) * (Math.min(to, year + 1) - Math.max(from, year));
        }
        return sum;
    }
}
