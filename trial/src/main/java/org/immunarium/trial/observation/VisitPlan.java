package org.immunarium.trial.observation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.patient.response.Scans;
import org.immunarium.patient.response.Visit;

/// When tumours are looked at, and how well their diameters are measured.
///
/// @param first after baseline, in d, above 0
/// @param every from that on, from one visit to the next, in d, above 0
/// @param error standard deviation of the logarithm of a diameter that is measured, from 0 on
public record VisitPlan(double first, double every, double error) {

    private static final double ROUNDING = 1e-9;

    public VisitPlan {
        if (!(first > 0 && every > 0 && error >= 0)) {
            throw new IllegalArgumentException(
                    "visits after " + first + " d and every " + every + " d with an error of " + error);
        }
    }

    /// Baseline and all visits until a time, in d.
    public double[] times(double until) {
        int after = (int) Math.floor((until - first) / every + ROUNDING);
        return IntStream.rangeClosed(0, after + 1)
                .mapToDouble(i -> i == 0 ? 0 : first + (i - 1) * every)
                .toArray();
    }

    /// What is written down at visits.
    ///
    /// @param times     of visits, as [#times] has them
    /// @param diameters as they are, in mm, `[lesion][visit]`
    public List<Visit> visits(long seed, long patient, double[] times, double[][] diameters) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.MEASUREMENT);
        Normal normal = new Normal(0, 1);
        double[][] measured = new double[diameters.length][];
        for (int lesion = 0; lesion < diameters.length; lesion++) {
            measured[lesion] = Arrays.copyOf(diameters[lesion], times.length);
            for (int visit = 0; error > 0 && visit < times.length; visit++) {
                // One number a lesion and visit, wherever a patient's visits end.
                stream.seek((long) visit * diameters.length + lesion);
                measured[lesion][visit] *= Exponential.exp(error * normal.quantile(stream.nextDouble()));
            }
        }
        return Scans.visits(times, measured);
    }
}
