package org.immunarium.equations.compile;

/// Whole division as SBML means it. Public because generated code calls it.
public final class Division {

    private Division() {}

    /// a / b without what follows the point: towards zero.
    public static double quotient(double a, double b) {
        double ratio = a / b;
        return ratio < 0 ? Math.ceil(ratio) : Math.floor(ratio);
    }

    /// What [#quotient] leaves, with the sign of a.
    public static double remainder(double a, double b) {
        return a % b;
    }
}
