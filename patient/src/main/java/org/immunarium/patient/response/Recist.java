package org.immunarium.patient.response;

/// Response and progression of target lesions by RECIST 1.1, from the sum of their longest diameters at each visit.
///
/// A response is a sum at least 30 % below that at baseline, before any progression; it need not be confirmed.
/// Progression is a sum at least 20 % above the smallest one so far, baseline included, and at least 5 mm above it
/// where sums are in millimetres. New lesions and lesions that are no targets are not looked at.
///
/// *Source*: Eisenhauer et al. 2009, European Journal of Cancer 45:228-247, doi 10.1016/j.ejca.2008.10.026, section
/// 4.3.
///
/// @param response    whether there was one
/// @param progression whether there was one
public record Recist(boolean response, boolean progression) {

    /// As a part of the sum at baseline.
    static final double RESPONSE = 0.7;

    /// As a part of the smallest sum.
    static final double PROGRESSION = 1.2;

    /// mm.
    static final double LEAST_GROWTH = 5;

    /// A sum that is by rounding only above a limit has reached it.
    private static final double ROUNDING = 1e-9;

    /// Of sums at visits.
    ///
    /// @param sums        at baseline (where it is 0, nothing is left to respond) and at each visit after it,
    ///     in order
    /// @param millimetres whether they are in millimetres, or else in proportion to them
    public static Recist of(double[] sums, boolean millimetres) {
        double smallest = sums[0];
        boolean response = false;
        for (double sum : sums) {
            double grown = sum - smallest;
            if (smallest > 0
                            && sum >= PROGRESSION * smallest * (1 - ROUNDING)
                            && (!millimetres || grown >= LEAST_GROWTH * (1 - ROUNDING))
                    || smallest == 0 && grown > (millimetres ? LEAST_GROWTH : 0)) {
                return new Recist(response, true);
            }
            response |= sums[0] > 0 && sum <= RESPONSE * sums[0] * (1 + ROUNDING);
            smallest = Math.min(smallest, sum);
        }
        return new Recist(response, false);
    }
}
