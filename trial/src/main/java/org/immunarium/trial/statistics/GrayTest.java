package org.immunarium.trial.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Gray's test: whether the cumulative incidence of one cause is the same in all groups, where other causes may
/// come
/// before.
///
/// As the log-rank test compares hazards, it compares those of the subdistribution: patients at risk are counted as
/// if those whom another cause took were still there and censored as the others. The variance is that of the sum of
/// what each event adds, through the group's own incidence and survival, to all that comes after it.
///
/// *Source*: Gray 1988, doi 10.1214/aos/1176350951, with its weight of 1 at all times and variances of ties as they
/// are there; strata are added up, as he says in section 3.
///
/// @param observed events of the cause in each group
/// @param expected events of the cause in each group, if nothing differed
/// @param variance of observed less expected, `[group][group]`
/// @param result   of the test; NaN where no event tells the groups apart
public record GrayTest(double[] observed, double[] expected, double[][] variance, TestResult result) {

    /// Tests without strata.
    ///
    /// @param times  of each patient, at or above 0
    /// @param causes of each patient's event, [CumulativeIncidence#CENSORED] where there was none
    /// @param cause  that is compared
    /// @param groups of each patient, from 0
    public static GrayTest of(double[] times, int[] causes, int cause, int[] groups) {
        return of(times, causes, cause, groups, new int[groups.length]);
    }

