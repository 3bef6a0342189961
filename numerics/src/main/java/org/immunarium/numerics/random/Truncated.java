package org.immunarium.numerics.random;

/// A distribution under the condition that a draw is from `lower` to `upper`, both included; see
/// [Distribution#truncated].
public record Truncated(Distribution whole, double lower, double upper) implements Distribution {

    public Truncated {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower bound must not be above upper bound, but they are " + lower + " and " + upper);
        }
    }

    /// Just below the interval: the largest x for which P(X <= x) leaves the interval out.
    private double justBelow() {
        return whole.isDiscrete() ? Math.ceil(lower) - 1 : lower;
    }

    /// Whether the interval is better measured from the upper end of the distribution.
    private boolean isUpper() {
        return whole.above(justBelow()) < 0.5;
    }

    private double mass() {
        return isUpper()
                ? whole.above(justBelow()) - whole.above(upper)
                : whole.atMost(upper) - whole.atMost(justBelow());
    }

    @Override
    public double atMost(double x) {
        if (x < lower) {
            return 0;
        }
        if (x >= upper) {
            return 1;
        }
        double part =
                isUpper() ? whole.above(justBelow()) - whole.above(x) : whole.atMost(x) - whole.atMost(justBelow());
        return part / mass();
    }

    @Override
    public double above(double x) {
        if (x < lower) {
            return 1;
        }
        if (x >= upper) {
            return 0;
        }
        double part = isUpper() ? whole.above(x) - whole.above(upper) : whole.atMost(upper) - whole.atMost(x);
        return part / mass();
    }

    @Override
    public double quantile(double probability) {
        return at(probability, 1 - probability);
    }

    @Override
    public double quantileFromAbove(double probability) {
        return at(1 - probability, probability);
    }

    private double at(double fromBelow, double fromAbove) {
        double x = isUpper()
                ? whole.quantileFromAbove(Math.fma(fromAbove, mass(), whole.above(upper)))
                : whole.quantile(Math.fma(fromBelow, mass(), whole.atMost(justBelow())));
        return whole.isDiscrete()
                ? Math.clamp(x, Math.ceil(lower), Math.max(Math.ceil(lower), Math.floor(upper)))
                : Math.clamp(x, lower, upper);
    }

    @Override
    public boolean isDiscrete() {
        return whole.isDiscrete();
    }
}
