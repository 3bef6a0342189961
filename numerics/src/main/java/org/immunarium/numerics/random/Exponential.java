package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// The wait for something that happens at a constant rate.
public record Exponential(double rate) implements Distribution {

    public Exponential {
        Parameters.positive("rate", rate);
    }

    @Override
    public double atMost(double x) {
        return x <= 0 ? 0 : -ElementaryFunctions.expm1(-rate * x);
    }

    @Override
    public double above(double x) {
        return x <= 0 ? 1 : ElementaryFunctions.exp(-rate * x);
    }

    @Override
    public double quantile(double probability) {
        return -ElementaryFunctions.log1p(-probability) / rate;
    }

    @Override
    public double quantileFromAbove(double probability) {
        return -ElementaryFunctions.log(probability) / rate;
    }
}
