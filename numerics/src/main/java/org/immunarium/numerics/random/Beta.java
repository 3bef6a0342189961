package org.immunarium.numerics.random;

import static org.hipparchus.special.Beta.logBeta;
import static org.hipparchus.special.Beta.regularizedBeta;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// A share: what is believed of a probability after `a - 1` successes and `b - 1` failures, where nothing was known
/// before; neither need be an integer.
public record Beta(double a, double b) implements Distribution {

    public Beta {
        Parameters.positive("a", a);
        Parameters.positive("b", b);
    }

    @Override
    public double atMost(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : regularizedBeta(x, a, b);
    }

    @Override
    public double above(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 1 : 0;
        }
        // 1 - x has lost what a small x had, where it still matters.
        double below = regularizedBeta(x, a, b);
        return below < 0.5 ? 1 - below : regularizedBeta(1 - x, b, a);
    }

    @Override
    public double quantile(double probability) {
        if (probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return 1;
        }
        return Math.min(
                1,
                probability > 0.5
                        ? Inversion.decreasing(this::above, 1 - probability, 0, a / (a + b))
                        : Inversion.increasing(this::atMost, probability, 0, start(probability)));
    }

    @Override
    public double quantileFromAbove(double probability) {
        if (probability <= 0) {
            return 1;
        }
        if (probability >= 1) {
            return 0;
        }
        return Math.min(
                1,
                probability < 0.5
                        ? Inversion.decreasing(this::above, probability, 0, a / (a + b))
                        : Inversion.increasing(this::atMost, 1 - probability, 0, start(1 - probability)));
    }

    /// Not above the quantile by much: the mean, or the first term of the series at 0.
    private double start(double probability) {
        double logarithm = (ElementaryFunctions.log(probability * a) + logBeta(a, b)) / a;
        return Math.min(a / (a + b), Math.max(ElementaryFunctions.exp(logarithm), Double.MIN_NORMAL));
    }
}
