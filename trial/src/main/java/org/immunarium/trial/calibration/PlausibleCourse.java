package org.immunarium.trial.calibration;

import java.util.Arrays;
import java.util.List;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;

/// What one plausible patient does under one therapy, without death, and without lesions that nobody planned: these
/// come on top at their hazards.
///
/// What a trial sees of it depends on when the patient comes to visits and how diameters are misread; so it is
/// looked
/// at
/// several times, each with luck of its own, and what is expected is the mean of all looks. A patient is not
/// weighed up
/// for luck that another would not have.
///
/// @param sums  of all diameters every so many days, in mm, the first at the start
/// @param step  between two of them, in d
/// @param looks one at least
public record PlausibleCourse(float[] sums, double step, List<Look> looks) {

    public PlausibleCourse {
        looks = List.copyOf(looks);
    }

    /// What one series of visits shows.
    ///
    /// @param progressed when target lesions have grown so much that a visit shows it, in d; infinite for never
    /// @param confirmed  when a response is seen for the second time and counts, in d; infinite for never
    /// @param scans      the times of visits until progression, ascending, in d
    public record Look(double progressed, double confirmed, double[] scans) {

        /// The last visit until a time; 0 without one.
        private double last(double time) {
            double last = 0;
            for (double scan : scans) {
                if (scan > time) {
                    break;
                }
                last = scan;
            }
            return last;
        }
    }

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

    /// The chance that no visit until a time has shown progression of targets or a new lesion.
    ///
    /// @param integral of the hazard of new lesions
    double unchanged(double[] integral, double time) {
        double sum = 0;
        for (Look look : looks) {
            sum += unchanged(look, integral, time);
        }
        return sum / looks.size();
    }

    private double unchanged(Look look, double[] integral, double time) {
        return time >= look.progressed() ? 0 : Frailty.survival(at(integral, look.last(time)), 0);
    }

    /// The chance that a response is confirmed before a new lesion, in someone who lives to see it and is followed
    /// until then.
    ///
    /// @param dying     integral of the hazard of death
    /// @param spreading that of new lesions
    double responds(double[] dying, double[] spreading, DeathHazard death, Followed followed) {
        double sum = 0;
        for (Look look : looks) {
            if (look.confirmed() < look.progressed()) {
                sum += Frailty.survival(at(dying, look.confirmed()), death.spread())
                        * unchanged(look, spreading, look.confirmed())
                        * followed.chance(look.confirmed());
            }
        }
        return sum / looks.size();
    }
}
