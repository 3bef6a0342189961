package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// A number whose logarithm is normal, with this mean and standard deviation of the logarithm.
public record LogNormal(double mean, double standardDeviation) implements Distribution {

    public LogNormal {
        Parameters.finite("mean of the logarithm", mean);
        Parameters.notNegative("standard deviation of the logarithm", standardDeviation);
    }

    private Normal logarithm() {
        return new Normal(mean, standardDeviation);
    }

    @Override
    public double atMost(double x) {
        return x <= 0 ? 0 : logarithm().atMost(ElementaryFunctions.log(x));
    }

    @Override
    public double above(double x) {
        return x <= 0 ? 1 : logarithm().above(ElementaryFunctions.log(x));
    }

    @Override
    public double quantile(double probability) {
        return ElementaryFunctions.exp(logarithm().quantile(probability));
    }

    @Override
    public double quantileFromAbove(double probability) {
        return ElementaryFunctions.exp(logarithm().quantileFromAbove(probability));
    }
}
