package org.immunarium.patient.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Visits of a patient whose lesions' true diameters are known: which of them are targets, which are seen,
/// which are new.
///
/// *Source*: Eisenhauer et al. 2009, doi 10.1016/j.ejca.2008.10.026, section 3 and 4.3: targets are at least 10
/// mm at baseline, five at most, the largest; one that is too small to measure counts as 5 mm. That a lesion is
/// not seen below 2 mm, that a new one is called so from 5 mm on, and that other lesions are unequivocally
/// larger when their sum is by a fifth and 10 mm above its smallest, is assumed.
public final class Scans {

    /// A diameter from which on a lesion can be measured, in mm.
    public static final double MEASURABLE = 10;

    static final int MOST_TARGETS = 5;
    static final double TOO_SMALL = 5;

    /// Below this diameter a lesion is not seen, in mm.
    public static final double UNSEEN = 2;

    /// A diameter from which on a lesion where there was none is called a new one, in mm.
    public static final double NEW = 5;

    private static final double WORSE = 1.2;
    private static final double WORSE_BY = 10;

    private Scans() {}

    /// Visits, the first of which is baseline.
    ///
    /// @param times     of the visits, ascending
    /// @param diameters in mm, `[lesion][visit]`
    public static List<Visit> visits(double[] times, double[][] diameters) {
        return visits(times, diameters, NEW);
    }

    /// Visits, the first of which is baseline.
    ///
    /// @param times     of the visits, ascending
    /// @param diameters in mm, `[lesion][visit]`
    /// @param newFrom   the diameter from which on a lesion that was not seen at baseline is a new one, in mm
    public static List<Visit> visits(double[] times, double[][] diameters, double newFrom) {
        int[] targets = IntStream.range(0, diameters.length)
                .filter(lesion -> diameters[lesion][0] >= MEASURABLE)
                .boxed()
                .sorted(Comparator.comparingDouble(lesion -> -diameters[lesion][0]))
                .limit(MOST_TARGETS)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] others = IntStream.range(0, diameters.length)
                .filter(lesion ->
                        diameters[lesion][0] >= UNSEEN && Arrays.stream(targets).noneMatch(target -> target == lesion))
                .toArray();
        int[] unseen = IntStream.range(0, diameters.length)
                .filter(lesion -> diameters[lesion][0] < UNSEEN)
                .toArray();
        List<Visit> visits = new ArrayList<>();
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times.length; i++) {
            int visit = i;
            double rest = sum(others, diameters, visit);
            Visit.Others seen;
            if (others.length == 0) {
                seen = Visit.Others.NONE;
            } else if (rest == 0) {
                seen = Visit.Others.GONE;
            } else if (rest >= WORSE * smallest && rest >= smallest + WORSE_BY) {
                seen = Visit.Others.WORSE;
            } else {
                seen = Visit.Others.PRESENT;
            }
            smallest = Math.min(smallest, rest);
            double news = Arrays.stream(unseen)
                    .mapToDouble(lesion -> diameters[lesion][visit])
                    .filter(diameter -> diameter >= newFrom)
                    .sum();
            visits.add(new Visit(times[i], sum(targets, diameters, i), seen, news));
        }
        return visits;
    }

    private static double sum(int[] lesions, double[][] diameters, int visit) {
        double sum = 0;
        for (int lesion : lesions) {
            sum += measured(diameters[lesion][visit]);
        }
        return sum;
    }

    /// What is written down of a lesion's diameter, both in mm.
    private static double measured(double diameter) {
        if (diameter < UNSEEN) {
            return 0;
        }
        return Math.max(diameter, TOO_SMALL);
    }
}
