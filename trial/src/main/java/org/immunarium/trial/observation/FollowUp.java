package org.immunarium.trial.observation;

import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.units.Days;

/// When patients come into a trial, how long they are followed, and when they leave it without an event.
///
/// Patients come evenly over the accrual. All are followed until the cut-off, which is counted from when the trial
/// opens, or until they withdraw, at a steady rate.
///
/// @param accrual  over which patients come, in d, from 0 on
/// @param cutOff   of the data, in d, above the accrual
/// @param dropOut  rate of withdrawal, per day, from 0 on
public record FollowUp(double accrual, double cutOff, double dropOut) {

    private static final int ENTRY = 0;
    private static final int LEAVING = 1;

    public FollowUp {
        if (!(accrual >= 0 && cutOff > accrual && cutOff < Double.POSITIVE_INFINITY && dropOut >= 0)) {
            throw new IllegalArgumentException(
                    "an accrual from 0 on, a later cut-off and a rate of withdrawal from 0 on"
                            + " were expected; found " + accrual + ", " + cutOff + " and " + dropOut);
        }
    }

    /// The rate at which a share of patients withdraws in a year.
    ///
    /// @param share from 0 to below 1
    public static double rate(double share) {
        return -Exponential.log(1 - share) / Days.YEAR;
    }

    /// When a patient comes, in d after the trial opens.
    public double entry(long seed, long patient) {
        return accrual * draw(seed, patient, ENTRY);
    }

    /// How long a patient can be followed: until withdrawal or the cut-off, in d after coming.
    public double end(long seed, long patient) {
        double left = cutOff - entry(seed, patient);
        double withdrawal =
                dropOut > 0 ? -Exponential.log(1 - draw(seed, patient, LEAVING)) / dropOut : Double.POSITIVE_INFINITY;
        return Math.min(left, withdrawal);
    }

    private static double draw(long seed, long patient, int what) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.FOLLOW_UP);
        stream.seek(what);
        return stream.nextDouble();
    }
}
