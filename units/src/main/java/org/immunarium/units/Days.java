package org.immunarium.units;

/// Times as people count them, in days.
public final class Days {

    /// In a year: the Julian one.
    public static final double YEAR = 365.25;

    /// In a month: a twelfth of a year.
    public static final double MONTH = YEAR / 12;

    private Days() {}
}
