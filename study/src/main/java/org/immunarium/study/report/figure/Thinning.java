package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;

/// Curves have more points than a picture has pixels. Within the width of a pixel only the first,
/// lowest, highest and last point can be seen, so only they are drawn: no peak is lost.
final class Thinning {

    private Thinning() {}

    /// @return points as fractions of the plot, `{across, up}`; `up` is NaN where the curve is
    ///         interrupted
    static List<double[]> points(Series series, Axis across, Axis up, int pixels) {
        List<double[]> points = new ArrayList<>();
        int from = 0;
        while (from < series.times().length) {
            long pixel = pixel(series, across, pixels, from);
            int to = from + 1;
            while (to < series.times().length && pixel(series, across, pixels, to) == pixel) {
                to++;
            }
            add(points, series, across, up, from, to);
            from = to;
        }
        return points;
    }

    private static long pixel(Series series, Axis across, int pixels, int i) {
        return (long) Math.floor(across.position(series.times()[i]) * pixels);
    }

    private static void add(List<double[]> points, Series series, Axis across, Axis up, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            lowest = series.values()[i] < series.values()[lowest] ? i : lowest;
            highest = series.values()[i] > series.values()[highest] ? i : highest;
        }
        for (int i = from; i < to; i++) {
            if (i == from || i == lowest || i == highest || i == to - 1) {
                points.add(new double[] {across.position(series.times()[i]), up.position(series.values()[i])});
            }
        }
    }
}
