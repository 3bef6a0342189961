package org.immunarium.numerics.random;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// A number whose logarithm is equally likely everywhere between those of two ends.
///
/// @param lower above 0
/// @param upper not below `lower`
public record LogUniform(double lower, double upper) implements Distribution {

    public LogUniform {
        Parameters.positive("lower end", lower);
        Parameters.positive("upper end", upper);
        if (lower > upper) {
            throw new IllegalArgumentException("lower end " + lower + " is above upper end " + upper);
        }
    }

    private Uniform logarithm() {
        return new Uniform(ElementaryFunctions.log(lower), ElementaryFunctions.log(upper));
    }

    @Override
    public double atMost(double x) {
        return x < lower ? 0 : x >= upper ? 1 : logarithm().atMost(ElementaryFunctions.log(x));
    }

    @Override
    public double above(double x) {
        return x < lower ? 1 : x >= upper ? 0 : logarithm().above(ElementaryFunctions.log(x));
    }

    @Override
    public double quantile(double probability) {
        return Math.clamp(ElementaryFunctions.exp(logarithm().quantile(probability)), lower, upper);
    }

    @Override
    public double quantileFromAbove(double probability) {
        return Math.clamp(ElementaryFunctions.exp(logarithm().quantileFromAbove(probability)), lower, upper);
    }
}
