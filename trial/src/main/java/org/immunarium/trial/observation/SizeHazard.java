package org.immunarium.trial.observation;

import org.immunarium.numerics.functions.ElementaryFunctions;

/// A hazard that follows the size of tumours.
///
/// *Equation*, at time t, with the sum of all diameters S:
///
///     h = background + burden (S / reference)^exponent
///
/// Between two looks it is a straight line.
///
/// @param background of patients without a tumour, per day, from 0 on
/// @param burden     at the reference, per day, from 0 on
/// @param reference  in mm, above 0
/// @param exponent   from 0 on
public record SizeHazard(double background, double burden, double reference, double exponent) {

    public SizeHazard {
        if (!(background >= 0 && burden >= 0 && reference > 0 && exponent >= 0)) {
            throw new IllegalArgumentException("a hazard's numbers are from 0 on, its reference above 0");
        }
    }

    /// The hazard, per day.
    ///
    /// @param sum of all diameters, in mm
    public double at(double sum) {
        return background + (sum > 0 ? burden * ElementaryFunctions.pow(sum / reference, exponent) : 0);
    }

    /// When its integral reaches a number, in d; infinite if not by the last time.
    ///
    /// @param left  the number, above 0
    /// @param times ascending
    /// @param sums  of all diameters at each, in mm
    public double reaches(double left, double[] times, double[] sums) {
        double rest = left;
        double before = at(sums[0]);
        for (int i = 1; i < times.length; i++) {
            double after = at(sums[i]);
            double step = times[i] - times[i - 1];
            double gained = step * (before + after) / 2;
            if (gained >= rest) {
                return times[i - 1] + within(rest, before, (after - before) / step);
            }
            rest -= gained;
            before = after;
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The time t at which before t + slope t²/2 is what is left.
    private static double within(double left, double before, double slope) {
        double root = Math.sqrt(Math.max(0, before * before + 2 * slope * left));
        return 2 * left / (before + root);
    }
}
