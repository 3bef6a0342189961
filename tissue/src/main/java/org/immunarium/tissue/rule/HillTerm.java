package org.immunarium.tissue.rule;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.model.Rule;

/// What one signal adds to a Hill response: (s / half)^power, 0 without the signal.
final class HillTerm {

    /// Products stay within 64 roundings of the exact power up to here.
    private static final int LARGEST_PRODUCT = 64;

    private final int signal;
    private final double half;
    private final double power;
    private final int wholePower;
    private final boolean appliesToDead;

    /// @param signal where the signal stands in the row that [#of] gets
    HillTerm(Rule rule, int signal) {
        this.signal = signal;
        half = rule.halfMaximum();
        power = rule.power();
        wholePower = power == (int) power && power <= LARGEST_PRODUCT ? (int) power : 0;
        appliesToDead = rule.appliesToDead();
    }

    /// The term of a cell; 0 in a dead cell where the rule is not for dead ones.
    double of(double[] signals, boolean dead) {
        double s = signals[signal];
        if (s == 0 || dead && !appliesToDead) {
            return 0;
        }
        return wholePower > 0 ? product(s / half, wholePower) : ElementaryFunctions.pow(s / half, power);
    }

    private static double product(double x, int n) {
        double square = x;
        double product = (n & 1) == 0 ? 1 : x;
        for (int left = n >> 1; left > 0; left >>= 1) {
            square *= square;
            if ((left & 1) != 0) {
                product *= square;
            }
        }
        return product;
    }
}
