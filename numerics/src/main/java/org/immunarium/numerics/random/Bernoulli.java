package org.immunarium.numerics.random;

/// 1 with this probability, otherwise 0.
public record Bernoulli(double probability) implements Distribution {

    public Bernoulli {
        Parameters.probability("probability", probability);
    }

    @Override
    public double atMost(double x) {
        return x < 0 ? 0 : x < 1 ? 1 - probability : 1;
    }

    @Override
    public double above(double x) {
        return x < 0 ? 1 : x < 1 ? probability : 0;
    }

    @Override
    public double quantile(double p) {
        return p <= 1 - probability ? 0 : 1;
    }

    @Override
    public double quantileFromAbove(double p) {
        return p >= probability ? 0 : 1;
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }
}
