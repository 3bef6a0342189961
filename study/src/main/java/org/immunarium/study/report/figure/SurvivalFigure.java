package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Curves of Kaplan and Meier with their bands, censoring marked, and a table below of who was at risk, was
/// censored and had the event until each time.
///
/// *Source*: what such a figure should show: Morris et al. 2019 (KMunicate), doi 10.1136/bmjopen-2019-030215.
public final class SurvivalFigure implements Figure {

    private static final double WIDTH = 560;
    private static final double LEFT = 58;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double PLOT = 230;
    private static final double ROW = 14;
    private static final double AXIS = 40;
    private static final int TICKS = 7;
    private static final double TICK = 3;

    private final String title;
    private final String what;
    private final String timeTitle;
    private final List<Curve> curves;

    /// An arm.
    ///
    /// @param style    of its curve: the same number looks the same in every figure
    /// @param times    ascending
    /// @param atRisk   just before each
    /// @param events   at each
    /// @param censored at each
    /// @param share    without the event just after each
    /// @param lower    of the band; NaN where it has none
    /// @param upper    likewise
    public record Curve(
            String name,
            int style,
            double[] times,
            double[] atRisk,
            double[] events,
            double[] censored,
            double[] share,
            double[] lower,
            double[] upper) {

        /// How many were at risk at a time, had been censored and had had the event before it.
        String counts(double time) {
            double risk = 0;
            double had = 0;
            double lost = 0;
            for (int i = 0; i < times.length; i++) {
                if (times[i] < time) {
                    had += events[i];
                    lost += censored[i];
                } else {
                    risk = Math.max(risk, atRisk[i]);
                }
            }
            return (int) risk + " (" + (int) lost + ", " + (int) had + ")";
        }

        double end() {
            return times[times.length - 1];
        }
    }

    /// @param what      beside the vertical axis: `alive`
    /// @param timeTitle `time [mo]`
    /// @param curves    at least one, each with at least one time
    public SurvivalFigure(String title, String what, String timeTitle, List<Curve> curves) {
        this.title = title;
        this.what = what;
        this.timeTitle = timeTitle;
        this.curves = List.copyOf(curves);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    private Axis across() {
        return Axis.exact(0, curves.stream().mapToDouble(Curve::end).max().orElse(1), TICKS);
    }

    @Override
    public List<Picture> pictures() {
        Axis across = across();
        double height = TOP + PLOT + AXIS + ROW * (curves.size() + 1);
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            svg.line(LEFT, y(share), WIDTH - RIGHT, y(share), share == 0 ? "axis" : "grid");
            svg.label(LEFT - 6, y(share) + 4, "end", "tick", (int) (100 * share) + " %");
        }
        svg.line(LEFT, y(0), LEFT, y(1), "axis");
        svg.sideways(12, y(0.5), what);
        for (Axis.Tick tick : across.ticks()) {
            svg.line(x(tick.position()), y(0), x(tick.position()), y(0) + 4, "axis");
            svg.label(x(tick.position()), y(0) + 16, "middle", "tick", tick.label());
        }
        svg.label(x(0.5), y(0) + 32, "middle", "axis-title", timeTitle);
        for (int i = 0; i < curves.size(); i++) {
            band(svg, curves.get(i), curves.get(i).style(), across);
        }
        for (int i = 0; i < curves.size(); i++) {
            steps(svg, curves.get(i), curves.get(i).style(), across);
        }
        atRisk(svg, across);
        return List.of(new Picture("linear", svg.end()));
    }

    private void atRisk(Svg svg, Axis across) {
        double top = TOP + PLOT + AXIS + ROW;
        svg.label(2, top, "start", "tick", "at risk (censored, events)");
        for (int i = 0; i < curves.size(); i++) {
            double y = top + ROW * (i + 1) - 2;
            int style = curves.get(i).style();
            svg.path(Style.marker(style, LEFT - 40, y - 4), "marker c" + style % Style.COUNT);
            for (Axis.Tick tick : across.ticks()) {
                if (!tick.label().isEmpty()) {
                    String anchor = tick.position() > 0.97 ? "end" : "middle";
                    svg.label(
                            x(tick.position()), y, anchor, "tick", curves.get(i).counts(tick.position() * curvesEnd()));
                }
            }
        }
    }

    private double curvesEnd() {
        return curves.stream().mapToDouble(Curve::end).max().orElse(1);
    }

    private static void band(Svg svg, Curve curve, int index, Axis across) {
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        double upper = 1;
        double lower = 1;
        up.add(point(x(0), y(1)));
        down.add(point(x(0), y(1)));
        for (int i = 0; i < curve.times().length; i++) {
            double at = x(across.position(curve.times()[i]));
            up.add(point(at, y(upper)));
            down.add(point(at, y(lower)));
            if (Double.isNaN(curve.upper()[i])) {
                break;
            }
            upper = curve.upper()[i];
            lower = curve.lower()[i];
            up.add(point(at, y(upper)));
            down.add(point(at, y(lower)));
        }
        svg.path(
                "M" + String.join("L", up) + "L" + String.join("L", down.reversed()) + "z",
                "band d" + index % Style.COUNT);
    }

    private static void steps(Svg svg, Curve curve, int index, Axis across) {
        StringBuilder path = new StringBuilder("M" + point(x(0), y(1)));
        StringBuilder marks = new StringBuilder();
        double share = 1;
        for (int i = 0; i < curve.times().length; i++) {
            double at = x(across.position(curve.times()[i]));
            path.append('L').append(point(at, y(share)));
            share = curve.share()[i];
            path.append('L').append(point(at, y(share)));
            if (curve.censored()[i] > 0) {
                marks.append('M').append(point(at, y(share) - TICK)).append("v").append(Svg.number(2 * TICK));
            }
        }
        svg.path(path.toString(), "curve c" + index % Style.COUNT);
        if (!marks.isEmpty()) {
            svg.path(marks.toString(), "censored c" + index % Style.COUNT);
        }
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return TOP + (1 - share) * PLOT;
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < curves.size(); i++) {
            html.append("<li>")
                    .append(Style.sample(curves.get(i).style() % Style.COUNT))
                    .append(Markup.escape(curves.get(i).name()))
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
                .map(curve -> curve.name() + ": "
                        + Arrays.stream(new double[] {0.75, 0.5, 0.25})
                                .mapToObj(share -> (int) (100 * share) + " % at " + when(curve, share))
                                .collect(Collectors.joining(", "))
                        + ".")
                .toList();
    }

    private static String when(Curve curve, double share) {
        for (int i = 0; i < curve.times().length; i++) {
            if (curve.share()[i] <= share) {
                return Series.number(curve.times()[i]);
            }
        }
        return "no time that was seen";
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of(timeTitle));
        for (Curve curve : curves) {
            header.addAll(List.of(curve.name(), curve.name() + ", at risk (censored, events)"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Axis.Tick tick : across().ticks()) {
            double time = tick.position() * curvesEnd();
            List<String> row = new ArrayList<>(List.of(Series.number(time)));
            for (Curve curve : curves) {
                double share = 1;
                for (int i = 0; i < curve.times().length && curve.times()[i] <= time; i++) {
                    share = curve.share()[i];
                }
                row.add(Series.number(share));
                row.add(curve.counts(time));
            }
            rows.add(row);
        }
        return new Numbers(header, rows, "at the ticks; all times are in the run's tables");
    }
}
