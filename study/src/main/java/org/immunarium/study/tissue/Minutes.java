package org.immunarium.study.tissue;

import org.immunarium.units.Quantity;

/// Minutes, which tissues count in, as people say them.
public final class Minutes {

    private static final double MANY_MINUTES = 120;
    private static final double MANY_HOURS = 96;
    private static final int DIGITS = 4;

    private Minutes() {}

    /// In minutes up to two hours, in hours up to four days, in days from there on, with four digits.
    public static String inWords(double minutes) {
        double hours = minutes / 60;
        if (minutes < MANY_MINUTES) {
            return Quantity.number(minutes, DIGITS) + " min";
        }
        return hours < MANY_HOURS ? Quantity.number(hours, DIGITS) + " h" : Quantity.number(hours / 24, DIGITS) + " d";
    }
}
