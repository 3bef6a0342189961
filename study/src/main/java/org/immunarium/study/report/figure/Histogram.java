package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often a value occurs among patients.
public final class Histogram implements Figure {

    private static final int BINS = 24;
    private static final int TICKS = 5;
    private static final double LOG_RATIO = 100;
    private static final int[] PERCENTS = {0, 5, 25, 50, 75, 95, 100};

    private final String title;
    private final String valueTitle;
    private final int count;
    private final double[] quantiles;
    private final List<Picture> pictures;

    /// Takes the values over, sorts them, and keeps what is drawn: there may be so many that those of two
    /// figures have no room together.
    ///
    /// @param values of all patients, in any order; those that are not numbers are left out
    public Histogram(String title, String valueTitle, double[] values) {
        this.title = title;
        this.valueTitle = valueTitle;
        count = sorted(values);
        quantiles = new double[count == 0 ? 0 : PERCENTS.length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = quantile(values, PERCENTS[i] / 100.0);
        }
        pictures = drawn(values);
    }

    /// Between order statistics, as the summary of a population has it.
    private double quantile(double[] ascending, double share) {
        double place = share * (count - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, count - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /// Brings the finite values to the front, in ascending order.
    ///
    /// @return how many they are
    private static int sorted(double[] values) {
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                values[count++] = value;
            }
        }
        Arrays.sort(values, 0, count);
        return count;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        return pictures;
    }

    /// @param sorted the first `count` of these
    private List<Picture> drawn(double[] sorted) {
        double low = count == 0 ? 0 : sorted[0];
        double high = count == 0 ? 1 : sorted[count - 1];
        Picture linear = new Picture("linear", draw(sorted, Axis.linear(low, high, TICKS), valueTitle));
        int beyond = 0;
        while (beyond < count && sorted[beyond] <= 0) {
            beyond++;
        }
        double leastPositive = beyond < count ? sorted[beyond] : high;
        if (!(leastPositive < high)) {
            return List.of(linear);
        }
        String title = valueTitle + ", logarithmic" + (beyond == 0 ? "" : "; " + beyond + " at or below 0 left out");
        Picture logarithmic =
                new Picture("logarithmic", draw(sorted, Axis.logarithmic(leastPositive, high, TICKS), title));
        return low >= 0 && high / leastPositive > LOG_RATIO
                ? List.of(logarithmic, linear)
                : List.of(linear, logarithmic);
    }

    private String draw(double[] sorted, Axis across, String acrossTitle) {
        int[] counts = new int[BINS];
        for (int i = 0; i < count; i++) {
            double position = across.position(sorted[i]);
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
        if (count == 0) {
            return List.of(title + ": no values.");
        }
        return List.of(title + ": half of " + count + " patients lie between " + percentile(25) + " and "
                + percentile(75) + ", the middle is " + percentile(50) + ", nine in ten lie between "
                + percentile(5) + " and " + percentile(95) + ".");
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (int percent : PERCENTS) {
            rows.add(List.of(Integer.toString(percent), count == 0 ? "" : percentile(percent)));
        }
        return new Numbers(List.of("percentile", valueTitle), rows, "");
    }

    /// @param percent one of [#PERCENTS]
    private String percentile(int percent) {
        return Series.number(quantiles[Arrays.binarySearch(PERCENTS, percent)]);
    }
}
