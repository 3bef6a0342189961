package org.immunarium.trial.observation;

import java.util.Arrays;

/// The lesions of a patient as they are, over some time.
///
/// @param times     looks and visits, ascending, in d
/// @param sums      of all diameters at each, in mm
/// @param scanned   baseline and visits, in d
/// @param diameters at these, in mm, `[lesion][visit]`
public record Course(double[] times, double[] sums, double[] scanned, double[][] diameters) {

    /// Of looks that all patients have, and visits of the patient's own.
    ///
    /// @param looks     ascending, the first at baseline
    /// @param seen      the sum of diameters at each, in mm
    /// @param scanned   baseline, and visits until the last look or after it
    /// @param diameters at these, in mm, `[lesion][visit]`
    static Course of(double[] looks, double[] seen, double[] scanned, double[][] diameters) {
        double[] times = new double[looks.length + scanned.length];
        double[] sums = new double[times.length];
        int count = 0;
        int look = 0;
        int scan = 0;
        while (look < looks.length || scan < scanned.length) {
            boolean visits = look == looks.length || scan < scanned.length && scanned[scan] <= looks[look];
            if (visits) {
                // A look at the time of a visit is the same look.
                look += look < looks.length && looks[look] == scanned[scan] ? 1 : 0;
                times[count] = scanned[scan];
                for (double[] lesion : diameters) {
                    sums[count] += lesion[scan];
                }
                scan++;
            } else {
                times[count] = looks[look];
                sums[count] = seen[look++];
            }
            count++;
        }
        return new Course(Arrays.copyOf(times, count), Arrays.copyOf(sums, count), scanned, diameters);
    }
}
