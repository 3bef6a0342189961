package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// What was measured, as dots, and the course that was fitted to it, with its band, on a linear and, where it makes
/// sense, a logarithmic axis.
public final class FitFigure implements Figure {

    private static final int TIME_TICKS = 6;
    private static final int VALUE_TICKS = 5;
    private static final int MOST_ROWS = 60;
    private static final double LOG_RATIO = 300;
    private static final double MOST_DECADES = 1e16;

    private final String title;
    private final String timeTitle;
    private final String valueTitle;
    private final String band;
    private final Points points;

    /// What is drawn: as many of each as there are times.
    ///
    /// @param times     ascending
    /// @param observed  NaN where nothing was measured
    /// @param predicted NaN where it is not known
    /// @param low       of the band, likewise
    /// @param high      of the band, likewise
    public record Points(double[] times, double[] observed, double[] predicted, double[] low, double[] high) {}

    /// @param timeTitle  `time [d]`
    /// @param valueTitle what stands beside the vertical axis
    /// @param band       what the band is, for the legend
    /// @param points     at least one
    public FitFigure(String title, String timeTitle, String valueTitle, String band, Points points) {
        this.title = title;
        this.timeTitle = timeTitle;
        this.valueTitle = valueTitle;
        this.band = band;
        this.points = points;
    }

    @Override
    public String title() {
        return title;
    }

    /// Everything that has a place on the axis; of the band what is not far from the rest, as what nobody knows
    /// would leave no room for what is known.
    private double[] all() {
        double[] core =
                finite(DoubleStream.concat(Arrays.stream(points.observed()), Arrays.stream(points.predicted())));
        double least = Arrays.stream(core).min().orElse(0);
        double most = Arrays.stream(core).max().orElse(1);
        double room = most - least;
        double[] edges = finite(DoubleStream.concat(Arrays.stream(points.low()), Arrays.stream(points.high())));
        return DoubleStream.concat(
                        Arrays.stream(core),
                        Arrays.stream(edges).filter(each -> each >= least - room && each <= most + room))
                .toArray();
    }

    private static double[] finite(DoubleStream values) {
        return values.filter(Double::isFinite).toArray();
    }

    @Override
    public List<Picture> pictures() {
        double[] all = all();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double above = Arrays.stream(all).filter(each -> each > 0).min().orElse(high);
        Picture linear = new Picture(
                "linear", draw(Axis.linear(low >= 0 && low < high / 2 ? 0 : low, high, VALUE_TICKS), valueTitle));
        if (!(above < high)) {
            return List.of(linear);
        }
        Picture logarithmic = new Picture(
                "logarithmic",
                draw(
                        Axis.logarithmic(Math.max(above, high / MOST_DECADES), high, VALUE_TICKS),
                        valueTitle + ", logarithmic"));
        return low >= 0 && high / above > LOG_RATIO ? List.of(logarithmic, linear) : List.of(linear, logarithmic);
    }

    private String draw(Axis up, String upTitle) {
        double[] times = points.times();
        Axis across = Axis.exact(times[0], times[times.length - 1], TIME_TICKS);
        Frame frame = new Frame(title + ". " + String.join(" ", inWords()), across, up, timeTitle, upTitle, 0);
        StringBuilder outline = new StringBuilder();
        for (int i = 0; i < times.length; i++) {
            edge(outline, frame, across, up, i, points.high()[i]);
        }
        for (int i = times.length - 1; i >= 0; i--) {
            edge(outline, frame, across, up, i, points.low()[i]);
        }
        if (!outline.isEmpty()) {
            frame.svg().path(outline + "z", "band d0");
        }
        StringBuilder curve = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < times.length; i++) {
            double position = up.position(points.predicted()[i]);
            if (Double.isFinite(position)) {
                curve.append(pen ? 'L' : 'M')
                        .append(Svg.number(Frame.x(across.position(times[i]))))
                        .append(' ')
                        .append(Svg.number(frame.y(Math.clamp(position, -0.02, 1.02))));
            }
            pen = Double.isFinite(position);
        }
        if (!curve.isEmpty()) {
            frame.svg().path(curve.toString(), "curve c0");
        }
        for (int i = 0; i < times.length; i++) {
            double position = up.position(points.observed()[i]);
            if (Double.isFinite(position)) {
                frame.svg().path(Style.marker(4, Frame.x(across.position(times[i])), frame.y(position)), "marker c1");
            }
        }
        return frame.svg().end();
    }

    /// What lies at or below zero is at the bottom of a logarithmic axis.
    private void edge(StringBuilder outline, Frame frame, Axis across, Axis up, int i, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        double position = up.position(value);
        outline.append(outline.isEmpty() ? 'M' : 'L')
                .append(Svg.number(Frame.x(across.position(points.times()[i]))))
                .append(' ')
                .append(Svg.number(frame.y(Double.isNaN(position) ? 0 : Math.clamp(position, 0, 1))));
    }

    @Override
    public String legend() {
        String dots = measured() == 0
                ? ""
                : "<li><svg class=\"sample disc\" viewBox=\"0 0 14 14\" aria-hidden=\"true\"><path d=\""
                        + Style.marker(4, 7, 7) + "\" class=\"marker c1\"/></svg>measured</li>";
        return "<ul class=\"legend\">" + dots
                + "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 6h34\""
                + " class=\"curve c0\"/></svg>" + (measured() == 0 ? "foretold" : "fitted") + "</li>"
                + "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 1h34v10h-34z\""
                + " class=\"band d0\"/></svg>" + Markup.escape(band) + "</li></ul>";
    }

    @Override
    public List<String> inWords() {
        double[] times = points.times();
        int last = times.length - 1;
        long measured = measured();
        String course = Double.isFinite(points.predicted()[0]) && Double.isFinite(points.predicted()[last])
                ? "the " + (measured == 0 ? "foretold" : "fitted") + " course starts at "
                        + Series.number(points.predicted()[0]) + " and ends at "
                        + Series.number(points.predicted()[last])
                        + (Double.isFinite(points.low()[last])
                                ? " (" + Series.number(points.low()[last]) + " to " + Series.number(points.high()[last])
                                        + ")"
                                : "")
                : "no course was fitted";
        return List.of((measured == 0 ? "" : measured + (measured == 1 ? " measurement; " : " measurements; ")) + course
                + ".");
    }

    private long measured() {
        return Arrays.stream(points.observed()).filter(Double::isFinite).count();
    }

    @Override
    public Numbers numbers() {
        List<List<String>> measured = new ArrayList<>();
        for (int i = 0; i < points.times().length; i++) {
            if (Double.isFinite(points.observed()[i])) {
                measured.add(List.of(
                        Series.number(points.times()[i]),
                        Series.number(points.observed()[i]),
                        number(points.predicted()[i]),
                        number(points.low()[i]),
                        number(points.high()[i])));
            }
        }
        boolean many = measured.size() > MOST_ROWS;
        return new Numbers(
                List.of(timeTitle, "measured", "fitted", "low", "high"),
                many ? measured.subList(0, MOST_ROWS) : measured,
                many ? "the first of what was measured; all is in the run's tables" : "");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Series.number(value);
    }
}
