package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Curves over time, on a linear and, where it makes sense, a logarithmic axis, with doses marked.
public final class TimeCourse implements Figure {

    /// Curves that dash, marker and colour still tell apart.
    public static final int MOST_SERIES = 8;

    private static final double LOG_RATIO = 300;
    private static final double MOST_DECADES = 16;
    /// What a solver may leave below zero of something that is never negative, as a part of the highest value.
    private static final double NOTHING = 1e-6;
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
        double low = edges(Series::lowerEdge).mapToDouble(Series::least).min().orElse(0);
        double high =
                edges(Series::upperEdge).mapToDouble(Series::greatest).max().orElse(1);
        if (low > high) {
            low = 0;
            high = 1;
        }
        Axis plain = Axis.linear(low >= 0 && low < high / 2 ? 0 : low, high, VALUE_TICKS);
        Picture linear = new Picture("linear", draw(plain, valueTitle));
        double leastPositive =
                series.stream().mapToDouble(Series::leastPositive).min().orElse(Double.POSITIVE_INFINITY);
        if (!(leastPositive < high)) {
            return List.of(linear);
        }
        // Zero and less have no place on a logarithmic axis; a curve that starts there is drawn from where it rises.
        double floor = Math.max(leastPositive, high / Double.parseDouble("1e" + (int) MOST_DECADES));
        Picture logarithmic = new Picture(
                "logarithmic", draw(Axis.logarithmic(floor, high, VALUE_TICKS), valueTitle + ", logarithmic"));
        boolean widely = low >= -NOTHING * high && high / leastPositive > LOG_RATIO;
        return widely ? List.of(logarithmic, linear) : List.of(linear, logarithmic);
    }

    private Stream<Series> edges(UnaryOperator<Series> edge) {
        return series.stream().map(each -> each.hasBand() ? edge.apply(each) : each);
    }

    private String draw(Axis up, String upTitle) {
        double end = series.stream()
                .mapToDouble(s -> s.times()[s.times().length - 1])
                .max()
                .orElse(1);
        double begin = series.stream().mapToDouble(s -> s.times()[0]).min().orElse(0);
        Axis across = Axis.exact(begin, end, TIME_TICKS);
        Frame frame = new Frame(String.join(" ", inWords()), across, up, timeTitle, upTitle, drugs().size());
        drawDoses(frame, across);
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).hasBand()) {
                drawBand(frame, series.get(i), i, across, up);
            }
        }
        for (int i = 0; i < series.size(); i++) {
            drawCurve(frame, i, across, up);
        }
        return frame.svg().end();
    }

    private void drawDoses(Frame frame, Axis across) {
        Svg svg = frame.svg();
        List<String> drugs = drugs();
        int every = Math.max(1, doses.size() / MOST_DOSE_MARKS);
        for (int i = 0; i < doses.size(); i += every) {
            DoseMark dose = doses.get(i);
            double at = across.position(dose.time());
            if (at < 0 || at > 1) {
                continue;
            }
            int row = drugs.indexOf(dose.drug());
            double top = frame.y(1) - 10 - row * Frame.ROW;
            double x = Frame.x(at);
            double until = Frame.x(Math.min(1, across.position(dose.time() + dose.duration())));
            if (until - x > 3) {
                svg.rectangle(x, top + 2, until - x, 4, "dose-bar d" + colour(row));
            }
            svg.path("M" + Svg.number(x - 3.5) + " " + Svg.number(top) + "h7l-3.5 7z", "dose d" + colour(row));
        }
    }

    /// The band between a curve's edges; on a logarithmic axis what lies at or below zero is drawn at the bottom.
    private static void drawBand(Frame frame, Series series, int index, Axis across, Axis up) {
        List<double[]> outline = new ArrayList<>(Thinning.points(series.upperEdge(), across, up, PIXELS));
        outline.addAll(Thinning.points(series.lowerEdge(), across, up, PIXELS).reversed());
        StringBuilder path = new StringBuilder();
        for (double[] point : outline) {
            double height = Double.isNaN(point[1]) ? 0 : Math.clamp(point[1], 0, 1);
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Svg.number(Frame.x(point[0])))
                    .append(' ')
                    .append(Svg.number(frame.y(height)));
        }
        frame.svg().path(path.append('z').toString(), "band d" + index);
    }

    private void drawCurve(Frame frame, int index, Axis across, Axis up) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        List<double[]> points = Thinning.points(series.get(index), across, up, PIXELS);
        for (double[] point : points) {
            if (Double.isNaN(point[1])) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M')
                    .append(Svg.number(Frame.x(point[0])))
                    .append(' ')
                    .append(Svg.number(frame.y(Math.clamp(point[1], -0.02, 1.02))));
            pen = true;
        }
        // The first is wide where there are others: one that runs over it does not hide it, nor is hidden.
        frame.svg().path(path.toString(), (index == 0 && series.size() > 1 ? "curve wide c" : "curve c") + index);
        // Markers lie at other places on each curve, so that those of curves that run together stay apart.
        for (int i = 0; i < MARKERS; i++) {
            double wanted = (i + (index + 0.5) / MOST_SERIES) / MARKERS;
            points.stream()
                    .filter(point -> point[0] >= wanted && point[1] >= 0 && point[1] <= 1)
                    .findFirst()
                    .ifPresent(point -> frame.svg()
                            .path(Style.marker(index, Frame.x(point[0]), frame.y(point[1])), "marker c" + index));
        }
    }

    /// Of a drug's marks: not that of a curve, as long as there are others.
    private int colour(int drug) {
        return (series.size() + drug) % Style.COUNT;
    }

    private List<String> drugs() {
        Set<String> drugs = new LinkedHashSet<>();
        doses.forEach(dose -> drugs.add(dose.drug()));
        return new ArrayList<>(drugs);
    }

    @Override
    public String legend() {
        List<String> drugs = drugs();
        boolean bands = series.stream().anyMatch(Series::hasBand);
        if (series.size() == 1 && drugs.isEmpty() && !bands) {
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
                    .append(Style.doseSample(colour(i)))
                    .append(Markup.escape(drugs.get(i)))
                    .append(" given</li>");
        }
        if (bands) {
            html.append("<li>").append(Style.bandSample()).append("mean ± one standard deviation</li>");
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
        for (Series each : series) {
            header.add(each.name());
            if (each.hasBand()) {
                header.add(each.name() + ", sd");
            }
        }
        List<int[]> shared = sharedPoints();
        int every = Math.max(1, (int) Math.ceil((shared.size() - 1.0) / (MOST_ROWS - 1)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            if (i % every == 0 || i == shared.size() - 1) {
                rows.add(row(shared.get(i)));
            }
        }
        return new Numbers(header, rows, every == 1 ? "" : "some of the rows; all are in the run's tables");
    }

    /// Where the curves have the times at which each has a value, or has ended: long ones are thinned, each in its own
    /// way.
    private List<int[]> sharedPoints() {
        List<int[]> shared = new ArrayList<>();
        int[] at = new int[series.size()];
        for (double time : series.getFirst().times()) {
            boolean all = true;
            for (int s = 0; s < at.length; s++) {
                double[] times = series.get(s).times();
                while (at[s] < times.length && times[at[s]] < time) {
                    at[s]++;
                }
                all &= at[s] == times.length || times[at[s]] == time;
            }
            if (all) {
                shared.add(at.clone());
            }
        }
        return shared;
    }

    private List<String> row(int[] at) {
        List<String> row =
                new ArrayList<>(List.of(Series.number(series.getFirst().times()[at[0]])));
        for (int s = 0; s < at.length; s++) {
            Series each = series.get(s);
            boolean ended = at[s] == each.values().length;
            row.add(ended ? "" : Series.number(each.values()[at[s]]));
            if (each.hasBand()) {
                row.add(ended ? "" : Series.number(each.spread()[at[s]]));
            }
        }
        return row;
    }
}
