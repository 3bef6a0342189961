package org.immunarium.trial.economics;

import org.immunarium.numerics.functions.Exponential;

/// Probabilities of a cycle from what studies report.
///
/// *Source*: Briggs, Claxton and Sculpher 2006, chapter 3; Fleurence and Hollenbeak 2007,
/// doi 10.2165/00019053-200725010-00002.
public final class TransitionProbability {

    private TransitionProbability() {}

    /// From a rate that stays as it is.
    ///
    /// @param rate   a year, from 0 on
    /// @param length of the cycle, in years
    public static double ofRate(double rate, double length) {
        if (!(rate >= 0 && length > 0)) {
            throw new IllegalArgumentException(
                    "a rate from 0 on and a length above 0 were expected; found " + rate + " and " + length);
        }
        return 1 - Exponential.exp(-rate * length);
    }

    /// From one of another span, where the rate stays as it is.
    ///
    /// @param probability within `span`
    /// @param span        in the unit of `length`
    /// @param length      of the cycle
    public static double ofProbability(double probability, double span, double length) {
        if (!(probability >= 0 && probability <= 1 && span > 0 && length > 0)) {
            throw new IllegalArgumentException("a probability and two spans above 0 were expected; found " + probability
                    + ", " + span + " and " + length);
        }
        return probability == 1 ? 1 : 1 - Exponential.pow(1 - probability, length / span);
    }

    /// From a survival curve: who had no event at the start of a cycle and had one at its end.
    ///
    /// @param start the share without an event, from 0 to 1
    /// @param end   likewise, not above it
    public static double ofSurvival(double start, double end) {
        if (!(end >= 0 && end <= start && start <= 1)) {
            throw new IllegalArgumentException(
                    "shares that do not rise were expected; found " + start + ", then " + end);
        }
        return start == 0 ? 0 : 1 - end / start;
    }
}
