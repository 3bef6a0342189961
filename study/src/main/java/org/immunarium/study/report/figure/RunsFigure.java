package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.immunarium.numerics.statistics.SampleSummary;

/// What many runs came to, a dot each, over something that differs between them: a value, or
/// names side by side. A line goes through the means. Where there are too many for dots, a band
/// goes from the lowest to the highest.
public final class RunsFigure implements Figure {

    /// Groups that marker and colour still tell apart.
    public static final int MOST_GROUPS = 8;

    private static final double ACROSS_LOG_RATIO = 50;
    private static final double UP_LOG_RATIO = 300;
    private static final int ACROSS_TICKS = 6;
    private static final int UP_TICKS = 5;
    private static final int MOST_DOTS = 3000;
    private static final int MOST_PLACES = 40;
    private static final double DOT = 2.2;
    private static final int MOST_ROWS = 60;
    private static final double APART = 6;
    private static final double NAME_WIDTH = 0.5;
    /// Of all names together.
    private static final int CHARACTERS = 64;

    private static final int LEAST_CHARACTERS = 4;

    private final String title;
    private final String acrossTitle;
    private final String upTitle;
    private final List<String> names;
    private final List<Group> groups;

    /// Runs that belong together.
    ///
    /// @param name   for the legend; empty for the only one
    /// @param across what differs between them; of names, places counted from 0
    /// @param up     as many, what they came to; NaN where that is not known
    public record Group(String name, double[] across, double[] up) {

        /// What differs, ascending, each once.
        private double[] places() {
            return Arrays.stream(across).sorted().distinct().toArray();
        }

        /// What the runs at a place came to.
        private double[] at(double place) {
            DoubleStream.Builder values = DoubleStream.builder();
            for (int i = 0; i < up.length; i++) {
                if (across[i] == place && Double.isFinite(up[i])) {
                    values.add(up[i]);
                }
            }
            return values.build().toArray();
        }
    }

