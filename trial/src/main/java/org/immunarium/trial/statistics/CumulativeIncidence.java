package org.immunarium.trial.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;

/// What share of patients has had an event of one cause by each time, where other causes may come before.
///
/// *Source*: Aalen and Johansen 1978; the variance is Aalen's, with ties as Gray 1988 (doi
/// 10.1214/aos/1176350951) has them. Intervals are those of log(-log F).
///
/// @param times    of events of the cause, ascending
/// @param share    that has had one just after each time
/// @param variance of each share
public record CumulativeIncidence(double[] times, double[] share, double[] variance) {

    /// The cause of patients who were censored.
    public static final int CENSORED = 0;

    /// The incidence of one cause.
    ///
    /// @param times  of each patient, at or above 0
    /// @param causes of each patient's event, [#CENSORED] where there was none
    /// @param cause  that is counted
    public static CumulativeIncidence of(double[] times, int[] causes, int cause) {
        if (times.length == 0 || times.length != causes.length || cause == CENSORED) {
            throw new IllegalArgumentException(times.length + " times, " + causes.length + " causes, cause " + cause);
        }
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        Sums sums = new Sums(order.length);
        for (int from = 0; from < order.length; ) {
            int to = from;
            int own = 0;
            int other = 0;
            while (to < order.length && times[order[to]] == times[order[from]]) {
                own += causes[order[to]] == cause ? 1 : 0;
                other += causes[order[to]] != cause && causes[order[to]] != CENSORED ? 1 : 0;
                to++;
            }
            sums.add(times[order[from]], order.length - from, own, other);
            from = to;
        }
        return sums.result();
    }

    /// The share at a time, with its interval.
    public Estimate at(double time, double confidence) {
        int found = Arrays.binarySearch(times, time);
        int row = found >= 0 ? found : -found - 2;
        if (row < 0) {
            return new Estimate(0, 0, 0);
        }
        double value = share[row];
        if (value >= 1) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        double log = Exponential.log(value);
        double half = new Normal(0, 1).quantile(0.5 + confidence / 2) * Math.sqrt(variance[row]) / (value * -log);
        double loglog = Exponential.log(-log);
        return new Estimate(
                value,
                Exponential.exp(-Exponential.exp(loglog + half)),
                Exponential.exp(-Exponential.exp(loglog - half)));
    }

    /// Running sums. The variance at a time is the sum over events until then of their own variance, times the
    /// square of how much one of them changes the share at that time: a quadratic in the share, whose three
    /// coefficients are kept.
    private static final class Sums {

        private final double[] times;
        private final double[] share;
        private final double[] variance;
        private int rows;
        private double free = 1;
        private double had;
        private double constant;
        private double linear;
        private double square;

        Sums(int most) {
            times = new double[most];
            share = new double[most];
            variance = new double[most];
        }

        void add(double time, double atRisk, int own, int other) {
            if (own + other == 0) {
                return;
            }
            double after = free * (atRisk - own - other) / atRisk;
            double hadAfter = had + free * own / atRisk;
            double perFree = after > 0 ? 1 / after : 0;
            if (other > 0 && after > 0) {
                count(weight(other, atRisk), hadAfter * perFree, perFree);
            }
            if (own > 0) {
                count(weight(own, atRisk), 1 + hadAfter * perFree, perFree);
            }
            free = after;
            had = hadAfter;
            if (own > 0) {
                times[rows] = time;
                share[rows] = had;
                variance[rows] = constant + had * had * square - 2 * had * linear;
                rows++;
            }
        }

        private void count(double weight, double atZero, double slope) {
            constant += atZero * atZero * weight;
            linear += atZero * slope * weight;
            square += slope * slope * weight;
        }

        private double weight(int events, double atRisk) {
            double ties = events > 1 ? 1 - (events - 1) / (atRisk - 1) : 1;
            return free * free * ties * events / (atRisk * atRisk);
        }

        CumulativeIncidence result() {
            return new CumulativeIncidence(
                    Arrays.copyOf(times, rows), Arrays.copyOf(share, rows), Arrays.copyOf(variance, rows));
        }
    }
}
