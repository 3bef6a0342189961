package org.immunarium.trial.economics;

/// What one strategy costs and gives beyond another.
///
/// @param cost   more, below 0 where it saves
/// @param effect more, as a rule in QALYs; below 0 where it gives less
public record Increment(double cost, double effect) {

    /// Where it lies on the plane of costs and effects.
    public enum Verdict {
        /// Gives more and costs no more, or as much and saves.
        DOMINANT("dominant: more for less"),
        /// Gives less and costs no less, or as much and costs more.
        DOMINATED("dominated: less for more"),
        /// Gives more and costs more: worth it from some willingness to pay on.
        MORE_FOR_MORE("more for more"),
        /// Gives less and saves: worth it up to some willingness to pay.
        LESS_FOR_LESS("less for less"),
        /// Neither differs.
        EQUAL("no difference");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    public Increment {
        if (!Double.isFinite(cost) || !Double.isFinite(effect)) {
            throw new IllegalArgumentException("finite increments were expected; found " + cost + " and " + effect);
        }
    }

    /// Where it lies.
    public Verdict verdict() {
        if (cost == 0 && effect == 0) {
            return Verdict.EQUAL;
        }
        if (effect >= 0 && cost <= 0) {
            return Verdict.DOMINANT;
        }
        if (effect <= 0 && cost >= 0) {
            return Verdict.DOMINATED;
        }
        return effect > 0 ? Verdict.MORE_FOR_MORE : Verdict.LESS_FOR_LESS;
    }

    /// The incremental cost-effectiveness ratio: money for one more of the effect. Says nothing without [#verdict]:
    /// where one dominates it is below 0, whichever it is.
    ///
    /// @return NaN where the effect is the same
    public double ratio() {
        return effect == 0 ? Double.NaN : cost / effect;
    }

    /// What it is worth beyond what it costs, in money.
    ///
    /// @param willingness to pay for one of the effect, from 0 on
    public double netMonetaryBenefit(double willingness) {
        return checked(willingness) * effect - cost;
    }

    /// The same in the effect.
    ///
    /// @param willingness to pay for one of the effect, above 0
    public double netHealthBenefit(double willingness) {
        if (!(willingness > 0)) {
            throw new IllegalArgumentException("a willingness to pay above 0 was expected; found " + willingness);
        }
        return effect - cost / willingness;
    }

    static double checked(double willingness) {
        if (!(willingness >= 0 && willingness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a willingness to pay from 0 on was expected; found " + willingness);
        }
        return willingness;
    }
}
