package org.immunarium.numerics.stochastic;

/// Reactions that happen one at a time, each at a rate that depends on the state only.
///
/// Life cycle: [DirectMethod] calls these methods many times from one thread; they allocate
/// nothing. Another thread uses another instance. What else the rates depend on (time, parameters)
/// must not change between two calls of [DirectMethod#refresh].
public interface ReactionNetwork {

    /// The number of reactions.
    int reactions();

    /// Writes the propensity of every reaction: its probability per unit of time.
    ///
    /// @param propensity receives them, length [#reactions]
    void propensities(double[] state, double[] propensity);

    /// Rewrites the propensities that a reaction may have changed; all of them unless an
    /// implementation knows better.
    ///
    /// @param reaction   which has just happened
    /// @param propensity before the reaction; receives what they are now
    /// @param changed    receives the reactions whose propensity was rewritten, length [#reactions]
    /// @return how many of `changed` are filled; minus 1 for all reactions
    default int update(int reaction, double[] state, double[] propensity, int[] changed) {
        propensities(state, propensity);
        return -1;
    }

    /// Carries out a reaction: changes `state`.
    void fire(int reaction, double[] state);
}
