package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// The length of a vector of two normal numbers of mean 0 and this standard deviation.
public record Rayleigh(double scale) implements Distribution {

    public Rayleigh {
        Parameters.positive("scale", scale);
    }

    @Override
    public double atMost(double x) {
        return x <= 0 ? 0 : -ElementaryFunctions.expm1(-0.5 * (x / scale) * (x / scale));
    }

    @Override
    public double above(double x) {
        return x <= 0 ? 1 : ElementaryFunctions.exp(-0.5 * (x / scale) * (x / scale));
    }

    @Override
    public double quantile(double probability) {
        return scale * Math.sqrt(-2 * ElementaryFunctions.log1p(-probability));
    }

    @Override
    public double quantileFromAbove(double probability) {
        return scale * Math.sqrt(-2 * ElementaryFunctions.log(probability));
    }
}
