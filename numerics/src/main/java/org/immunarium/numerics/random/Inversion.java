package org.immunarium.numerics.random;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/// Inverse functions of cumulative distributions by bracketing and bisection of what is left.
final class Inversion {

    private Inversion() {}

    /// The x from `least` up where an increasing function reaches `value`, to an ulp or two.
    static double increasing(DoubleUnaryOperator function, double value, double least, double start) {
        return search(x -> function.applyAsDouble(x) - value, least, start);
    }

    /// The x from `least` up where a decreasing function reaches `value`, to an ulp or two.
    static double decreasing(DoubleUnaryOperator function, double value, double least, double start) {
        return search(x -> value - function.applyAsDouble(x), least, start);
    }

    /// Brackets the sign change from the start by growing steps, then takes secants kept in the
    /// bracket (Illinois).
    private static double search(DoubleUnaryOperator excess, double least, double start) {
        double low = least;
        double high = Double.POSITIVE_INFINITY;
        double lowExcess = Double.NaN;
        double highExcess = Double.NaN;
        double x = start;
        double factor = 1.05;
        while (Double.isNaN(lowExcess) || Double.isNaN(highExcess)) {
            double e = excess.applyAsDouble(x);
            if (e == 0) {
                return x;
            }
            if (e < 0) {
                low = x;
                lowExcess = e;
                x *= factor;
            } else {
                high = x;
                highExcess = e;
                x /= factor;
                if (x < Double.MIN_NORMAL) {
                    return least;
                }
            }
            factor *= factor;
            if (x > Double.MAX_VALUE) {
                return Double.MAX_VALUE;
            }
        }
        return secants(excess, low, lowExcess, high, highExcess);
    }

    private static double secants(
            DoubleUnaryOperator excess, double low, double lowExcess, double high, double highExcess) {
        for (int i = 0; i < 200 && high - low > 2 * Math.ulp(low); i++) {
            double x =
                    i % 8 == 7 ? 0.5 * (low + high) : Math.fma(high - low, lowExcess / (lowExcess - highExcess), low);
            x = x > low && x < high ? x : 0.5 * (low + high);
            double e = excess.applyAsDouble(x);
            if (e == 0) {
                return x;
            }
            if (e < 0) {
                low = x;
                lowExcess = e;
                highExcess *= 0.5;
            } else {
                high = x;
                highExcess = e;
                lowExcess *= 0.5;
            }
        }
        return high;
    }

    /// The smallest integer x from `least` to `most` for which a condition holds that holds for all
    /// larger ones.
    static double firstInteger(DoublePredicate holds, double least, double most, double start) {
        double step = 1;
        double low;
        double high;
        double x = Math.clamp(Math.rint(start), least, most);
        if (holds.test(x)) {
            high = x;
            low = Math.max(least - 1, x - step);
            while (low >= least && holds.test(low)) {
                high = low;
                step *= 2;
                low = Math.max(least - 1, low - step);
            }
        } else {
            low = x;
            high = Math.min(most, x + step);
            while (high < most && !holds.test(high)) {
                low = high;
                step *= 2;
                high = Math.min(most, high + step);
            }
        }
        while (high - low > 1) {
            double middle = Math.floor(0.5 * (low + high));
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
