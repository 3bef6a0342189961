package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// What share of each arm has had an event by when, where other events may come before, with its band.
public final class IncidenceFigure implements Figure {

    private static final int ACROSS = 6;
    private static final int UP = 5;
    private static final double PERCENT = 100;

    private final String title;
    private final String what;
    private final String timeUnit;
    private final List<Curve> curves;

    /// An arm.
    ///
    /// @param style of its curve: the same number looks the same in every figure
    /// @param times at which someone had the event, ascending
    /// @param share that has had it just after each
    /// @param lower of the band; NaN where it has none
    /// @param upper likewise
    /// @param until when the arm was followed
    public record Curve(
            String name, int style, double[] times, double[] share, double[] lower, double[] upper, double until) {

        private double last() {
            return share.length == 0 ? 0 : share[share.length - 1];
        }

        private double by(double time) {
            double by = 0;
            for (int i = 0; i < times.length && times[i] <= time; i++) {
                by = share[i];
            }
            return by;
        }
    }

    /// @param what   beside the vertical axis
    /// @param curves at least one with a time
    public IncidenceFigure(String title, String what, String timeUnit, List<Curve> curves) {
        this.title = title;
        this.what = what;
        this.timeUnit = timeUnit;
        this.curves = List.copyOf(curves);
    }

    @Override
    public String title() {
        return title;
    }

    private Axis across() {
        return Axis.exact(0, curves.stream().mapToDouble(Curve::until).max().orElse(1), ACROSS);
    }

    @Override
    public List<Picture> pictures() {
        double most = curves.stream()
                .flatMapToDouble(
                        curve -> DoubleStream.concat(Arrays.stream(curve.share()), Arrays.stream(curve.upper())))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Axis across = across();
        Axis up = Axis.linear(0, PERCENT * most, UP);
        Frame frame = new Frame(
                title + ". " + String.join(" ", inWords()), across, up, "time [" + timeUnit + "]", what + " [%]", 0);
        for (Curve curve : curves) {
            band(frame, curve, across, up);
        }
        for (Curve curve : curves) {
            steps(frame, curve, across, up);
        }
        return List.of(new Picture("linear", frame.svg().end()));
    }

    private static void band(Frame frame, Curve curve, Axis across, Axis up) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        for (int i = 0; i < curve.times().length; i++) {
            if (Double.isNaN(curve.upper()[i])) {
                break;
            }
            double from = curve.times()[i];
            double to = i + 1 < curve.times().length ? curve.times()[i + 1] : curve.until();
            for (double time : new double[] {from, to}) {
                above.add(point(frame, across, up, time, curve.upper()[i]));
                below.add(point(frame, across, up, time, curve.lower()[i]));
            }
        }
        if (!above.isEmpty()) {
            frame.svg()
                    .path(
                            "M" + String.join("L", above) + "L" + String.join("L", below.reversed()) + "z",
                            "band d" + curve.style() % Style.COUNT);
        }
    }

    private static void steps(Frame frame, Curve curve, Axis across, Axis up) {
        StringBuilder path = new StringBuilder("M" + point(frame, across, up, 0, 0));
        double share = 0;
        for (int i = 0; i < curve.times().length; i++) {
            path.append('L').append(point(frame, across, up, curve.times()[i], share));
            share = curve.share()[i];
            path.append('L').append(point(frame, across, up, curve.times()[i], share));
        }
        path.append('L').append(point(frame, across, up, curve.until(), share));
        frame.svg().path(path.toString(), "curve c" + curve.style() % Style.COUNT);
    }

    private static String point(Frame frame, Axis across, Axis up, double time, double share) {
        return Svg.number(Frame.x(across.position(time))) + " " + Svg.number(frame.y(up.position(PERCENT * share)));
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (Curve curve : curves) {
            html.append("<li>")
                    .append(Style.sample(curve.style() % Style.COUNT))
                    .append(Markup.escape(curve.name()))
                    .append("</li>");
        }
        return html.append("<li>")
                .append(Style.bandSample())
                .append("95 % interval</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        return curves.stream()
                .map(curve -> curve.name() + ": " + Series.number(PERCENT * curve.last()) + " % by "
                        + Series.number(curve.until()) + " " + timeUnit + ".")
                .toList();
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of("time [" + timeUnit + "]"));
        curves.forEach(curve -> header.add(curve.name() + " [%]"));
        List<List<String>> rows = new ArrayList<>();
        double end = curves.stream().mapToDouble(Curve::until).max().orElse(1);
        for (Axis.Tick tick : across().ticks()) {
            double time = tick.position() * end;
            List<String> row = new ArrayList<>(List.of(Series.number(time)));
            curves.forEach(curve -> row.add(time <= curve.until() ? Series.number(PERCENT * curve.by(time)) : ""));
            rows.add(row);
        }
        return new Numbers(header, rows, "at the ticks; all times are in the run's tables");
    }
}
