package org.immunarium.study;

import org.immunarium.units.Quantity;

/// How people tell times that are counted in minutes. A run tells all of its own on one scale, that of its end.
public enum TimeScale {
    MINUTES("min", 1),
    HOURS("h", 60),
    DAYS("d", 24 * 60);

    private static final double MANY_MINUTES = 120;
    private static final double MANY_HOURS = 96 * 60;
    private static final int DIGITS = 4;

    private final String unit;
    private final double minutes;

    TimeScale(String unit, double minutes) {
        this.unit = unit;
        this.minutes = minutes;
    }

    /// Minutes up to two hours, hours up to four days, days from there on.
    ///
    /// @param end the longest of the times, min
    public static TimeScale upTo(double end) {
        if (end < MANY_MINUTES) {
            return MINUTES;
        }
        return end < MANY_HOURS ? HOURS : DAYS;
    }

    /// A time by itself, on the scale that fits it: `90 min`, `12.5 h`, `7 d`.
    ///
    /// @param time min
    public static String words(double time) {
        return upTo(time).inWords(time);
    }

    /// Its unit: `h`.
    public String unit() {
        return unit;
    }

    /// A time on this scale.
    ///
    /// @param time min
    public double of(double time) {
        return time / minutes;
    }

    /// A time on this scale, with four digits.
    ///
    /// @param time min
    public String number(double time) {
        return Quantity.number(of(time), DIGITS);
    }

    /// A time on this scale, with four digits and its unit.
    ///
    /// @param time min
    public String inWords(double time) {
        return number(time) + " " + unit;
    }
}
