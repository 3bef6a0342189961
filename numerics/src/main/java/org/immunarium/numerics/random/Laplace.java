package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// Two exponential distributions back to back; a scale of 0 gives the location.
public record Laplace(double location, double scale) implements Distribution {

    public Laplace {
        Parameters.finite("location", location);
        Parameters.notNegative("scale", scale);
    }

    @Override
    public double atMost(double x) {
        return x == location && scale == 0 ? 1 : standardAtMost((x - location) / scale);
    }

    @Override
    public double above(double x) {
        return x == location && scale == 0 ? 0 : standardAtMost((location - x) / scale);
    }

    private static double standardAtMost(double z) {
        double tail = 0.5 * ElementaryFunctions.exp(-Math.abs(z));
        return z < 0 ? tail : 1 - tail;
    }

    @Override
    public double quantile(double probability) {
        return scaled(standardQuantile(probability));
    }

    @Override
    public double quantileFromAbove(double probability) {
        return scaled(-standardQuantile(probability));
    }

    private double scaled(double z) {
        return scale == 0 ? location : Math.fma(z, scale, location);
    }

    private static double standardQuantile(double probability) {
        return probability < 0.5
                ? ElementaryFunctions.log(2 * probability)
                : -ElementaryFunctions.log(2 * (1 - probability));
    }
}
