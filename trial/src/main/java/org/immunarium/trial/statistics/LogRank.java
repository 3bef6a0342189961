package org.immunarium.trial.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The log-rank test: whether the event is as frequent in all groups, compared within strata.
///
/// *Source*: Mantel 1966; Peto and Peto 1972, doi 10.2307/2344317; stratified as in Kalbfleisch and Prentice
/// 2002, section 1.5, with the hypergeometric variance.
///
/// @param observed events of each group
/// @param expected events of each group, if nothing differed
/// @param variance of observed less expected, `[group][group]`
/// @param result   of the test; NaN where no event tells the groups apart
public record LogRank(double[] observed, double[] expected, double[][] variance, TestResult result) {

    /// Tests without strata.
    ///
    /// @param groups of each patient, from 0
    public static LogRank of(Survival data, int[] groups) {
        return of(data, groups, new int[groups.length]);
    }

    /// Tests within strata.
    ///
    /// @param groups of each patient, from 0
    /// @param strata of each patient: any numbers
    /// @throws IllegalArgumentException if there are not as many of each as patients, or fewer than two groups
    public static LogRank of(Survival data, int[] groups, int[] strata) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        if (groups.length != data.size() || strata.length != data.size() || count < 2) {
            throw new IllegalArgumentException("a group, of two at least, and a stratum are expected for each patient");
        }
        double[] observed = new double[count];
        double[] expected = new double[count];
        double[][] variance = new double[count][count];
        for (int stratum : Arrays.stream(strata).sorted().distinct().toArray()) {
            int[] members = IntStream.range(0, strata.length)
                    .filter(i -> strata[i] == stratum)
                    .toArray();
            add(data.only(members), Arrays.stream(members).map(i -> groups[i]).toArray(), observed, expected, variance);
        }
        return new LogRank(observed, expected, variance, TestResult.ofGroups(observed, expected, variance));
    }

    private static void add(Survival data, int[] groups, double[] observed, double[] expected, double[][] variance) {
        int[] order = data.order();
        double[] atRisk = new double[observed.length];
        for (int group : groups) {
            atRisk[group]++;
        }
        double n = groups.length;
        for (int from = 0; from < order.length; ) {
            double time = data.times()[order[from]];
            double[] events = new double[observed.length];
            double d = 0;
            int to = from;
            while (to < order.length && data.times()[order[to]] == time) {
                if (data.events()[order[to]]) {
                    events[groups[order[to]]]++;
                    d++;
                }
                to++;
            }
            if (d > 0) {
                double each = n > 1 ? d * (n - d) / (n - 1) : 0;
                for (int g = 0; g < observed.length; g++) {
                    double share = atRisk[g] / n;
                    observed[g] += events[g];
                    expected[g] += d * share;
                    for (int h = 0; h < observed.length; h++) {
                        variance[g][h] += each * share * ((g == h ? 1 : 0) - atRisk[h] / n);
                    }
                }
            }
            for (int i = from; i < to; i++) {
                atRisk[groups[order[i]]]--;
                n--;
            }
            from = to;
        }
    }
}
