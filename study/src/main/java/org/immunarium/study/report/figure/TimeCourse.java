package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Curves over time, on a linear and, where it makes sense, a logarithmic axis, with doses marked.
public final class TimeCourse implements Figure {

    /// Curves that dash, marker and colour still tell apart.
    public static final int MOST_SERIES = 8;

    private static final double LOG_RATIO = 300;
    private static final double MOST_DECADES = 16;
    private static final int TIME_TICKS = 6;
    private static final int VALUE_TICKS = 5;
    private static final int PIXELS = 380;
    private static final int MARKERS = 5;
    private static final int MOST_ROWS = 25;
    private static final int MOST_DOSE_MARKS = 120;

    private final String title;
    private final String timeTitle;
    private final String timeUnit;
    private final String valueTitle;
    private final List<Series> series;
    private final List<DoseMark> doses;

    /// @param title      what stands above it
    /// @param timeUnit   such as `d`; may be empty
    /// @param valueTitle what stands beside the vertical axis
    /// @param series     at most [#MOST_SERIES]
    public TimeCourse(String title, String timeUnit, String valueTitle, List<Series> series, List<DoseMark> doses) {
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException(series.size() + " curves in one figure");
        }
        this.title = title;
        this.timeTitle = timeUnit.isEmpty() ? "time" : "time [" + timeUnit + "]";
        this.timeUnit = timeUnit;
        this.valueTitle = valueTitle;
        this.series = List.copyOf(series);
        this.doses = List.copyOf(doses);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        double low = series.stream().mapToDouble(Series::least).min().orElse(0);
        double high = series.stream().mapToDouble(Series::greatest).max().orElse(1);
        if (low > high) {
            low = 0;
            high = 1;
        }
        Picture linear =
                new Picture("linear", draw(Axis.linear(low >= 0 && low < high / 2 ? 0 : low, high, VALUE_TICKS)));
        double leastPositive =
                series.stream().mapToDouble(Series::leastPositive).min().orElse(Double.POSITIVE_INFINITY);
        // Zero and less have no place on a logarithmic axis; a curve that starts there is drawn from where it rises.
        if (low < 0 || !(leastPositive < high)) {
            return List.of(linear);
        }
        double floor = Math.max(leastPositive, high / Double.parseDouble("1e" + (int) MOST_DECADES));
        Picture logarithmic = new Picture("logarithmic", draw(Axis.logarithmic(floor, high, VALUE_TICKS)));
        boolean widely = high / leastPositive > LOG_RATIO;
        return widely ? List.of(logarithmic, linear) : List.of(linear, logarithmic);
    }

    private String draw(Axis up) {
        double end = series.stream()
                .mapToDouble(s -> s.times()[s.times().length - 1])
                .max()
                .orElse(1);
        double begin = series.stream().mapToDouble(s -> s.times()[0]).min().orElse(0);
        Axis across = Axis.exact(begin, end, TIME_TICKS);
        Frame frame = new Frame(String.join(" ", inWords()), across, up, timeTitle, valueTitle);
        drawDoses(frame.svg(), across);
        for (int i = 0; i < series.size(); i++) {
            drawCurve(frame.svg(), series.get(i), i, across, up);
        }
        return frame.svg().end();
    }

    private void drawDoses(Svg svg, Axis across) {
        List<String> drugs = drugs();
        int every = Math.max(1, doses.size() / MOST_DOSE_MARKS);
        for (int i = 0; i < doses.size(); i += every) {
            DoseMark dose = doses.get(i);
            double at = across.position(dose.time());
            if (at < 0 || at > 1) {
                continue;
            }
            int row = drugs.indexOf(dose.drug());
            double top = Frame.y(1) + row * 8 - 10;
            double x = Frame.x(at);
            double until = Frame.x(Math.min(1, across.position(dose.time() + dose.duration())));
            if (until - x > 3) {
                svg.rectangle(x, top + 2, until - x, 4, "dose-bar d" + row % Style.COUNT);
            }
            svg.path("M" + Svg.number(x - 3.5) + " " + Svg.number(top) + "h7l-3.5 7z", "dose d" + row % Style.COUNT);
        }
    }

    private static void drawCurve(Svg svg, Series series, int index, Axis across, Axis up) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        List<double[]> points = Thinning.points(series, across, up, PIXELS);
        for (double[] point : points) {
            if (Double.isNaN(point[1])) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M')
                    .append(Svg.number(Frame.x(point[0])))
                    .append(' ')
                    .append(Svg.number(Frame.y(Math.clamp(point[1], -0.02, 1.02))));
            pen = true;
        }
        svg.path(path.toString(), "curve c" + index);
        // Markers lie at other places on each curve, so that those of curves that run together stay apart.
        for (int i = 0; i < MARKERS; i++) {
            double wanted = (i + (index + 0.5) / MOST_SERIES) / MARKERS;
            points.stream()
                    .filter(point -> point[0] >= wanted && point[1] >= 0 && point[1] <= 1)
                    .findFirst()
                    .ifPresent(point ->
                            svg.path(Style.marker(index, Frame.x(point[0]), Frame.y(point[1])), "marker c" + index));
        }
    }

    private List<String> drugs() {
        Set<String> drugs = new LinkedHashSet<>();
        doses.forEach(dose -> drugs.add(dose.drug()));
        return new ArrayList<>(drugs);
    }

    @Override
    public String legend() {
        List<String> drugs = drugs();
        if (series.size() == 1 && drugs.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < series.size(); i++) {
            html.append("<li>")
                    .append(Style.sample(i))
                    .append(Markup.escape(series.get(i).name()))
                    .append("</li>");
        }
        for (int i = 0; i < drugs.size(); i++) {
            html.append("<li>")
                    .append(Style.doseSample(i))
                    .append(Markup.escape(drugs.get(i)))
                    .append(" given</li>");
        }
        return html.append("</ul>").toString();
    }

    @Override
    public List<String> inWords() {
        return series.stream().map(each -> each.inWords(timeUnit)).toList();
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of(timeTitle));
        series.forEach(each -> header.add(each.name()));
        double[] times = series.getFirst().times();
        int every = Math.max(1, (int) Math.ceil((times.length - 1.0) / (MOST_ROWS - 1)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (i % every == 0 || i == times.length - 1) {
                List<String> row = new ArrayList<>(List.of(Series.number(times[i])));
                for (Series each : series) {
                    row.add(i < each.values().length ? Series.number(each.values()[i]) : "");
                }
                rows.add(row);
            }
        }
        return new Numbers(header, rows, every == 1 ? "" : "every " + every + "th row; all are in the run's tables");
    }
}
