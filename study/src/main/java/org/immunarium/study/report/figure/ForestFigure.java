package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Hazard ratios with their intervals in groups of patients, one below the other, on a logarithmic axis.
public final class ForestFigure implements Figure {

    private static final double WIDTH = 680;
    private static final double LEFT = 244;
    private static final double RIGHT = 180;
    private static final double TOP = 24;
    private static final double BOTTOM = 50;
    private static final double ROW = 17;
    private static final double SIDE = 7;
    private static final double ARROW = 4;

    /// Where columns of words stand.
    private static final double ARM = 178;

    private static final double CONTROL = 232;
    private static final double RATIO = 8;
    private static final double P = 128;
    private static final double INDENT = 12;
    private static final int LONGEST = 22;

    /// What is beyond is cut, with an arrow.
    private static final double LEAST = 0.1;

    private static final double MOST = 10;
    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10};

    private final String title;
    private final String arm;
    private final String control;
    private final List<Group> groups;

    /// What patients differ in.
    ///
    /// @param p of the interaction; NaN without one
    public record Group(String name, double p, List<Row> rows) {}

    /// Patients of a level.
    ///
    /// @param name          of the level; empty where the group has one only
    /// @param patients      of the arm
    /// @param events        of these
    /// @param others        of the control
    /// @param controlEvents of these
    /// @param ratio         below 1 in favour of the arm; NaN without one
    public record Row(
            String name,
            int patients,
            int events,
            int others,
            int controlEvents,
            double ratio,
            double lower,
            double upper) {

        private String armCounts() {
            return events + "/" + patients;
        }

        private String controlCounts() {
            return controlEvents + "/" + others;
        }

        private String inWords() {
            return Double.isNaN(ratio)
                    ? "too few events"
                    : String.format(
                            Locale.ROOT,
                            "%.2f (%.2f–%s)",
                            ratio,
                            lower,
                            upper < 100 ? String.format(Locale.ROOT, "%.2f", upper) : "above 100");
        }
    }

    /// @param arm     whose hazard is in the numerator
    /// @param control the other
    /// @param groups  at least one
    public ForestFigure(String title, String arm, String control, List<Group> groups) {
        this.title = title;
        this.arm = arm;
        this.control = control;
        this.groups = List.copyOf(groups);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    private int lines() {
        return groups.stream()
                .mapToInt(group -> group.rows().size() + (isSingle(group) ? 0 : 1))
                .sum();
    }

    private static boolean isSingle(Group group) {
        return group.rows().size() == 1;
    }

    @Override
    public List<Picture> pictures() {
        Axis axis = Axis.logarithmic(LEAST, MOST, TICKS.length);
        double height = TOP + lines() * ROW + BOTTOM;
        double bottom = height - BOTTOM;
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        svg.label(ARM, TOP - 10, "end", "axis-title", "arm");
        svg.label(CONTROL, TOP - 10, "end", "axis-title", "control");
        svg.label(WIDTH - RIGHT + RATIO, TOP - 10, "start", "axis-title", "hazard ratio (95 %)");
        svg.label(WIDTH - RIGHT + RATIO + P, TOP - 10, "start", "axis-title", "p");
        for (double tick : TICKS) {
            double at = x(axis.position(tick));
            svg.line(at, TOP, at, bottom, "grid");
            svg.label(at, bottom + 15, "middle", "tick", Series.number(tick));
        }
        svg.line(x(axis.position(1)), TOP, x(axis.position(1)), bottom, "axis");
        svg.label(x(0.5) - SIDE, bottom + 32, "end", "axis-title", "← arm better");
        svg.label(x(0.5) + SIDE, bottom + 32, "start", "axis-title", "control better →");
        double y = TOP + ROW / 2;
        for (Group group : groups) {
            if (!isSingle(group)) {
                svg.label(4, y + 4, "start", "tick", cut(group.name()));
                if (!Double.isNaN(group.p())) {
                    svg.label(WIDTH - RIGHT + RATIO + P, y + 4, "start", "tick", p(group.p()));
                }
                y += ROW;
            }
            for (Row row : group.rows()) {
                double indent = isSingle(group) ? 4 : 4 + INDENT;
                svg.label(indent, y + 4, "start", "tick", cut(isSingle(group) ? group.name() : row.name()));
                svg.label(ARM, y + 4, "end", "tick", row.armCounts());
                svg.label(CONTROL, y + 4, "end", "tick", row.controlCounts());
                svg.label(WIDTH - RIGHT + RATIO, y + 4, "start", "tick", row.inWords());
                interval(svg, axis, row, y);
                y += ROW;
            }
        }
        return List.of(new Picture("logarithmic", svg.end()));
    }

    private static void interval(Svg svg, Axis axis, Row row, double y) {
        if (Double.isNaN(row.ratio())) {
            return;
        }
        double low = x(axis.position(Math.clamp(row.lower(), LEAST, MOST)));
        double high = x(axis.position(Math.clamp(row.upper(), LEAST, MOST)));
        svg.line(low, y, high, y, "ink");
        if (row.lower() < LEAST) {
            svg.path(
                    "M" + point(low + ARROW, y - ARROW) + "L" + point(low, y) + "L" + point(low + ARROW, y + ARROW),
                    "arrow");
        }
        if (row.upper() > MOST) {
            svg.path(
                    "M" + point(high - ARROW, y - ARROW) + "L" + point(high, y) + "L" + point(high - ARROW, y + ARROW),
                    "arrow");
        }
        if (row.ratio() >= LEAST && row.ratio() <= MOST) {
            double at = x(axis.position(row.ratio()));
            svg.rectangle(at - SIDE / 2, y - SIDE / 2, SIDE, SIDE, "dose d0");
        }
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public String legend() {
        return "<ul class=\"legend\"><li>arm: " + Markup.escape(arm) + "; control: " + Markup.escape(control)
                + "; events/patients; p of the interaction</li></ul>";
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (Group group : groups) {
            for (Row row : group.rows()) {
                words.add(group.name()
                        + (row.name().isEmpty() ? "" : " " + row.name())
                        + (Double.isNaN(row.ratio()) ? ": " : ": hazard ratio ")
                        + row.inWords()
                        + ".");
            }
        }
        return words;
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : groups) {
            for (Row row : group.rows()) {
                rows.add(List.of(
                        group.name(),
                        row.name(),
                        row.armCounts(),
                        row.controlCounts(),
                        row.inWords(),
                        Double.isNaN(group.p()) ? "" : p(group.p())));
            }
        }
        return new Numbers(
                List.of(
                        "subgroup",
                        "level",
                        arm + ", events/patients",
                        control + ", events/patients",
                        "hazard ratio",
                        "p of the interaction"),
                rows,
                "");
    }
}
