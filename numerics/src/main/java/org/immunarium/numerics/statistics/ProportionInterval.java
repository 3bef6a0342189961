package org.immunarium.numerics.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Beta;

/// An interval that has the proportion from which a number of successes was drawn.
///
/// @param lower from 0 to 1
/// @param upper from 0 to 1
public record ProportionInterval(double lower, double upper) {

    private static final double ACCURACY = 1e-14;
    private static final int EVALUATIONS = 200;

    /// The exact interval of Clopper and Pearson (Biometrika 1934, doi 10.1093/biomet/26.4.404): it
    /// holds the proportion at least as often as it says, however small the sample. Each end is the
    /// proportion at which so many successes, or more extreme, have half of what is left of the
    /// confidence; by the incomplete beta function that is a quantile of a beta distribution.
    ///
    /// @param successes from 0 to `trials`
    /// @param trials    at least 1
    /// @param confidence between 0 and 1, such as 0.95
    public static ProportionInterval exact(int successes, int trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence of " + confidence + ", not between 0 and 1");
        }
        double tail = (1 - confidence) / 2;
        return new ProportionInterval(
                successes == 0 ? 0 : quantile(tail, successes, trials - successes + 1.0),
                successes == trials ? 1 : quantile(1 - tail, successes + 1.0, trials - successes));
    }

    /// The interval of Wilson (Journal of the American Statistical Association 1927, doi 10.2307/2276774):
    /// shorter than the exact one, and right on average. Its ends are the proportions that a test of the score
    /// would just not reject.
    ///
    /// @param successes from 0 to `trials`
    /// @param trials    at least 1
    /// @param z         the quantile of the standard normal distribution, 1.96 for 95 %
    public static ProportionInterval wilson(int successes, int trials, double z) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double n = trials;
        double share = successes / n;
        double square = z * z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half = z * Math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n);
        return new ProportionInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double quantile(double probability, double a, double b) {
        UnivariateFunction excess = x -> Beta.regularizedBeta(x, a, b) - probability;
        return new BrentSolver(ACCURACY, ACCURACY, 0).solve(EVALUATIONS, excess, 0, 1);
    }
}
