package org.immunarium.numerics.random;

import org.hipparchus.special.Beta;

/// By how many of its estimated standard errors the mean of normal numbers misses the true one
/// (Student 1908, doi 10.2307/2331554).
///
/// @param degreesOfFreedom above 0; need not be an integer
public record StudentT(double degreesOfFreedom) implements Distribution {

    public StudentT {
        Parameters.positive("degrees of freedom", degreesOfFreedom);
    }

    @Override
    public double atMost(double x) {
        return above(-x);
    }

    @Override
    public double above(double x) {
        double tail =
                0.5 * Beta.regularizedBeta(degreesOfFreedom / (degreesOfFreedom + x * x), degreesOfFreedom / 2, 0.5);
        return x >= 0 ? tail : 1 - tail;
    }

    @Override
    public double quantile(double probability) {
        return -quantileFromAbove(probability);
    }

    @Override
    public double quantileFromAbove(double probability) {
        if (probability == 0.5) {
            return 0;
        }
        double tail = Math.min(probability, 1 - probability);
        if (tail <= 0) {
            return probability < 0.5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double far = Inversion.decreasing(this::above, tail, 0, -Normal.standardQuantile(tail));
        return probability < 0.5 ? far : -far;
    }
}
