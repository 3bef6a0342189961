package org.immunarium.trial.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.units.Days;

/// What an arm of a real trial did, that a population is to do.
///
/// @param what     is looked at
/// @param times    in d, ascending; of a share of responses none matters
/// @param values   at each, from 0 to 1
/// @param lower    end of the interval of 95 %
/// @param upper    end of it
/// @param patients of the arm
/// @param who      of plausible patients has what is counted; of no meaning but for a share of patients
public record Target(
        What what, double[] times, double[] values, double[] lower, double[] upper, int patients, boolean[] who) {

    /// A target that is seen of patients under treatment.
    public Target(What what, double[] times, double[] values, double[] lower, double[] upper, int patients) {
        this(what, times, values, lower, upper, patients, new boolean[0]);
    }

    /// What can be looked at.
    public enum What {
        /// The share that lives.
        OVERALL_SURVIVAL,
        /// The share that lives without progression.
        PROGRESSION_FREE_SURVIVAL,
        /// The share with a response.
        RESPONSE,
        /// The share that has something before treatment.
        PRESENCE
    }

    private static final double CONFIDENCE = 0.95;
    private static final double QUANTILE = 1.959963984540054;

    /// A curve is looked at as long as so many are at risk, and this share of all.
    private static final int LEAST_AT_RISK = 5;

    private static final double LEAST_SHARE = 0.05;

    private static final int MOST_POINTS = 20;

    /// No point of a curve is taken to be better known than this.
    private static final double LEAST_ERROR = 0.01;

    /// A curve of times to events, month by month.
    ///
    /// @param what      survival of either kind
    /// @param survival  times in d
    /// @param until     later months are not looked at, in d
    /// @throws IllegalArgumentException if no month is left
    public static Target of(What what, Survival survival, double until) {
        KaplanMeier curve = KaplanMeier.of(survival);
        double last = Arrays.stream(survival.times()).max().orElseThrow();
        int least = (int) Math.max(LEAST_AT_RISK, Math.ceil(LEAST_SHARE * survival.size()));
        double[] times = IntStream.rangeClosed(1, (int) (last / Days.MONTH))
                .mapToDouble(month -> month * Days.MONTH)
                .filter(time -> time <= until && curve.atRisk(time) >= least)
                .toArray();
        if (times.length == 0) {
            throw new IllegalArgumentException("no month is left in which enough patients are at risk");
        }
        Estimate[] at = Arrays.stream(times)
                .mapToObj(time -> curve.at(time, CONFIDENCE))
                .toArray(Estimate[]::new);
        return new Target(
                what,
                times,
                Arrays.stream(at).mapToDouble(Estimate::value).toArray(),
                Arrays.stream(at).mapToDouble(Estimate::lower).toArray(),
                Arrays.stream(at).mapToDouble(Estimate::upper).toArray(),
                survival.size());
    }

    /// Points of a curve of which no more is known, such as a median. Their intervals are those of shares of
    /// all patients, as if each had been followed that long, and so somewhat too narrow.
    ///
    /// @param what   survival of either kind
    /// @param times  in d, ascending
    /// @param values the share without an event at each
    public static Target ofPoints(What what, double[] times, double[] values, int patients) {
        ProportionInterval[] intervals = Arrays.stream(values)
                .mapToObj(value -> ProportionInterval.exact((int) Math.rint(value * patients), patients, CONFIDENCE))
                .toArray(ProportionInterval[]::new);
        return new Target(
                what,
                times,
                values,
                Arrays.stream(intervals).mapToDouble(ProportionInterval::lower).toArray(),
                Arrays.stream(intervals).mapToDouble(ProportionInterval::upper).toArray(),
                patients);
    }

    /// A share of responses.
    public static Target ofResponses(int responses, int patients) {
        ProportionInterval interval = ProportionInterval.exact(responses, patients, CONFIDENCE);
        return new Target(
                What.RESPONSE,
                new double[1],
                new double[] {(double) responses / patients},
                new double[] {interval.lower()},
                new double[] {interval.upper()},
                patients);
    }

    /// A share of patients before treatment.
    ///
    /// @param who of plausible patients has it
    public static Target ofPresence(int had, int patients, boolean[] who) {
        Target share = ofResponses(had, patients);
        return new Target(
                What.PRESENCE, share.times(), share.values(), share.lower(), share.upper(), patients, who.clone());
    }

    /// What each point counts: those of a curve are not independent, so that none counts more than so many points.
    double worth() {
        return Math.min(1, (double) MOST_POINTS / times.length);
    }

    /// How well a point is known.
    double error(int point) {
        return Math.max(LEAST_ERROR, (upper[point] - lower[point]) / (2 * QUANTILE));
    }

    /// The share of points at which something lies within the interval.
    ///
    /// @param simulated at each
    public double inside(double[] simulated) {
        long inside = IntStream.range(0, times.length)
                .filter(i -> simulated[i] >= lower[i] && simulated[i] <= upper[i])
                .count();
        return (double) inside / times.length;
    }
}
