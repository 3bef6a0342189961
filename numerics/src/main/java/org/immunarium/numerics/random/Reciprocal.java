package org.immunarium.numerics.random;

/// 1 over a draw of a distribution: a rate, where that is a duration.
///
/// @param of takes values above 0 only, and is not discrete
public record Reciprocal(Distribution of) implements Distribution {

    public Reciprocal {
        if (of.isDiscrete() || of.atMost(0) > 0) {
            throw new IllegalArgumentException("a distribution of continuous values above 0 was expected, found " + of);
        }
    }

    @Override
    public double atMost(double x) {
        return x > 0 ? of.above(1 / x) : 0;
    }

    @Override
    public double above(double x) {
        return x > 0 ? of.atMost(1 / x) : 1;
    }

    @Override
    public double quantile(double probability) {
        return 1 / of.quantileFromAbove(probability);
    }

    @Override
    public double quantileFromAbove(double probability) {
        return 1 / of.quantile(probability);
    }
}
