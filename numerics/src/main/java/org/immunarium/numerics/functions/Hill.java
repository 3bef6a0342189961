package org.immunarium.numerics.functions;

/// Hill's function, `xⁿ / (xⁿ + halfⁿ)`: the same bits everywhere.
///
/// *Source*: Hill 1910, *The possible effects of the aggregation of the molecules of haemoglobin on its dissociation
/// curves*, Journal of Physiology 40, iv–vii.
public final class Hill {

    private Hill() {}

    /// Its value, from 0 to 1; 0 where x is not above 0, or not a number.
    ///
    /// @param half  the x at which it is a half, above 0
    /// @param power n, above 0
    public static double of(double x, double half, double power) {
        // Finite, so that no x is too large for its value, which is 1.
        double term = x > 0 ? Math.min(ElementaryFunctions.pow(x / half, power), Double.MAX_VALUE) : 0;
        return term / (1 + term);
    }
}
