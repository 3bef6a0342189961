package org.immunarium.trial.calibration;

import java.util.Arrays;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;

/// What one plausible patient does under one therapy, without death, and without lesions that nobody planned: these
/// come on top at their hazards.
///
/// @param sums       of all diameters every so many days, in mm, the first at the start
/// @param step       between two of them, in d
/// @param progressed when target lesions have grown so much that a visit shows it, in d; infinite for never
/// @param responded  when a response is seen, in d; infinite for never
/// @param scans      the times of visits until progression, ascending, in d
public record PlausibleCourse(float[] sums, double step, double progressed, double responded, double[] scans) {

    /// The integral of a hazard until each of the times of [#sums].
    double[] integral(SizeHazard hazard) {
        double[] integral = new double[sums.length];
        double before = hazard.at(sums[0]);
        for (int i = 1; i < sums.length; i++) {
            double after = hazard.at(sums[i]);
            integral[i] = integral[i - 1] + step * (before + after) / 2;
            before = after;
        }
        return integral;
    }

    /// What it is at a time between two of [#sums]; after the last, what it is there.
    double at(double[] integral, double time) {
        double place = Math.clamp(time / step, 0, integral.length - 1);
        int before = Math.min((int) place, integral.length - 2);
        return integral[before] + (place - before) * (integral[before + 1] - integral[before]);
    }

    /// The chance to live at some times, over all frailties.
    ///
    /// @param times in d
    double[] alive(double[] integral, DeathHazard death, double[] times) {
        return Arrays.stream(times)
                .map(time -> Frailty.survival(at(integral, time), death.spread()))
                .toArray();
    }

    /// The chance that no visit until a time has shown a new lesion, where progression of targets does not come
    /// first.
    ///
    /// @param integral of the hazard of new lesions
    double unchanged(double[] integral, double time) {
        if (time >= progressed) {
            return 0;
        }
        double last = 0;
        for (double scan : scans) {
            if (scan > time) {
                break;
            }
            last = scan;
        }
        return Frailty.survival(at(integral, last), 0);
    }
}
