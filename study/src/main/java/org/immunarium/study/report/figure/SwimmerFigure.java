package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A lane a patient: how long treatment went on, how long the patient was followed, and what happened when.
public final class SwimmerFigure implements Figure {

    private static final double WIDTH = 600;
    private static final double LEFT = 44;
    private static final double RIGHT = 16;
    private static final double TOP = 8;
    private static final double BOTTOM = 42;
    private static final double LANE = 11;
    private static final double BAR = 5;
    private static final double GAP = 6;
    private static final double ARROW = 4;
    private static final int TICKS = 7;

    private final String title;
    private final String timeUnit;
    private final List<String> arms;
    private final List<Lane> lanes;

    /// A patient; times are from coming into the trial.
    ///
    /// @param treated  until the last dose; empty without one
    /// @param response the first
    /// @param nextLine when what is given after progression began
    /// @param followed until when the patient was
    /// @param died     whether that was death
    public record Lane(
            String patient,
            int arm,
            Optional<Double> treated,
            Optional<Double> response,
            Optional<Double> progression,
            Optional<Double> nextLine,
            double followed,
            boolean died) {}

    /// What is marked in a lane, and by which of the markers.
    private enum Mark {
        RESPONSE("response", 4),
        PROGRESSION("progression", 2),
        NEXT_LINE("next line of treatment", 3),
        DEATH("death", 5);

        private final String words;
        private final int marker;

        Mark(String words, int marker) {
            this.words = words;
            this.marker = marker;
        }
    }

    /// @param arms  whose places lanes have
    /// @param lanes at least one, those of an arm together
    public SwimmerFigure(String title, String timeUnit, List<String> arms, List<Lane> lanes) {
        this.title = title;
        this.timeUnit = timeUnit;
        this.arms = List.copyOf(arms);
        this.lanes = List.copyOf(lanes);
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
                Axis.exact(0, lanes.stream().mapToDouble(Lane::followed).max().orElse(1), TICKS);
        long groups = lanes.stream().mapToInt(Lane::arm).distinct().count();
        double height = TOP + lanes.size() * LANE + (groups - 1) * GAP + BOTTOM;
        double bottom = height - BOTTOM;
        Svg svg = new Svg(WIDTH, height, title + ". " + String.join(" ", inWords()));
        for (Axis.Tick tick : across.ticks()) {
            svg.line(x(tick.position()), TOP, x(tick.position()), bottom, "grid");
            svg.label(x(tick.position()), bottom + 16, "middle", "tick", tick.label());
        }
        double top = TOP;
        for (int i = 0; i < lanes.size(); i++) {
            top += i > 0 && lanes.get(i).arm() != lanes.get(i - 1).arm() ? GAP : 0;
            draw(svg, across, lanes.get(i), top + LANE / 2);
            top += LANE;
        }
        svg.line(x(0), TOP, x(0), bottom, "axis");
        svg.line(x(0), bottom, x(1), bottom, "axis");
        svg.label(x(0.5), height - 8, "middle", "axis-title", "time [" + timeUnit + "]");
        return List.of(new Picture("linear", svg.end()));
    }

    private static void draw(Svg svg, Axis across, Lane lane, double y) {
        double end = x(across.position(lane.followed()));
        svg.label(LEFT - 6, y + 3, "end", "lane", lane.patient());
        svg.line(x(0), y, end, y, "axis");
        lane.treated()
                .ifPresent(until -> svg.rectangle(
                        x(0),
                        y - BAR / 2,
                        Math.max(1.5, x(across.position(until)) - x(0)),
                        BAR,
                        "dose d" + lane.arm() % Style.COUNT));
        lane.progression().ifPresent(time -> mark(svg, Mark.PROGRESSION, x(across.position(time)), y));
        lane.nextLine().ifPresent(time -> mark(svg, Mark.NEXT_LINE, x(across.position(time)), y));
        lane.response().ifPresent(time -> mark(svg, Mark.RESPONSE, x(across.position(time)), y));
        if (lane.died()) {
            mark(svg, Mark.DEATH, end, y);
        } else {
            svg.path(arrow(end, y), "arrow");
        }
    }

    private static String arrow(double x, double y) {
        return "M" + Svg.number(x) + " " + Svg.number(y - ARROW) + "l" + ARROW + " " + ARROW + "l" + -ARROW + " "
                + ARROW;
    }

    private static void mark(Svg svg, Mark mark, double x, double y) {
        svg.path(Style.marker(mark.marker, x, y), "happened");
    }

    private static double x(double fraction) {
        return LEFT + fraction * (WIDTH - LEFT - RIGHT);
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int i = 0; i < arms.size(); i++) {
            html.append(
                            "<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 3h34v6h-34z\""
                                    + " class=\"dose d")
                    .append(i % Style.COUNT)
                    .append("\"/></svg>treated, ")
                    .append(Markup.escape(arms.get(i)))
                    .append("</li>");
        }
        for (Mark mark : Mark.values()) {
            html.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"")
                    .append(Style.marker(mark.marker, 18, 6))
                    .append("\" class=\"happened\"/></svg>")
                    .append(mark.words)
                    .append("</li>");
        }
        return html.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"")
                .append(arrow(18, 6))
                .append("\" class=\"arrow\"/></svg>alive when last seen</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            int arm = i;
            List<Lane> own = lanes.stream().filter(lane -> lane.arm() == arm).toList();
            words.add(arms.get(i) + ", " + own.size() + " drawn: "
                    + own.stream().filter(lane -> lane.response().isPresent()).count() + " with a response, "
                    + own.stream()
                            .filter(lane -> lane.progression().isPresent())
                            .count() + " with progression, "
                    + own.stream().filter(Lane::died).count() + " died.");
        }
        return words;
    }

    @Override
    public Numbers numbers() {
        String unit = " [" + timeUnit + "]";
        return new Numbers(
                List.of(
                        "patient",
                        "arm",
                        "treated until" + unit,
                        "response" + unit,
                        "progression" + unit,
                        "next line" + unit,
                        "followed until" + unit,
                        "died"),
                lanes.stream()
                        .map(lane -> List.of(
                                lane.patient(),
                                arms.get(lane.arm()),
                                number(lane.treated()),
                                number(lane.response()),
                                number(lane.progression()),
                                number(lane.nextLine()),
                                Series.number(lane.followed()),
                                lane.died() ? "yes" : "no"))
                        .toList(),
                "patients that are drawn; all are in the run's tables");
    }

    private static String number(Optional<Double> time) {
        return time.map(Series::number).orElse("");
    }
}
