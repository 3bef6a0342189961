package org.immunarium.trial.observation;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// How a patient's risk to die follows from the burden of tumours.
///
/// *Equation*, of the hazard at time t, with the sum of all diameters S:
///
///     h = background + burden (S / reference)^exponent
///
/// times a patient's own frailty, log-normal. Between two looks the hazard is a straight line. A patient dies when
/// its integral reaches a number drawn from the exponential distribution with mean 1, which is the same in any arm.
///
/// *Source*: a hazard that rises with the current sum of diameters is the usual link of joint models of tumour
/// size and survival, as in Tardivon et al. 2019, doi 10.1002/cpt.1450.
///
/// @param background of patients without a tumour, per day, from 0 on
/// @param burden     at the reference, per day, from 0 on
/// @param reference  in mm, above 0
/// @param exponent   from 0 on
/// @param spread     standard deviation of the logarithm of frailty, from 0 on
public record DeathHazard(double background, double burden, double reference, double exponent, double spread) {

    private static final int WHEN = 0;
    private static final int FRAILTY = 1;

    public DeathHazard {
        if (!(background >= 0 && burden >= 0 && reference > 0 && exponent >= 0 && spread >= 0)) {
            throw new IllegalArgumentException("a hazard's numbers are from 0 on, its reference above 0");
        }
    }

    /// The hazard of the typical patient.
    ///
    /// @param sum of all diameters, in mm
    public double at(double sum) {
        return background + (sum > 0 ? burden * ElementaryFunctions.pow(sum / reference, exponent) : 0);
    }

    /// When a patient dies, in d; infinite if not by the last time.
    ///
    /// @param times ascending, from 0
    /// @param sums  of all diameters at each, in mm
    public double death(long seed, long patient, double[] times, double[] sums) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.SURVIVAL);
        stream.seek(WHEN);
        double left = stream.nextExponential();
        stream.seek(FRAILTY);
        left /= Exponential.exp(spread * normal(stream));
        double before = at(sums[0]);
        for (int i = 1; i < times.length; i++) {
            double after = at(sums[i]);
            double step = times[i] - times[i - 1];
            double gained = step * (before + after) / 2;
            if (gained >= left) {
                return times[i - 1] + within(left, before, (after - before) / step);
            }
            left -= gained;
            before = after;
        }
        return Double.POSITIVE_INFINITY;
    }

    /// The time t at which before t + slope t²/2 is what is left.
    private static double within(double left, double before, double slope) {
        double root = Math.sqrt(Math.max(0, before * before + 2 * slope * left));
        return 2 * left / (before + root);
    }

    private static double normal(RandomStream stream) {
        return new Normal(0, 1).quantile(stream.nextDouble());
    }
}