    /// Tests within strata.
    ///
    /// @param strata of each patient: any numbers
    /// @throws IllegalArgumentException if there are not as many of each as patients, or fewer than two groups
    public static GrayTest of(double[] times, int[] causes, int cause, int[] groups, int[] strata) {
        int count = Arrays.stream(groups).max().orElse(-1) + 1;
        if (times.length != causes.length
                || times.length != groups.length
                || times.length != strata.length
                || count < 2
                || cause == CumulativeIncidence.CENSORED) {
            throw new IllegalArgumentException(
                    "a time, a cause, a group, of two at least, and a stratum are expected for each patient");
        }
        double[] observed = new double[count];
        double[] expected = new double[count];
        double[][] variance = new double[count][count];
        for (int stratum : Arrays.stream(strata).sorted().distinct().toArray()) {
            int[] members = IntStream.range(0, strata.length)
                    .filter(i -> strata[i] == stratum)
                    .boxed()
                    .sorted((a, b) -> Double.compare(times[a], times[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            new Within(count, observed, expected, variance).add(moments(times, causes, cause, groups, members, count));
        }
        return new GrayTest(observed, expected, variance, TestResult.ofGroups(observed, expected, variance));
    }

    /// A time at which someone had an event.
    ///
    /// @param atRisk just before it, by group
    /// @param own    events of the cause
    /// @param other  events of other causes
    private record Moment(double[] atRisk, double[] own, double[] other) {}

    private static List<Moment> moments(
            double[] times, int[] causes, int cause, int[] groups, int[] members, int count) {
        double[] atRisk = new double[count];
        for (int i : members) {
            atRisk[groups[i]]++;
        }
        List<Moment> moments = new ArrayList<>();
        for (int from = 0; from < members.length; ) {
            double[] own = new double[count];
            double[] other = new double[count];
            double[] left = atRisk.clone();
            boolean any = false;
            int to = from;
            while (to < members.length && times[members[to]] == times[members[from]]) {
                int i = members[to++];
                left[groups[i]]--;
                if (causes[i] != CumulativeIncidence.CENSORED) {
                    any = true;
                    (causes[i] == cause ? own : other)[groups[i]]++;
                }
            }
            if (any) {
                moments.add(new Moment(atRisk, own, other));
            }
            atRisk = left;
            from = to;
        }
        return moments;
    }

    /// Sums within one stratum.
    private static final class Within {

        private final int groups;
        private final double[] observed;
        private final double[] expected;
        private final double[][] variance;

        /// Of each group: the share free of any event, and that has had one of the cause, just before a time.
        private final double[] free;

        private final double[] had;
        /// The share that has had one of the cause, were all groups the same.
        private double hadAll;
        /// By how much the score of a group changes with the incidence of another until now, `[score][group]`.
        private final double[][] slope;

        private final List<Influence> influences = new ArrayList<>();

        Within(int groups, double[] observed, double[] expected, double[][] variance) {
            this.groups = groups;
            this.observed = observed;
            this.expected = expected;
            this.variance = variance;
            free = new double[groups];
            Arrays.fill(free, 1);
            had = new double[groups];
            slope = new double[groups][groups];
        }

        /// What events of one kind, in one group at one time, do to scores: at once, and through the incidence
        /// later.
        ///
        /// @param atOnce less what is of the slope until then, by score
        /// @param later  times the slope in the end
        private record Influence(int group, double weight, double[] atOnce, double later) {}

        void add(List<Moment> moments) {
            moments.forEach(this::add);
            for (Influence each : influences) {
                double[] score = new double[groups];
                for (int i = 0; i < groups; i++) {
                    score[i] = each.atOnce()[i] + each.later() * slope[i][each.group()];
                }
                for (int i = 0; i < groups; i++) {
                    for (int j = 0; j < groups; j++) {
                        variance[i][j] += score[i] * score[j] * each.weight();
                    }
                }
            }
        }

        private void add(Moment now) {
            double[] size = new double[groups];
            double[] subdistribution = new double[groups];
            double[] freeAfter = free.clone();
            for (int g = 0; g < groups; g++) {
                double n = now.atRisk()[g];
                if (n > 0) {
                    size[g] = n / free[g];
                    subdistribution[g] = size[g] * (1 - had[g]);
                    freeAfter[g] = free[g] * (n - now.own()[g] - now.other()[g]) / n;
                }
            }
            double sizes = sum(size);
            double all = sum(now.own());
            double hadAllAfter = hadAll + all / sizes;
            double[][] atOnce = atOnce(size, sizes);
            for (int i = 0; i < groups; i++) {
                observed[i] += now.own()[i];
                expected[i] += all * subdistribution[i] / sum(subdistribution);
                for (int g = 0; g < groups; g++) {
                    slope[i][g] += atOnce[i][g] * all / (sizes * (1 - hadAll));
                }
            }
            for (int g = 0; g < groups; g++) {
                double n = now.atRisk()[g];
                double ratio = freeAfter[g] > 0 ? (1 - hadAllAfter) / freeAfter[g] : 0;
                if (n > 0 && all > 0) {
                    // The variance under the hypothesis: as many events as all groups together have.
                    double ties = all > 1 ? 1 - (all - 1) / (sizes * free[g] - 1) : 1;
                    influence(g, ties * free[g] * all / (sizes * n), atOnce, 1 - ratio);
                }
                if (now.other()[g] > 0 && freeAfter[g] > 0) {
                    double ties = now.other()[g] > 1 ? 1 - (now.other()[g] - 1) / (n - 1) : 1;
                    influence(
                            g, ties * free[g] * free[g] * now.other()[g] / (n * n), new double[groups][groups], -ratio);
                }
                had[g] += n > 0 ? free[g] * now.own()[g] / n : 0;
                free[g] = freeAfter[g];
            }
            hadAll = hadAllAfter;
        }

        /// How the score of each group changes with an event of each group.
        private double[][] atOnce(double[] size, double sizes) {
            double[][] atOnce = new double[groups][groups];
            for (int i = 0; i < groups; i++) {
                for (int g = 0; g < groups; g++) {
                    atOnce[i][g] = size[i] * ((i == g ? 1 : 0) - size[g] / sizes);
                }
            }
            return atOnce;
        }

        private void influence(int group, double weight, double[][] atOnce, double later) {
            double[] own = new double[groups];
            for (int i = 0; i < groups; i++) {
                own[i] = atOnce[i][group] - later * slope[i][group];
            }
            influences.add(new Influence(group, weight, own, later));
        }

        private static double sum(double[] all) {
            double sum = 0;
            for (double each : all) {
                sum += each;
            }
            return sum;
        }
    }
}
