package org.immunarium.patient.response;

import java.util.ArrayList;
import java.util.List;

/// Response and progression of target lesions by RECIST 1.1, from the sum of their longest diameters at each visit.
///
/// A response is a sum at least 30 % below that at baseline, before any progression; it need not be confirmed.
/// Progression is a sum at least 20 % above the smallest one so far, baseline included, and at least 5 mm above it,
/// more than 5 mm where nothing was left of targets,
/// where sums are in millimetres.
///
/// *Source*: Eisenhauer et al. 2009, European Journal of Cancer 45:228-247, doi 10.1016/j.ejca.2008.10.026, section
/// 4.3.
///
/// @param response    whether there was one
/// @param progression whether there was one
public record Recist(boolean response, boolean progression) {

    /// As a part of the sum at baseline.
    static final double RESPONSE = 0.7;

    /// As a part of the smallest sum.
    static final double PROGRESSION = 1.2;

    /// mm.
    static final double LEAST_GROWTH = 5;

    /// A sum that is by rounding only above a limit has reached it.
    private static final double ROUNDING = 1e-9;

    /// Every visit after baseline by itself.
    ///
    /// All lesions together, after Table 1 and 2 of the source: a new lesion, or others that are unequivocally
    /// worse, are progression whatever targets do; where others are still there, a complete response of targets is
    /// a partial one of all. After a complete response of all, whatever is seen again is progression. A visit
    /// without a sum is not evaluable, unless there is progression without it. Visits
    /// after progression are compared with the same smallest sum, or a smaller one.
    ///
    /// @param visits baseline first
    public static List<Assessment> assess(List<Visit> visits) {
        double baseline = visits.getFirst().sum();
        double smallest = baseline;
        boolean gone = false;
        boolean hasTargets = baseline > 0 || visits.getFirst().others() == Visit.Others.NONE;
        List<Assessment> assessments = new ArrayList<>();
        for (Visit visit : visits.subList(1, visits.size())) {
            Response target = gone && visit.sum() > 0 ? Response.PROGRESSIVE : target(visit.sum(), baseline, smallest);
            double change = baseline > 0 ? visit.sum() / baseline - 1 : Double.NaN;
            boolean back = gone && visit.others() == Visit.Others.PRESENT;
            Response overall = back ? Response.PROGRESSIVE : hasTargets ? overall(target, visit) : ofOthers(visit);
            gone |= overall == Response.COMPLETE;
            assessments.add(new Assessment(visit, smallest, change, target, overall));
            if (visit.sum() < smallest) {
                smallest = visit.sum();
            }
        }
        return assessments;
    }

    private static Response target(double sum, double baseline, double smallest) {
        if (Double.isNaN(sum)) {
            return Response.NOT_EVALUABLE;
        }
        if (hasGrown(sum, smallest, true)) {
            return Response.PROGRESSIVE;
        }
        if (sum == 0 && baseline > 0) {
            return Response.COMPLETE;
        }
        return baseline > 0 && sum <= RESPONSE * baseline * (1 + ROUNDING) ? Response.PARTIAL : Response.STABLE;
    }

    private static Response overall(Response target, Visit visit) {
        if (visit.newLesion() || visit.others() == Visit.Others.WORSE || target == Response.PROGRESSIVE) {
            return Response.PROGRESSIVE;
        }
        boolean othersLeft = visit.others() == Visit.Others.PRESENT || visit.others() == Visit.Others.NOT_SEEN;
        return target == Response.COMPLETE && othersLeft ? Response.PARTIAL : target;
    }

    /// Of a patient without a lesion that can be measured: what is neither gone nor worse is written as stable.
    private static Response ofOthers(Visit visit) {
        if (visit.newLesion()) {
            return Response.PROGRESSIVE;
        }
        return switch (visit.others()) {
            case NONE, GONE -> Response.COMPLETE;
            case PRESENT -> Response.STABLE;
            case WORSE -> Response.PROGRESSIVE;
            case NOT_SEEN -> Response.NOT_EVALUABLE;
        };
    }

    private static boolean hasGrown(double sum, double smallest, boolean millimetres) {
        double grown = sum - smallest;
        return smallest > 0
                        && sum >= PROGRESSION * smallest * (1 - ROUNDING)
                        && (!millimetres || grown >= LEAST_GROWTH * (1 - ROUNDING))
                || smallest == 0 && grown > (millimetres ? LEAST_GROWTH : 0);
    }

    /// Of sums at visits. New lesions and lesions that are no targets are not looked at.
    ///
    /// @param sums        at baseline (where it is 0, nothing is left to respond) and at each visit after it,
    ///     in order
    /// @param millimetres whether they are in millimetres, or else in proportion to them
    public static Recist of(double[] sums, boolean millimetres) {
        double smallest = sums[0];
        boolean response = false;
        for (double sum : sums) {
            if (hasGrown(sum, smallest, millimetres)) {
                return new Recist(response, true);
            }
            response |= sums[0] > 0 && sum <= RESPONSE * sums[0] * (1 + ROUNDING);
            smallest = Math.min(smallest, sum);
        }
        return new Recist(response, false);
    }
}
