package org.immunarium.results;

/// How numbers are written into tables.
public final class Numbers {

    private static final double LARGEST_PLAIN_INTEGER = 1e15;

    private Numbers() {}

    /// The shortest decimal that reads back as the same double: `1`, `0.25`, `1.5e-7`, `NaN`, `Infinity`.
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN_INTEGER) {
            long whole = (long) value;
            return whole == 0 && 1 / value < 0 ? "-0" : Long.toString(whole);
        }
        // Since JDK 19 this is the shortest decimal (JDK-4511638).
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        int end = text.startsWith(".0", exponent - 2) ? exponent - 2 : exponent;
        return text.substring(0, end) + "e" + text.substring(exponent + 1);
    }
}
