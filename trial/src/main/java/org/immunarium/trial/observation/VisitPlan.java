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
/// @param first  after baseline, in d, above 0
/// @param every  from that on, from one visit to the next, in d, above 0
/// @param window within which a patient comes before or after the day that is planned, in whole d, from 0 to below
///               half of the time between visits
/// @param error  standard deviation of the logarithm of a diameter that is measured, from 0 on
public record VisitPlan(double first, double every, int window, double error) {

    private static final double ROUNDING = 1e-9;

    public VisitPlan {
        if (!(first > 0 && every > 0 && window >= 0 && 2 * window < Math.min(first, every) && error >= 0)) {
            throw new IllegalArgumentException("visits after " + first + " d and every " + every + " d, give or take "
                    + window + " d, with an error of " + error);
        }
    }

    /// All visits of a patient after baseline until a time, in d.
    public double[] times(long seed, long patient, double until) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.VISIT_TIME);
        int most = Math.max(0, 2 + (int) Math.floor((until + window - first) / every + ROUNDING));
        return IntStream.range(0, most)
                .mapToDouble(i -> {
                    if (window == 0) {
                        return first + i * every;
                    }
                    stream.seek(i);
                    return first + i * every + stream.nextInt(2 * window + 1) - window;
                })
                .takeWhile(time -> time <= until + ROUNDING)
                .toArray();
    }

    /// What is written down at baseline and at visits of patients with a tumour.
    ///
    /// @param times     of them, baseline first, in d
    /// @param diameters as they are, in mm, `[lesion][visit]`
    public List<Visit> visits(long seed, long patient, double[] times, double[][] diameters) {
        return visits(seed, patient, times, diameters, Scans.NEW);
    }

    /// What is written down at baseline and at visits.
    ///
    /// @param times     of them, baseline first, in d
    /// @param diameters as they are, in mm, `[lesion][visit]`
    /// @param newFrom   the diameter from which on a lesion that was not seen at baseline is a new one, in mm
    public List<Visit> visits(long seed, long patient, double[] times, double[][] diameters, double newFrom) {
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
        return Scans.visits(times, measured, newFrom);
    }
}
