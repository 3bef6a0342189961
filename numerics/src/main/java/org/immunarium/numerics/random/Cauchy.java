package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// The ratio of two normal numbers; it has no mean. A scale of 0 gives the location.
public record Cauchy(double location, double scale) implements Distribution {

    public Cauchy {
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

    /// The angle from the negative axis, as a part of pi: precise in the lower tail.
    private static double standardAtMost(double z) {
        return ElementaryFunctions.atan2(1, -z) / Math.PI;
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
        return probability < 0.25
                ? -ElementaryFunctions.cot(Math.PI * probability)
                : probability > 0.75
                        ? ElementaryFunctions.cot(Math.PI * (1 - probability))
                        : ElementaryFunctions.tan(Math.PI * (probability - 0.5));
    }
}
