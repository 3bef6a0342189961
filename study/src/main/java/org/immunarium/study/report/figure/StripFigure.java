package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was the case when: a row for each thing, with a bar for as long as it was so, darker where it was worse.
public final class StripFigure implements Figure {

    private static final double WIDTH = 560;
    private static final double LEFT = 190;
    private static final double RIGHT = 16;
    private static final double TOP = 8;
    private static final double BOTTOM = 42;
    private static final double ROW = 19;
    private static final double BAR = 13;

    /// What is short is still seen.
    private static final double LEAST = 2;

    private static final int TICKS = 6;
    private static final int LONGEST = 30;
    private static final int MOST_ROWS = 200;

    private final String title;
    private final String timeUnit;
    private final double end;
    private final List<Bar> bars;

    /// A bar.
    ///
    /// @param row   whose, `colitis`
    /// @param level what it says, `3+`
    /// @param worse whether it is the darker one
    public record Bar(String row, String level, boolean worse, double from, double to) {}

    /// @param end  of the axis, which begins at 0
    /// @param bars at least one; rows are in the order in which they come first
    public StripFigure(String title, String timeUnit, double end, List<Bar> bars) {
        this.title = title;
        this.timeUnit = timeUnit;
        this.end = end;
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

    private List<String> rows() {
        Set<String> rows = new LinkedHashSet<>();
        bars.forEach(bar -> rows.add(bar.row()));
        return List.copyOf(rows);
    }

    @Override
    public List<Picture> pictures() {
        List<String> rows = rows();
        Axis across = Axis.exact(0, end, TICKS);
        double height = TOP + rows.size() * ROW + BOTTOM;
        double bottom = height - BOTTOM;
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        for (Axis.Tick tick : across.ticks()) {
            svg.line(x(tick.position()), TOP, x(tick.position()), bottom, "grid");
            svg.label(x(tick.position()), bottom + 16, "middle", "tick", tick.label());
        }
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i);
            String cut = name.length() <= LONGEST
                    ? name
                    : name.substring(0, LONGEST - 1).strip() + "…";
            svg.label(LEFT - 8, TOP + i * ROW + ROW / 2 + 4, "end", "tick", cut);
        }
        for (Bar bar : bars) {
            double from = x(across.position(bar.from()));
            double to = Math.max(x(across.position(bar.to())), from + LEAST);
            double top = TOP + rows.indexOf(bar.row()) * ROW + (ROW - BAR) / 2;
            svg.rectangle(from, top, to - from, BAR, style(bar.worse()));
        }
        svg.line(x(0), bottom, x(1), bottom, "axis");
        svg.label(x(0.5), height - 8, "middle", "axis-title", timeUnit.isEmpty() ? "time" : "time [" + timeUnit + "]");
        return List.of(new Picture("linear", svg.end()));
    }

    private static String style(boolean worse) {
        return worse ? "strip worse" : "strip";
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (boolean worse : new boolean[] {false, true}) {
            Set<String> levels = new LinkedHashSet<>();
            bars.stream().filter(bar -> bar.worse() == worse).forEach(bar -> levels.add(bar.level()));
            if (!levels.isEmpty()) {
                html.append(
                                "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 1h34v10h-34z\""
                                        + " class=\"")
                        .append(style(worse))
                        .append("\"/></svg>")
                        .append(Markup.escape(String.join(", ", levels)))
                        .append("</li>");
            }
        }
        return html.append("</ul>").toString();
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (String row : rows()) {
            List<Bar> of = bars.stream().filter(bar -> bar.row().equals(row)).toList();
            Bar worst = of.stream().filter(Bar::worse).findFirst().orElse(of.getFirst());
            words.add(row + ": " + worst.level() + " from " + Series.number(worst.from())
                    + (timeUnit.isEmpty() ? "" : " " + timeUnit) + ".");
        }
        return words;
    }

    @Override
    public Numbers numbers() {
        String unit = timeUnit.isEmpty() ? "" : " [" + timeUnit + "]";
        return new Numbers(
                List.of("what", "how bad", "from" + unit, "to" + unit),
                bars.stream()
                        .limit(MOST_ROWS)
                        .map(bar -> List.of(bar.row(), bar.level(), Series.number(bar.from()), Series.number(bar.to())))
                        .toList(),
                bars.size() > MOST_ROWS ? "the first; all are in the run's tables" : "");
    }
}
