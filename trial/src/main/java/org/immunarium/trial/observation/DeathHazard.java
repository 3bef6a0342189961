package org.immunarium.trial.observation;

import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// How a patient's risk to die follows from the burden of tumours.
///
/// The hazard is that of the typical patient times a patient's own frailty, which is log-normal. A patient dies when
/// its integral reaches a number drawn from the exponential distribution with mean 1, which is the same in any arm.
///
/// *Source*: a hazard that rises with the current sum of diameters is the usual link of joint models of tumour
/// size and survival, as in Tardivon et al. 2019, doi 10.1002/cpt.1450.
///
/// @param typical of the typical patient
/// @param spread  standard deviation of the logarithm of frailty, from 0 on
public record DeathHazard(SizeHazard typical, double spread) {

    private static final int WHEN = 0;
    private static final int FRAILTY = 1;

    public DeathHazard {
        if (!(spread >= 0)) {
            throw new IllegalArgumentException("a spread from 0 on was expected; found " + spread);
        }
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
        left /= Exponential.exp(spread * new Normal(0, 1).quantile(stream.nextDouble()));
        return typical.reaches(left, times, sums);
    }
}
