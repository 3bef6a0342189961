package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// The wait for the `shape`-th of events a mean time `scale` apart; `shape` need not be an integer.
public record Gamma(double shape, double scale) implements Distribution {

    public Gamma {
        Parameters.positive("shape", shape);
        Parameters.positive("scale", scale);
    }

    /// The sum of the squares of so many standard normal numbers; the number need not be an integer.
    public static Gamma chiSquare(double degreesOfFreedom) {
        Parameters.positive("degrees of freedom", degreesOfFreedom);
        return new Gamma(0.5 * degreesOfFreedom, 2);
    }

    @Override
    public double atMost(double x) {
        return x <= 0 ? 0 : org.hipparchus.special.Gamma.regularizedGammaP(shape, x / scale);
    }

    @Override
    public double above(double x) {
        return x <= 0 ? 1 : org.hipparchus.special.Gamma.regularizedGammaQ(shape, x / scale);
    }

    @Override
    public double quantile(double probability) {
        if (probability <= 0) {
            return 0;
        }
        return probability > 0.5
                ? Inversion.decreasing(this::above, 1 - probability, 0, start(probability))
                : Inversion.increasing(this::atMost, probability, 0, start(probability));
    }

    @Override
    public double quantileFromAbove(double probability) {
        if (probability >= 1) {
            return 0;
        }
        return probability < 0.5
                ? Inversion.decreasing(this::above, probability, 0, start(1 - probability))
                : Inversion.increasing(this::atMost, 1 - probability, 0, start(1 - probability));
    }

    /// Roughly the quantile: Wilson and Hilferty's cube of a normal number, or the first term of
    /// the series at 0.
    private double start(double probability) {
        double ninth = 1 / (9 * shape);
        double root = Normal.standardQuantile(probability) * Math.sqrt(ninth) + (1 - ninth);
        if (root > 0.3) {
            return Math.min(scale * shape * root * root * root, Double.MAX_VALUE);
        }
        double logarithm =
                (ElementaryFunctions.log(probability) + org.hipparchus.special.Gamma.logGamma(shape + 1)) / shape;
        return scale * Math.max(ElementaryFunctions.exp(logarithm), Double.MIN_NORMAL);
    }
}
