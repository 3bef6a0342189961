package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What share of each arm had which side effect: a bar an arm, of any grade, and darker of grade 3 and worse.
public final class ToxicityFigure implements Figure {

    private static final double WIDTH = 600;
    private static final double LEFT = 190;
    private static final double RIGHT = 24;
    private static final double TOP = 8;
    private static final double BOTTOM = 42;
    private static final double BAR = 9;
    private static final double GAP = 8;
    private static final double LIGHT = 0.35;
    private static final int TICKS = 6;
    private static final int LONGEST = 30;

    private final String title;
    private final List<String> arms;
    private final List<Row> rows;
    private final List<String> none;

    /// A side effect.
    ///
    /// @param any    the share of each arm that had it, in %
    /// @param severe likewise of grade 3 and worse
    public record Row(String name, double[] any, double[] severe) {

        private double largest() {
            double largest = 0;
            for (double each : any) {
                largest = each > largest ? each : largest;
            }
            return largest;
        }
    }

    /// @param rows at least one, in the order in which they stand; what nobody had is named below
    public ToxicityFigure(String title, List<String> arms, List<Row> rows) {
        this.title = title;
        this.arms = List.copyOf(arms);
        this.rows = rows.stream().filter(row -> row.largest() > 0).toList();
        none = rows.stream().filter(row -> !(row.largest() > 0)).map(Row::name).toList();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public List<Picture> pictures() {
        Axis across =
                Axis.linear(0, rows.stream().mapToDouble(Row::largest).max().orElse(1), TICKS);
        double step = BAR * arms.size() + GAP;
        double height = TOP + rows.size() * step + BOTTOM;
        double bottom = height - BOTTOM;
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        for (Axis.Tick tick : across.ticks()) {
            svg.line(x(tick.position()), TOP, x(tick.position()), bottom, "grid");
            svg.label(x(tick.position()), bottom + 16, "middle", "tick", tick.label());
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double top = TOP + i * step + GAP / 2;
            String name = row.name();
            svg.label(
                    LEFT - 8,
                    top + BAR * arms.size() / 2 + 4,
                    "end",
                    "tick",
                    name.length() <= LONGEST
                            ? name
                            : name.substring(0, LONGEST - 1).strip() + "…");
            for (int arm = 0; arm < arms.size(); arm++) {
                String style = "dose d" + arm % Style.COUNT;
                double y = top + arm * BAR + 0.5;
                svg.shade(x(0), y, width(across, row.any()[arm]), BAR - 1, LIGHT, style);
                svg.shade(x(0), y, width(across, row.severe()[arm]), BAR - 1, 1, style);
            }
        }
        svg.line(x(0), TOP, x(0), bottom, "axis");
        svg.label(x(0.5), height - 8, "middle", "axis-title", "patients with it [%]");
        return List.of(new Picture("linear", svg.end()));
    }

    private static double width(Axis across, double share) {
        return Double.isNaN(share) ? 0 : x(across.position(share)) - x(0);
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < arms.size(); i++) {
            html.append(
                            "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 1h34v10h-34z\""
                                    + " fill-opacity=\"0.35\" class=\"dose d")
                    .append(i % Style.COUNT)
                    .append("\"/><path d=\"M1 1h14v10h-14z\" class=\"dose d")
                    .append(i % Style.COUNT)
                    .append("\"/></svg>")
                    .append(Markup.escape(arms.get(i)))
                    .append("</li>");
        }
        return html.append("<li>pale: any grade; full: grade 3 and worse</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            List<String> shares = new ArrayList<>();
            for (int arm = 0; arm < arms.size(); arm++) {
                shares.add(arms.get(arm) + " " + percent(row.any()[arm]) + ", of grade 3 and worse "
                        + percent(row.severe()[arm]));
            }
            words.add(row.name() + ": " + String.join("; ", shares) + ".");
        }
        if (!none.isEmpty()) {
            words.add("Nobody had " + none.stream().collect(Collectors.joining(", ")) + ".");
        }
        return words;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "of nobody" : String.format(Locale.ROOT, "%.1f %%", share);
    }

    @Override
    public Numbers numbers() {
        List<String> header = new ArrayList<>(List.of("side effect"));
        arms.forEach(arm -> header.addAll(List.of(arm + ", any grade [%]", arm + ", 3+ [%]")));
        List<List<String>> all = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            for (int arm = 0; arm < arms.size(); arm++) {
                for (double share : new double[] {row.any()[arm], row.severe()[arm]}) {
                    cells.add(Double.isNaN(share) ? "" : Series.number(share));
                }
            }
            all.add(cells);
        }
        return new Numbers(header, all, none.isEmpty() ? "" : "nobody had " + String.join(", ", none));
    }
}
