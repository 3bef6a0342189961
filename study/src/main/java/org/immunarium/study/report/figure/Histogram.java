package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often a value occurs among patients.
public final class Histogram implements Figure {

    private static final int BINS = 24;
    private static final int TICKS = 5;
    private static final double LOG_RATIO = 100;

    private final String title;
    private final String valueTitle;
    private final double[] sorted;

    /// @param values of all patients, in any order; those that are not numbers are left out
    public Histogram(String title, String valueTitle, double[] values) {
        this.title = title;
        this.valueTitle = valueTitle;
        this.sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        double low = sorted.length == 0 ? 0 : sorted[0];
        double high = sorted.length == 0 ? 1 : sorted[sorted.length - 1];
        Picture linear = new Picture("linear", draw(Axis.linear(low, high, TICKS), valueTitle));
        double leastPositive =
                Arrays.stream(sorted).filter(value -> value > 0).findFirst().orElse(high);
        if (!(leastPositive < high)) {
            return List.of(linear);
        }
        long beyond = Arrays.stream(sorted).filter(value -> value <= 0).count();
        String title = valueTitle + ", logarithmic" + (beyond == 0 ? "" : "; " + beyond + " at or below 0 left out");
        Picture logarithmic = new Picture("logarithmic", draw(Axis.logarithmic(leastPositive, high, TICKS), title));
        return low >= 0 && high / leastPositive > LOG_RATIO
                ? List.of(logarithmic, linear)
                : List.of(linear, logarithmic);
    }

    private String draw(Axis across, String acrossTitle) {
        int[] counts = new int[BINS];
        for (double value : sorted) {
            double position = across.position(value);
            if (!Double.isNaN(position)) {
                counts[Math.clamp((int) Math.floor(position * BINS), 0, BINS - 1)]++;
            }
        }
        Axis up = Axis.linear(0, Math.max(1, Arrays.stream(counts).max().orElse(1)), TICKS);
        Frame frame = new Frame(String.join(" ", inWords()), across, up, acrossTitle, "patients", 0);
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                double left = Frame.x((double) i / BINS);
                double top = frame.y(up.position(counts[i]));
                frame.svg()
                        .rectangle(
                                left + 0.5, top, Frame.x((i + 1.0) / BINS) - left - 1, frame.y(0) - top, "bar c0 d0");
            }
        }
        return frame.svg().end();
    }

    @Override
    public String legend() {
        return "";
    }

    @Override
    public List<String> inWords() {
        if (sorted.length == 0) {
            return List.of(title + ": no values.");
        }
        return List.of(title + ": half of " + sorted.length + " patients lie between " + quantile(0.25) + " and "
                + quantile(0.75) + ", the middle is " + quantile(0.5) + ", nine in ten lie between " + quantile(0.05)
                + " and " + quantile(0.95) + ".");
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (double q : new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1}) {
            rows.add(List.of(Series.number(100 * q), sorted.length == 0 ? "" : quantile(q)));
        }
        return new Numbers(List.of("percentile", valueTitle), rows, "");
    }

    private String quantile(double q) {
        return Series.number(sorted[(int) Math.min(sorted.length - 1, Math.floor(q * sorted.length))]);
    }
}
