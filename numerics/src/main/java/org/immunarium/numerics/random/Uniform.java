package org.immunarium.numerics.random;

/// Equally likely everywhere between two ends.
public record Uniform(double lower, double upper) implements Distribution {

    public Uniform {
        Parameters.finite("lower end", lower);
        Parameters.finite("upper end", upper);
        if (lower > upper) {
            throw new IllegalArgumentException("lower end " + lower + " is above upper end " + upper);
        }
    }

    @Override
    public double atMost(double x) {
        return x < lower ? 0 : x >= upper ? 1 : (x - lower) / (upper - lower);
    }

    @Override
    public double above(double x) {
        return x < lower ? 1 : x >= upper ? 0 : (upper - x) / (upper - lower);
    }

    @Override
    public double quantile(double probability) {
        return Math.clamp(Math.fma(probability, upper - lower, lower), lower, upper);
    }

    @Override
    public double quantileFromAbove(double probability) {
        return Math.clamp(Math.fma(-probability, upper - lower, upper), lower, upper);
    }
}
