package org.immunarium.numerics.stochastic;

/// The propensity of a reaction is no probability per unit of time.
public final class PropensityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int reaction;
    private final double propensity;

    PropensityException(int reaction, double propensity) {
        super("the propensity of reaction " + reaction + " is " + propensity + "; zero or more was expected");
        this.reaction = reaction;
        this.propensity = propensity;
    }

    /// Which reaction.
    public int reaction() {
        return reaction;
    }

    /// What it is.
    public double propensity() {
        return propensity;
    }
}
