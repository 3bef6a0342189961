package org.immunarium.numerics.statistics;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/// How probable a statistic is that is at least as extreme: p-values, exact also where they are tiny.
public final class TailProbability {

    private static final double ROOT_2 = Math.sqrt(2);

    private TailProbability() {}

    /// That a standard normal value is at least this far from 0, on either side.
    public static double twoSided(double z) {
        return Erf.erfc(Math.abs(z) / ROOT_2);
    }

    /// That a value of a chi-squared distribution is above this one.
    ///
    /// @param degrees of freedom, at least 1
    public static double chiSquared(double value, int degrees) {
        return value <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2.0, value / 2);
    }
}
