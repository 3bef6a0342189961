package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What arms cost and give beyond the control, a point a draw, with the line of what one is willing to pay: below
/// it an
/// arm is worth its cost.
public final class CostPlaneFigure implements Figure {

    private static final int TICKS = 6;
    private static final double SIZE = 2.2;
    private static final double THOUSAND = 1000;

    /// More points than can be told apart make a page heavy.
    private static final int MOST_POINTS = 500;

    private final String title;
    private final String currency;
    private final double willingness;
    private final List<Cloud> clouds;

    /// An arm.
    ///
    /// @param style   of its points: the same number looks the same in every figure
    /// @param effects more QALYs, one for each draw
    /// @param costs   more cost, likewise
    public record Cloud(String name, int style, double[] effects, double[] costs) {}

    /// @param willingness to pay for a QALY
    /// @param clouds      at least one, each with at least one point
    public CostPlaneFigure(String title, String currency, double willingness, List<Cloud> clouds) {
        this.title = title;
        this.currency = currency;
        this.willingness = willingness;
        this.clouds = List.copyOf(clouds);
    }

    @Override
    public String title() {
        return title;
    }

    /// @param low  of all values and 0
    /// @param high likewise
    private record Range(double low, double high) {

        Range with(double[] values) {
            double least = low;
            double most = high;
            for (double value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Range(least, most);
        }

        Axis axis() {
            return Axis.linear(low, high, TICKS);
        }
    }

    @Override
    public List<Picture> pictures() {
        Range effects = new Range(0, 0);
        Range costs = new Range(0, 0);
        for (Cloud cloud : clouds) {
            effects = effects.with(cloud.effects());
            costs = costs.with(thousands(cloud.costs()));
        }
        Axis across = effects.axis();
        Axis up = costs.axis();
        Frame frame = new Frame(
                title + ". " + String.join(" ", inWords()),
                across,
                up,
                "QALYs more",
                "cost more [thousand " + currency + "]",
                0);
        Svg svg = frame.svg();
        svg.line(Frame.x(across.position(0)), frame.y(0), Frame.x(across.position(0)), frame.y(1), "axis");
        svg.line(Frame.x(0), frame.y(up.position(0)), Frame.x(1), frame.y(up.position(0)), "axis");
        line(frame, across, up, effects);
        for (Cloud cloud : clouds) {
            points(frame, across, up, cloud);
        }
        return List.of(new Picture("linear", svg.end()));
    }

    private static double[] thousands(double[] costs) {
        return Arrays.stream(costs).map(cost -> cost / THOUSAND).toArray();
    }

    /// What one is willing to pay, as far as it is within the plot.
    private void line(Frame frame, Axis across, Axis up, Range effects) {
        double from = inside(up, effects.low());
        double to = inside(up, effects.high());
        frame.svg()
                .line(
                        Frame.x(across.position(from)),
                        frame.y(up.position(from * willingness / THOUSAND)),
                        Frame.x(across.position(to)),
                        frame.y(up.position(to * willingness / THOUSAND)),
                        "limit");
    }

    /// The effect nearest to one at which the line does not leave the plot.
    private double inside(Axis up, double effect) {
        double position = up.position(effect * willingness / THOUSAND);
        double zero = up.position(0);
        if (position < 0) {
            return effect * zero / (zero - position);
        }
        return position > 1 ? effect * (1 - zero) / (position - zero) : effect;
    }

    private static void points(Frame frame, Axis across, Axis up, Cloud cloud) {
        StringBuilder path = new StringBuilder();
        int every = Math.max(1, (cloud.costs().length + MOST_POINTS - 1) / MOST_POINTS);
        for (int i = 0; i < cloud.costs().length; i += every) {
            path.append('M')
                    .append(Svg.number(Frame.x(across.position(cloud.effects()[i])) - SIZE / 2))
                    .append(' ')
                    .append(Svg.number(frame.y(up.position(cloud.costs()[i] / THOUSAND))))
                    .append('h')
                    .append(Svg.number(SIZE));
        }
        frame.svg().path(path.toString(), "curve c" + cloud.style() % Style.COUNT);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (Cloud cloud : clouds) {
            html.append("<li>")
                    .append(Style.sample(cloud.style() % Style.COUNT))
                    .append(Markup.escape(cloud.name()))
                    .append("</li>");
        }
        return html.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 6h34\""
                        + " class=\"limit\"/></svg>")
                .append(Markup.escape(AcceptabilityFigure.money(willingness) + " " + currency + " a QALY"))
                .append("</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        List<String> said = new ArrayList<>();
        for (Cloud cloud : clouds) {
            int worth = 0;
            for (int i = 0; i < cloud.costs().length; i++) {
                worth += willingness * cloud.effects()[i] > cloud.costs()[i] ? 1 : 0;
            }
            said.add(cloud.name() + ": worth its cost in " + worth + " of " + cloud.costs().length + " draws.");
        }
        return said;
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (Cloud cloud : clouds) {
            int every = Math.max(1, cloud.costs().length / 20);
            for (int i = 0; i < cloud.costs().length; i += every) {
                rows.add(List.of(cloud.name(), Series.number(cloud.effects()[i]), Series.number(cloud.costs()[i])));
            }
        }
        return new Numbers(
                List.of("arm", "QALYs more", "cost more [" + currency + "]"),
                rows,
                "some of the draws; all are in the run's tables");
    }
}