    private RunsFigure(String title, String acrossTitle, String upTitle, List<String> names, List<Group> groups) {
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(groups.size() + " groups in one figure");
        }
        this.title = title;
        this.acrossTitle = acrossTitle;
        this.upTitle = upTitle;
        this.names = List.copyOf(names);
        this.groups = List.copyOf(groups);
    }

    /// Runs over a value.
    ///
    /// @param groups at most [#MOST_GROUPS]
    public static RunsFigure overValue(String title, String acrossTitle, String upTitle, List<Group> groups) {
        return new RunsFigure(title, acrossTitle, upTitle, List.of(), groups);
    }

    /// Runs over names.
    ///
    /// @param group whose places are those of the names
    public static RunsFigure overNames(String title, String upTitle, List<String> names, Group group) {
        return new RunsFigure(title, "", upTitle, names, List.of(group));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        double[] ups = finite(Group::up);
        double low = Arrays.stream(ups).min().orElse(0);
        double high = Arrays.stream(ups).max().orElse(1);
        double leastAbove = Arrays.stream(ups).filter(each -> each > 0).min().orElse(high);
        Axis across = across();
        Axis plain = Axis.linear(low >= 0 && low < high / 2 ? 0 : low, high, UP_TICKS);
        Picture linear = new Picture("linear", draw(across, plain, upTitle));
        if (!(leastAbove < high)) {
            return List.of(linear);
        }
        long below = Arrays.stream(ups).filter(each -> each <= 0).count();
        Picture logarithmic = new Picture(
                "logarithmic",
                draw(
                        across,
                        Axis.logarithmic(leastAbove, high, UP_TICKS),
                        upTitle + ", logarithmic" + (below == 0 ? "" : "; at the bottom 0 and less")));
        return low > 0 && high / low > UP_LOG_RATIO ? List.of(logarithmic, linear) : List.of(linear, logarithmic);
    }

    private Axis across() {
        if (!names.isEmpty()) {
            return Axis.named(names, names.size(), Math.max(LEAST_CHARACTERS, CHARACTERS / names.size()));
        }
        double[] values = finite(Group::across);
        double from = Arrays.stream(values).min().orElse(0);
        double to = Arrays.stream(values).max().orElse(1);
        return from > 0 && to / from >= ACROSS_LOG_RATIO
                ? Axis.logarithmic(from, to, ACROSS_TICKS)
                : Axis.linear(from, to, ACROSS_TICKS);
    }

    private double[] finite(Function<Group, double[]> values) {
        return groups.stream()
                .flatMapToDouble(each -> Arrays.stream(values.apply(each)))
                .filter(Double::isFinite)
                .toArray();
    }

    /// What is drawn of the runs at a place.
    ///
    /// @param x      where it is in the picture
    /// @param values what they came to
    private record Column(double x, double[] values) {

        double mean() {
            return SampleSummary.of(values).mean();
        }
    }

    private String draw(Axis across, Axis up, String shownTitle) {
        Frame frame = new Frame(title + ". " + String.join(" ", inWords()), across, up, acrossTitle, shownTitle, 0);
        int dots = groups.stream().mapToInt(each -> each.up().length).sum();
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            double[] places = group.places();
            double aside = places.length > MOST_PLACES ? 0 : (g - (groups.size() - 1) / 2.0) * APART;
            List<Column> columns = Arrays.stream(places)
                    .mapToObj(place -> new Column(Frame.x(across.position(place)) + aside, group.at(place)))
                    .filter(column -> column.values().length > 0)
                    .toList();
            if (places.length > MOST_PLACES || dots > MOST_DOTS) {
                drawBand(frame, up, columns, g);
            } else {
                columns.forEach(column -> drawDots(frame, up, column, group));
            }
            drawMeans(frame, up, columns, g);
        }
        return frame.svg().end();
    }

    /// Zero and less have no place on a logarithmic axis, and are at the bottom.
    private static double y(Frame frame, Axis up, double value) {
        double position = up.position(value);
        return frame.y(Double.isNaN(position) ? 0 : position);
    }

    /// From the lowest to the highest.
    private static void drawBand(Frame frame, Axis up, List<Column> columns, int group) {
        StringBuilder path = new StringBuilder();
        for (Column column : columns) {
            point(
                    path,
                    column.x(),
                    y(frame, up, Arrays.stream(column.values()).max().orElseThrow()));
        }
        for (Column column : columns.reversed()) {
            point(
                    path,
                    column.x(),
                    y(frame, up, Arrays.stream(column.values()).min().orElseThrow()));
        }
        frame.svg().path(path + "z", "band d" + group);
    }

    private static void point(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? "M" : "L")
                .append(Svg.number(x))
                .append(' ')
                .append(Svg.number(y));
    }

    private void drawDots(Frame frame, Axis up, Column column, Group group) {
        double[] values = column.values();
        for (int i = 0; i < values.length; i++) {
            double beside =
                    names.isEmpty() || values.length == 1 ? 0 : ((double) i / (values.length - 1) - 0.5) * nameWidth();
            String r = Svg.number(DOT);
            frame.svg()
                    .path(
                            "M" + Svg.number(column.x() + beside - DOT) + " " + Svg.number(y(frame, up, values[i]))
                                    + "a" + r + " " + r + " 0 1 0 " + Svg.number(2 * DOT) + " 0a" + r + " " + r
                                    + " 0 1 0 " + Svg.number(-2 * DOT) + " 0z",
                            "dot d" + groups.indexOf(group));
        }
    }

    private void drawMeans(Frame frame, Axis up, List<Column> columns, int group) {
        StringBuilder line = new StringBuilder();
        for (Column column : columns) {
            double y = y(frame, up, column.mean());
            if (names.isEmpty()) {
                point(line, column.x(), y);
            } else {
                double half = nameWidth() / 2;
                line.append("M")
                        .append(Svg.number(column.x() - half))
                        .append(' ')
                        .append(Svg.number(y));
                line.append("h").append(Svg.number(2 * half));
            }
        }
        frame.svg().path(line.toString(), "curve c" + group);
        if (names.isEmpty() && columns.size() <= MOST_PLACES) {
            columns.forEach(column ->
                    frame.svg().path(Style.marker(group, column.x(), y(frame, up, column.mean())), "marker c" + group));
        }
    }

    private double nameWidth() {
        return NAME_WIDTH * (Frame.x(1) - Frame.x(0)) / names.size();
    }

    @Override
    public String legend() {
        if (groups.size() == 1) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < groups.size(); i++) {
            html.append("<li>")
                    .append(Style.sample(i))
                    .append(Markup.escape(groups.get(i).name()))
                    .append("</li>");
        }
        return html.append("</ul>").toString();
    }

    /// One place of one group, in numbers.
    private record Spread(String group, String place, SampleSummary summary) {

        String mean() {
            return Series.number(summary.mean());
        }

        String range() {
            return "from " + Series.number(summary.quantile(0)) + " to " + Series.number(summary.quantile(1));
        }
    }

    private List<Spread> spreads() {
        List<Spread> spreads = new ArrayList<>();
        for (Group group : groups) {
            for (double place : group.places()) {
                double[] values = group.at(place);
                if (values.length > 0) {
                    String words = names.isEmpty() ? Series.number(place) : names.get((int) place);
                    spreads.add(new Spread(group.name(), words, SampleSummary.of(values)));
                }
            }
        }
        return spreads;
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        List<Spread> all = spreads();
        for (Group group : groups) {
            List<Spread> own = all.stream()
                    .filter(each -> each.group().equals(group.name()))
                    .toList();
            String prefix = group.name().isEmpty() ? "" : group.name() + ": ";
            if (!names.isEmpty()) {
                own.forEach(
                        each -> words.add(each.place() + ": on average " + each.mean() + ", " + each.range() + "."));
            } else if (!own.isEmpty()) {
                words.add(prefix + "on average " + own.getFirst().mean() + " where " + acrossTitle + " is "
                        + own.getFirst().place() + ", and " + own.getLast().mean() + " where it is "
                        + own.getLast().place() + ".");
            }
        }
        return words;
    }

    @Override
    public Numbers numbers() {
        boolean grouped = groups.size() > 1;
        List<String> header = new ArrayList<>();
        if (grouped) {
            header.add("variant");
        }
        header.addAll(List.of(names.isEmpty() ? acrossTitle : "runs of", "runs", "mean", "sd", "lowest", "highest"));
        List<Spread> all = spreads();
        List<List<String>> rows = new ArrayList<>();
        for (Spread each : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            List<String> row = new ArrayList<>();
            if (grouped) {
                row.add(each.group());
            }
            SampleSummary summary = each.summary();
            row.add(each.place());
            row.add(Integer.toString(summary.count()));
            row.add(each.mean());
            row.add(summary.count() < 2 ? "" : Series.number(summary.standardDeviation()));
            row.add(Series.number(summary.quantile(0)));
            row.add(Series.number(summary.quantile(1)));
            rows.add(row);
        }
        return new Numbers(
                header, rows, all.size() > rows.size() ? "the first rows; all runs are in the run's tables" : "");
    }
}
