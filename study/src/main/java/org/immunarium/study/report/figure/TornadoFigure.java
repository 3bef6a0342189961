package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What several things do to one: a bar to the left or to the right for each, the strongest on top, with the
/// interval of its end. With more than one kind of bar, they stand below each other.
public final class TornadoFigure implements Figure {

    private static final int MOST_ROWS = 30;
    private static final double WIDTH = 560;
    private static final double LEFT = 170;
    private static final double RIGHT = 16;
    private static final double TOP = 10;
    private static final double BOTTOM = 42;
    private static final double BAR = 13;
    private static final double GAP = 8;
    private static final double CAP = 3;
    private static final int TICKS = 6;
    private static final int LONGEST = 26;
    private static final int MOST_IN_WORDS = 3;

    private final String title;
    private final List<String> names;
    private final List<Bars> bars;

    /// A bar for each name.
    ///
    /// @param name   of the kind
    /// @param values NaN where there is none
    /// @param low    of the intervals
    /// @param high   likewise
    public record Bars(String name, double[] values, double[] low, double[] high) {}

    /// @param names the strongest first
    /// @param bars  one or two kinds, each with as many values as there are names
    public TornadoFigure(String title, List<String> names, List<Bars> bars) {
        this.title = title;
        this.names = List.copyOf(names);
        this.bars = List.copyOf(bars);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    private int rows() {
        return Math.min(MOST_ROWS, names.size());
    }

    private double row() {
        return BAR * bars.size() + GAP;
    }

    /// Where an axis from the least to the most of all bars and intervals has its places.
    private Axis axis() {
        double[] all = bars.stream()
                .flatMapToDouble(each -> IntStream.range(0, rows())
                        .mapToObj(i -> DoubleStream.of(each.values()[i], each.low()[i], each.high()[i]))
                        .flatMapToDouble(values -> values))
                .filter(Double::isFinite)
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(0);
        return Axis.linear(Math.min(0, least), Math.max(0, most), TICKS);
    }

    @Override
    public List<Picture> pictures() {
        Axis axis = axis();
        double height = TOP + rows() * row() + BOTTOM;
        double bottom = height - BOTTOM;
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        for (Axis.Tick tick : axis.ticks()) {
            svg.line(x(tick.position()), TOP, x(tick.position()), bottom, "grid");
            svg.label(x(tick.position()), bottom + 16, "middle", "tick", tick.label());
        }
        for (int i = 0; i < rows(); i++) {
            double top = TOP + i * row() + GAP / 2;
            String name = names.get(i);
            String cut = name.length() <= LONGEST
                    ? name
                    : name.substring(0, LONGEST - 1).strip() + "…";
            svg.label(LEFT - 8, top + BAR * bars.size() / 2 + 4, "end", "tick", cut);
            for (int b = 0; b < bars.size(); b++) {
                bar(svg, axis, bars.get(b), i, top + b * BAR, b);
            }
        }
        svg.line(x(axis.position(0)), TOP, x(axis.position(0)), bottom, "axis");
        svg.label(
                x(0.5),
                height - 8,
                "middle",
                "axis-title",
                bars.stream().map(Bars::name).collect(Collectors.joining(", ")));
        return List.of(new Picture("linear", svg.end()));
    }

    private static void bar(Svg svg, Axis axis, Bars bars, int i, double top, int style) {
        double value = bars.values()[i];
        if (!Double.isFinite(value)) {
            return;
        }
        double zero = x(axis.position(0));
        double end = x(axis.position(value));
        svg.rectangle(Math.min(zero, end), top + 1, Math.abs(end - zero), BAR - 2, "bar c" + style + " d" + style);
        if (Double.isFinite(bars.low()[i]) && Double.isFinite(bars.high()[i])) {
            double middle = top + BAR / 2;
            double low = x(axis.position(bars.low()[i]));
            double high = x(axis.position(bars.high()[i]));
            svg.line(low, middle, high, middle, "ink");
            svg.line(low, middle - CAP, low, middle + CAP, "ink");
            svg.line(high, middle - CAP, high, middle + CAP, "ink");
        }
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public String legend() {
        if (bars.size() == 1) {
            return "";
        }
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
        for (int b = 0; b < bars.size(); b++) {
            legend.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\""
                            + " width=\"34\" height=\"10\" class=\"bar c")
                    .append(b)
                    .append(" d")
                    .append(b)
                    .append("\"/></svg>")
                    .append(Markup.escape(bars.get(b).name()))
                    .append("</li>");
        }
        return legend.append("</ul>").toString();
    }

    @Override
    public List<String> inWords() {
        Bars first = bars.getFirst();
        return List.of("By " + first.name() + " the strongest: "
                + IntStream.range(0, Math.min(MOST_IN_WORDS, names.size()))
                        .filter(i -> Double.isFinite(first.values()[i]))
                        .mapToObj(i -> names.get(i) + ", " + Series.number(first.values()[i]))
                        .collect(Collectors.joining("; "))
                + ".");
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of("name"));
        bars.forEach(each -> header.addAll(List.of(each.name(), each.name() + " low", each.name() + " high")));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < rows(); i++) {
            List<String> row = new ArrayList<>(List.of(names.get(i)));
            for (Bars each : bars) {
                for (double value : new double[] {each.values()[i], each.low()[i], each.high()[i]}) {
                    row.add(Double.isFinite(value) ? Series.number(value) : "");
                }
            }
            rows.add(row);
        }
        return new Numbers(
                header, rows, rows.size() < names.size() ? "the strongest; all are in the run's tables" : "");
    }
}
