package org.immunarium.study.patient.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Table;
import org.immunarium.study.EventsTable;
import org.immunarium.study.patient.Outcomes;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.SpiderFigure;
import org.immunarium.study.report.figure.StripFigure;

/// Figures of what a clinic sees: responses at visits, and side effects with what care did.
final class OutcomeFigures {

    private static final String SEVERE = "3+";

    private OutcomeFigures() {}

    /// @param folders of the tables of each course
    static List<Figure> of(List<Course> courses, List<Path> folders) {
        List<Figure> figures = new ArrayList<>();
        List<SpiderFigure.Line> lines = new ArrayList<>();
        List<Figure> strips = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            Path response = folders.get(i).resolve(Outcomes.RESPONSE);
            if (Files.exists(response)) {
                line(courses.get(i), Table.read(response), lines);
            }
            Path toxicity = folders.get(i).resolve(Outcomes.TOXICITY);
            if (Files.exists(toxicity)) {
                strip(courses.get(i), Table.read(toxicity), strips);
            }
        }
        if (!lines.isEmpty()) {
            figures.add(new SpiderFigure(
                    "Response at visits, RECIST 1.1", courses.getFirst().timeUnit(), lines));
        }
        figures.addAll(strips);
        return figures;
    }

    private static void line(Course course, Table table, List<SpiderFigure.Line> lines) {
        double[] times = table.numbers(0);
        if (times.length > 0) {
            int response = table.column("response");
            lines.add(new SpiderFigure.Line(
                    course.title(),
                    times,
                    table.numbers(table.column("change [%]")),
                    table.rows().stream().map(row -> row.get(response)).toList()));
        }
    }

    private static void strip(Course course, Table table, List<Figure> strips) {
        List<StripFigure.Bar> bars = new ArrayList<>();
        int event = table.column("event");
        int grade = table.column("grade");
        double[] from = table.numbers(grade + 1);
        double[] to = table.numbers(grade + 2);
        for (int i = 0; i < from.length; i++) {
            List<String> row = table.rows().get(i);
            bars.add(new StripFigure.Bar(
                    row.get(event), "grade " + row.get(grade), row.get(grade).equals(SEVERE), from[i], to[i]));
        }
        withheld(course, bars);
        if (!bars.isEmpty()) {
            String of = course.title().isEmpty() ? "" : ": " + course.title();
            strips.add(new StripFigure("Side effects" + of, course.timeUnit(), end(course), bars));
        }
    }

    /// From the first dose of a drug that was not given to the next that was.
    private static void withheld(Course course, List<StripFigure.Bar> bars) {
        Map<String, Double> since = new LinkedHashMap<>();
        Map<String, Double> last = new LinkedHashMap<>();
        for (EventsTable.Row happened : course.events()) {
            String drug = happened.what().replaceFirst(":.*", "");
            if (happened.event().equals(EventsTable.WITHHELD)) {
                since.putIfAbsent(drug, happened.time());
                last.put(drug, happened.time());
            } else if (happened.event().equals(EventsTable.DOSE)
                    || happened.event().equals(EventsTable.START)) {
                Double from = since.remove(drug);
                if (from != null) {
                    bars.add(bar(drug, from, happened.time()));
                }
            }
        }
        since.forEach((drug, from) -> bars.add(bar(drug, from, last.getOrDefault(drug, from))));
    }

    private static StripFigure.Bar bar(String drug, double from, double to) {
        return new StripFigure.Bar(drug + " withheld", "withheld", false, from, to);
    }

    private static double end(Course course) {
        return course.columns().stream()
                .mapToDouble(column -> column.points().times()[column.points().times().length - 1])
                .max()
                .orElse(1);
    }
}
