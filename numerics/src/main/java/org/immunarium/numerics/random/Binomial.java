package org.immunarium.numerics.random;

import org.hipparchus.special.Beta;

/// How many of so many trials succeed.
///
/// @param trials      an integer, 0 to 2^53
/// @param probability of success of each
public record Binomial(double trials, double probability) implements Distribution {

    public Binomial {
        Parameters.probability("probability", probability);
        if (!(trials >= 0 && trials <= 0x1p53) || trials != Math.rint(trials)) {
            throw new IllegalArgumentException("number of trials must be an integer from 0, but is " + trials);
        }
    }

    @Override
    public double atMost(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return 0;
        }
        return k >= trials ? 1 : Beta.regularizedBeta(1 - probability, trials - k, k + 1);
    }

    @Override
    public double above(double x) {
        double k = Math.floor(x);
        if (k < 0) {
            return 1;
        }
        return k >= trials ? 0 : Beta.regularizedBeta(probability, k + 1, trials - k);
    }

    @Override
    public double quantile(double p) {
        return p > 0.5
                ? Inversion.firstInteger(k -> above(k) <= 1 - p, 0, trials, start(p))
                : Inversion.firstInteger(k -> atMost(k) >= p, 0, trials, start(p));
    }

    @Override
    public double quantileFromAbove(double p) {
        return Inversion.firstInteger(k -> above(k) <= p, 0, trials, start(1 - p));
    }

    private double start(double p) {
        double mean = trials * probability;
        double z = Math.clamp(Normal.standardQuantile(p), -40, 40);
        return mean + z * Math.sqrt(mean * (1 - probability));
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }
}
