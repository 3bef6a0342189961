package org.immunarium.study.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// How the sum of target lesions changes from visit to visit, a line a patient, with the first response and the
/// first progression marked; of a group of many patients thin lines of one colour, with progression marked alone.
public final class SpiderFigure implements Figure {

    private static final int TIME_TICKS = 6;
    private static final int VALUE_TICKS = 6;

    /// A tumour that grows without end would leave no room for what shrinks, in %.
    private static final double HIGHEST = 150;

    /// So that groups can be compared.
    private static final double OF_GROUPS = 100;

    private static final int MOST_ROWS = 200;
    private static final double RESPONSE = -30;
    private static final double PROGRESSION = 20;

    private final String title;
    private final String timeUnit;
    private final List<Line> lines;

    /// The style of all lines of a group; empty where each has its own.
    private final OptionalInt group;

    /// Of the axis of time.
    private final double end;

    /// A patient's visits, baseline first.
    ///
    /// @param name      may be empty where it is the only one
    /// @param times     of the visits
    /// @param changes   of the sum since baseline, in %; NaN where it was not measured
    /// @param responses `PR`; empty at baseline
    public record Line(String name, double[] times, double[] changes, List<String> responses) {

        /// The first visit at which it was said, -1 where it never was.
        int first(String... said) {
            for (int i = 0; i < responses.size(); i++) {
                if (List.of(said).contains(responses.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        int firstResponse() {
            int response = first("CR", "PR");
            int progression = first("PD");
            return progression >= 0 && progression < response ? -1 : response;
        }
    }

    /// @param lines at least one, each with at least one visit
    public SpiderFigure(String title, String timeUnit, List<Line> lines) {
        this(
                title,
                timeUnit,
                lines,
                OptionalInt.empty(),
                lines.stream()
                        .mapToDouble(line -> line.times()[line.times().length - 1])
                        .max()
                        .orElse(1));
    }

    private SpiderFigure(String title, String timeUnit, List<Line> lines, OptionalInt group, double end) {
        this.title = title;
        this.timeUnit = timeUnit;
        this.lines = List.copyOf(lines);
        this.group = group;
        this.end = end;
    }

    /// Of a group of patients.
    ///
    /// @param style of all lines: the same number looks the same in every figure
    /// @param end   of the axis of time, so that groups can be compared
    /// @param lines at least one, each with at least one visit
    public static SpiderFigure ofGroup(String title, String timeUnit, int style, double end, List<Line> lines) {
        return new SpiderFigure(title, timeUnit, lines, OptionalInt.of(style % Style.COUNT), end);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Picture> pictures() {
        double high = group.isPresent() ? OF_GROUPS : Math.clamp(largest(), PROGRESSION, HIGHEST);
        Axis across = Axis.exact(0, end, TIME_TICKS);
        Axis up = Axis.linear(-100, high, VALUE_TICKS);
        String time = timeUnit.isEmpty() ? "time" : "time [" + timeUnit + "]";
        Frame frame = new Frame(
                title + ". " + String.join(" ", inWords()), across, up, time, "change of the sum of diameters [%]", 0);
        for (double limit : new double[] {RESPONSE, PROGRESSION}) {
            double y = frame.y(up.position(limit));
            frame.svg().line(Frame.x(0), y, Frame.x(1), y, "limit");
        }
        for (int i = 0; i < lines.size(); i++) {
            draw(frame, i, across, up);
        }
        return List.of(new Picture("linear", frame.svg().end()));
    }

    private double largest() {
        double largest = 0;
        for (Line line : lines) {
            for (double change : line.changes()) {
                largest = change > largest ? change : largest;
            }
        }
        return largest;
    }

    private void draw(Frame frame, int index, Axis across, Axis up) {
        Line line = lines.get(index);
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < line.times().length; i++) {
            double position = up.position(line.changes()[i]);
            if (Double.isNaN(position)) {
                continue;
            }
            if (pen || position <= 1) {
                path.append(pen ? 'L' : 'M').append(at(frame, across, up, line, i));
            }
            // A line that leaves the frame comes back into it or ends.
            pen = position <= 1;
        }
        if (group.isPresent()) {
            frame.svg().path(path.toString(), "curve thin c" + group.getAsInt());
            dot(frame, across, up, line, line.first("PD"));
            return;
        }
        frame.svg().path(path.toString(), "curve c" + index % Style.COUNT);
        for (int i = 0; i < line.times().length; i++) {
            double position = up.position(line.changes()[i]);
            if (position <= 1) {
                frame.svg()
                        .path(
                                Style.marker(index, Frame.x(across.position(line.times()[i])), frame.y(position)),
                                "marker c" + index % Style.COUNT);
            }
        }
        mark(frame, across, up, line, line.firstResponse());
        mark(frame, across, up, line, line.first("PD"));
    }

    private void dot(Frame frame, Axis across, Axis up, Line line, int visit) {
        if (visit >= 0 && !Double.isNaN(line.changes()[visit])) {
            double x = Frame.x(across.position(line.times()[visit]));
            double y = frame.y(Math.clamp(up.position(line.changes()[visit]), 0, 1));
            frame.svg().path(Style.dot(x, y), "dot d" + group.getAsInt());
        }
    }

    private static String at(Frame frame, Axis across, Axis up, Line line, int i) {
        return Svg.number(Frame.x(across.position(line.times()[i]))) + " "
                + Svg.number(frame.y(Math.clamp(up.position(line.changes()[i]), 0, 1.02)));
    }

    private static void mark(Frame frame, Axis across, Axis up, Line line, int visit) {
        if (visit >= 0 && !Double.isNaN(line.changes()[visit])) {
            double x = Frame.x(across.position(line.times()[visit]));
            double y = frame.y(Math.clamp(up.position(line.changes()[visit]), 0, 1));
            frame.svg()
                    .label(
                            x,
                            Math.max(y - 7, 12),
                            "middle",
                            "tick",
                            line.responses().get(visit));
        }
    }

    @Override
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        group.ifPresent(
                style -> html.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"")
                        .append(Style.dot(18, 6))
                        .append("\" class=\"dot d")
                        .append(style)
                        .append("\"/></svg>progression, after which no more is drawn</li>"));
        for (int i = 0; i < lines.size() && group.isEmpty(); i++) {
            if (lines.size() > 1 || !lines.get(i).name().isEmpty()) {
                html.append("<li>")
                        .append(Style.sample(i % Style.COUNT))
                        .append(Markup.escape(lines.get(i).name()))
                        .append("</li>");
            }
        }
        return html.append("<li><svg class=\"sample\" viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path d=\"M1 6h34\""
                        + " class=\"limit\"/></svg>−30 %, +20 %</li></ul>")
                .toString();
    }

    @Override
    public List<String> inWords() {
        if (group.isPresent()) {
            return List.of(lines.size() + " patients: "
                    + lines.stream().filter(line -> line.firstResponse() >= 0).count() + " with a response, "
                    + lines.stream().filter(line -> line.first("PD") >= 0).count() + " with progression.");
        }
        return lines.stream().map(this::inWords).toList();
    }

    private String inWords(Line line) {
        int response = line.firstResponse();
        int progression = line.first("PD");
        String who = line.name().isEmpty() ? "" : line.name() + ": ";
        String unit = timeUnit.isEmpty() ? "" : " " + timeUnit;
        List<String> said = new ArrayList<>();
        if (response >= 0) {
            said.add("response (" + line.responses().get(response) + ") at " + Series.number(line.times()[response])
                    + unit);
        }
        int complete = line.first("CR");
        if (complete > response && (progression < 0 || complete < progression)) {
            said.add("complete (CR) at " + Series.number(line.times()[complete]) + unit);
        }
        said.add(
                progression >= 0
                        ? "progression at " + Series.number(line.times()[progression]) + unit
                        : "no progression");
        return who + String.join(", ", said) + ".";
    }

    @Override
    public Numbers numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : lines) {
            for (int i = 0; i < line.times().length; i++) {
                rows.add(List.of(
                        line.name(),
                        Series.number(line.times()[i]),
                        Double.isNaN(line.changes()[i]) ? "" : Series.number(line.changes()[i]),
                        Objects.requireNonNullElse(line.responses().get(i), "")));
            }
        }
        return new Numbers(
                List.of("patient", timeUnit.isEmpty() ? "time" : "time [" + timeUnit + "]", "change [%]", "response"),
                rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                rows.size() > MOST_ROWS ? "the first; all are in the run's tables" : "");
    }
}
