package org.immunarium.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.results.RunFolder;
import org.immunarium.study.sweep.plan.Varied;
import org.immunarium.units.Quantity;

/// What a sweep found, in a few plain lines.
final class SweepFindings {

    private static final double CONFIDENCE = 0.95;
    private static final double PERCENT = 100;

    /// That are told one by one.
    private static final int MOST_POINTS = 4;

    private static final int MOST_MEASURES = 3;
    private static final int MOST_VARIANTS = 4;
    private static final int DIGITS = 4;

    private final PreparedSweep sweep;
    private final SweepTable table;

    private SweepFindings(PreparedSweep sweep, SweepTable table) {
        this.sweep = sweep;
        this.table = table;
    }

    static List<String> of(PreparedSweep sweep, RunFolder folder) {
        return new SweepFindings(sweep, SweepTable.read(folder)).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<Integer> told = table.differing().stream().limit(MOST_MEASURES).toList();
        List<double[]> values = table.of(told);
        for (int m = 0; m < told.size(); m++) {
            for (int variant = 0;
                    variant < Math.min(MOST_VARIANTS, table.variants().size());
                    variant++) {
                String title = table.variants().get(variant);
                lines.add(table.measures().get(told.get(m)) + (title.isEmpty() ? "" : ", " + title) + "   "
                        + (sweep.measures().get(told.get(m)).isTruth()
                                ? share(values.get(m), variant)
                                : words(values.get(m), variant)));
            }
        }
        int more = table.variants().size() - MOST_VARIANTS;
        if (more > 0 && !told.isEmpty()) {
            lines.add("and " + more + (more == 1 ? " more variant" : " more variants") + ", in the report");
        }
        if (told.isEmpty() && table.failed() < table.runs()) {
            lines.add(
                    table.failed() == 0 ? "all runs came to the same" : "all runs that did not fail came to the same");
        } else if (sweep.plan().replicates() > 1 && values.stream().allMatch(this::isWithoutChance)) {
            lines.add("replicates came to the same: nothing in this study is left to chance");
        }
        lines.add(
                table.failed() == 0
                        ? "of " + table.runs() + " runs none failed"
                        : table.failed() + " of " + table.runs()
                                + " runs failed: their numbers became impossible; sweep.csv says when and why");
        return lines;
    }

    /// In how many runs something is so, of the only point or of each.
    private String share(double[] values, int variant) {
        return IntStream.range(0, sweep.plan().points())
                .mapToObj(point -> {
                    double[] runs = Arrays.stream(at(values, point, variant))
                            .filter(each -> !Double.isNaN(each))
                            .toArray();
                    int so = (int) Arrays.stream(runs).filter(each -> each == 1).count();
                    if (runs.length == 0) {
                        return "no run to tell";
                    }
                    ProportionInterval interval = ProportionInterval.exact(so, runs.length, CONFIDENCE);
                    return String.format(
                                    Locale.ROOT,
                                    "in %.1f %% of %d runs (%.1f to %.1f)",
                                    PERCENT * so / runs.length,
                                    runs.length,
                                    PERCENT * interval.lower(),
                                    PERCENT * interval.upper())
                            + (sweep.plan().points() == 1 ? "" : " where " + where(point));
                })
                .limit(MOST_POINTS)
                .collect(Collectors.joining("; "));
    }

    /// Points none of whose runs has a number are passed over.
    private String words(double[] values, int variant) {
        SampleSummary[] points = new SampleSummary[sweep.plan().points()];
        for (int point = 0; point < points.length; point++) {
            points[point] = SampleSummary.of(at(values, point, variant));
        }
        List<Integer> known = IntStream.range(0, points.length)
                .filter(point -> !Double.isNaN(points[point].mean()))
                .boxed()
                .toList();
        if (known.isEmpty()) {
            return "no number from any run";
        }
        if (points.length == 1) {
            SampleSummary all = points[0];
            return "median " + number(all.quantile(0.5)) + ", from " + number(all.quantile(0)) + " to "
                    + number(all.quantile(1));
        }
        Comparator<Integer> byMean = Comparator.comparingDouble(point -> points[point].mean());
        int lowest = Collections.min(known, byMean);
        int highest = Collections.max(known, byMean);
        if (points[lowest].mean() == points[highest].mean()) {
            return "on average " + number(points[lowest].mean()) + " at every point"
                    + (known.size() == points.length ? "" : " that has a number");
        }
        return "on average lowest " + number(points[lowest].mean()) + " where " + where(lowest) + ", highest "
                + number(points[highest].mean()) + " where " + where(highest);
    }

    private String where(int point) {
        int[] places = sweep.plan().places(point);
        return String.join(
                ", ",
                IntStream.range(0, places.length)
                        .mapToObj(v -> {
                            Varied varied = sweep.plan().varied().get(v);
                            String unit = sweep.units().get(v);
                            return varied.name() + " = "
                                    + number(varied.values().get(places[v]))
                                    + (unit.isEmpty() ? "" : " " + unit);
                        })
                        .toList());
    }

    /// What the replicates of a point came to.
    private double[] at(double[] values, int point, int variant) {
        int replicates = sweep.plan().replicates();
        int arms = table.variants().size();
        return IntStream.range(0, replicates)
                .mapToDouble(r -> values[(point * replicates + r) * arms + variant])
                .toArray();
    }

    private boolean isWithoutChance(double[] values) {
        return IntStream.range(0, sweep.plan().points())
                .allMatch(point -> IntStream.range(0, table.variants().size())
                        .allMatch(variant -> Arrays.stream(at(values, point, variant))
                                        .distinct()
                                        .count()
                                <= 1));
    }

    private static String number(double value) {
        return Quantity.number(value, DIGITS);
    }
}
