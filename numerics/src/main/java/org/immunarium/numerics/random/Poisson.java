package org.immunarium.numerics.random;

import org.hipparchus.special.Gamma;

/// How many events happen that happen independently, on average `mean`; up to 2^53.
public record Poisson(double mean) implements Distribution {

    public Poisson {
        Parameters.notNegative("mean", mean);
    }

    @Override
    public double atMost(double x) {
        double k = Math.floor(x);
        return k < 0 ? 0 : mean == 0 ? 1 : Gamma.regularizedGammaQ(k + 1, mean);
    }

    @Override
    public double above(double x) {
        double k = Math.floor(x);
        return k < 0 ? 1 : mean == 0 ? 0 : Gamma.regularizedGammaP(k + 1, mean);
    }

    @Override
    public double quantile(double p) {
        return p > 0.5
                ? Inversion.firstInteger(k -> above(k) <= 1 - p, 0, 0x1p53, start(p))
                : Inversion.firstInteger(k -> atMost(k) >= p, 0, 0x1p53, start(p));
    }

    @Override
    public double quantileFromAbove(double p) {
        return Inversion.firstInteger(k -> above(k) <= p, 0, 0x1p53, start(1 - p));
    }

    private double start(double p) {
        return mean + Math.clamp(Normal.standardQuantile(p), -40, 40) * Math.sqrt(mean);
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }
}
