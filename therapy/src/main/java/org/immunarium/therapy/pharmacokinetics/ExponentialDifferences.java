package org.immunarium.therapy.pharmacokinetics;

import static org.immunarium.numerics.functions.ElementaryFunctions.exp;
import static org.immunarium.numerics.functions.ElementaryFunctions.expm1;

/// Divided differences of exp(-x), which chains of first-order processes come to, accurate where arguments coincide.
///
/// A unit given at once into a link that empties at rate a into one that empties at rate b: after t the second holds
/// `a t first(a t, b t)`. Where it flows into the first link at a steady rate from time 0 on, the second holds
/// `a t² second(a t, b t)` for each unit of that rate. McCurdy, Ng and Parlett 1984, Math Comp 43:501.
final class ExponentialDifferences {

    /// Below, the quotient loses digits and the series takes over.
    private static final double SERIES = 1;

    private ExponentialDifferences() {}

    /// (exp(-a) - exp(-b)) / (b - a), and exp(-a) where both are alike; from 0 to 1 for arguments from 0.
    static double first(double a, double b) {
        double gap = Math.abs(b - a);
        double later = exp(-Math.min(a, b));
        return gap == 0 ? later : -later * expm1(-gap) / gap;
    }

    /// (first(0, a) - first(a, b)) / b: from 0 to 1/2 for arguments from 0.
    static double second(double a, double b) {
        double middle = Math.min(a, b);
        double last = Math.max(a, b);
        return last >= SERIES ? (first(0, middle) - first(middle, last)) / last : series(middle, last);
    }

    /// The sum over n of (-1)^n h_n(a, b) / (n + 2)!, with h_n the sum of all products of n of them.
    private static double series(double a, double b) {
        double sum = 0;
        double complete = 1;
        double power = 1;
        double factor = 0.5;
        for (int n = 0; n < 20; n++) {
            sum += factor * complete;
            power *= a;
            complete = complete * b + power;
            factor /= -(n + 3);
        }
        return sum;
    }
}
