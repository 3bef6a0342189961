package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The best change of each patient's sum of diameters, the worst first, a colour an arm.
public final class WaterfallFigure implements Figure {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 280;
    private static final double LEFT = 58;
    private static final double RIGHT = 10;
    private static final double TOP = 12;
    private static final double BOTTOM = 26;
    private static final double HIGHEST = 100;
    private static final double LOWEST = -100;
    private static final int TICKS = 6;
    private static final int MOST_ROWS = 100;

    private final String title;
    private final List<String> arms;
    private final List<Bar> bars;

    /// A patient.
    ///
    /// @param change   in %
    /// @param response `PR`
    public record Bar(String patient, int arm, double change, String response) {}

    /// @param bars those of patients without a change are left out
    public WaterfallFigure(String title, List<String> arms, List<Bar> bars) {
        this.title = title;
        this.arms = List.copyOf(arms);
        this.bars = bars.stream()
                .filter(bar -> !Double.isNaN(bar.change()))
                .sorted(Comparator.comparingDouble(Bar::change).reversed())
                .toList();
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
        Axis up = Axis.linear(LOWEST, HIGHEST, TICKS);
        Svg svg = new Svg(WIDTH, HEIGHT, title + ". " + String.join(" ", inWords()));
        for (Axis.Tick tick : up.ticks()) {
            double y = y(tick.position());
            svg.line(LEFT, y, WIDTH - RIGHT, y, "grid");
            svg.label(LEFT - 6, y + 4, "end", "tick", tick.label());
        }
        double width = (WIDTH - LEFT - RIGHT) / Math.max(1, bars.size());
        double zero = y(up.position(0));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double end = y(up.position(Math.clamp(bar.change(), LOWEST, HIGHEST)));
            svg.rectangle(
                    LEFT + i * width,
                    Math.min(zero, end),
                    Math.max(0.4, width * 0.9),
                    Math.abs(end - zero),
                    "dose d" + bar.arm() % Style.COUNT);
        }
        svg.line(LEFT, zero, WIDTH - RIGHT, zero, "axis");
        double response = y(up.position(-30));
        svg.line(LEFT, response, WIDTH - RIGHT, response, "limit");
        svg.sideways(12, HEIGHT / 2, "best change [%]");
        svg.label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", "axis-title", bars.size() + " patients");
        return List.of(new Picture("linear", svg.end()));
    }

    private static double y(double fraction) {
        return TOP + (1 - fraction) * (HEIGHT - TOP - BOTTOM);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < arms.size(); i++) {
            html.append(
                            "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 1h34v10h-34z\""
                                    + " class=\"dose d")
                    .append(i % Style.COUNT)
                    .append("\"/></svg>")
                    .append(Markup.escape(arms.get(i)))
                    .append("</li>");
        }
        return html.append("<li>−30 %: a response; changes above 100 % are cut</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            int place = arm;
            List<Bar> own = bars.stream().filter(bar -> bar.arm() == place).toList();
            long shrunk = own.stream().filter(bar -> bar.change() <= -30).count();
            words.add(arms.get(arm) + ": " + shrunk + " of " + own.size() + " shrank by 30 % or more.");
        }
        return words;
    }

    @Override
    public Numbers numbers() {
        return new Numbers(
                List.of("patient", "arm", "best change [%]", "best response"),
                bars.stream()
                        .limit(MOST_ROWS)
                        .map(bar -> List.of(
                                bar.patient(), arms.get(bar.arm()), Series.number(bar.change()), bar.response()))
                        .toList(),
                bars.size() > MOST_ROWS ? "the first; all are in the run's tables" : "");
    }
}
