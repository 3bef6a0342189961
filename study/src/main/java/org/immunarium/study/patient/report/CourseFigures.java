package org.immunarium.study.patient.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.study.report.DoseMarks;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.figure.DoseMark;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Series;
import org.immunarium.study.report.figure.TimeCourse;

/// The figures of time courses.
///
/// Variants stand beside each other: one figure a column, one curve a variant. A single course
/// shows its columns grouped by what can share an axis: compartment and unit.
final class CourseFigures {

    private static final int MOST_FIGURES = 24;
    private static final int MOST_VARIANT_FIGURES = 12;
    private static final int SERIES_A_FIGURE = 6;

    private CourseFigures() {}

    /// @param first the label of the column that is shown first; empty for the first that changes
    static FigureChoice of(List<Course> courses, String first) {
        List<Course> ordered =
                courses.stream().map(course -> course.startingWith(first)).toList();
        return ordered.size() == 1 ? ofOne(ordered.getFirst()) : ofVariants(ordered);
    }

    private static FigureChoice ofOne(Course course) {
        List<String> still = new ArrayList<>();
        Map<String, List<Course.Column>> groups = new LinkedHashMap<>();
        for (Course.Column column : course.columns()) {
            if (column.changes()) {
                groups.computeIfAbsent(group(column), _ -> new ArrayList<>()).add(column);
            } else {
                still.add(column.label());
            }
        }
        List<Figure> figures = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        List<DoseMark> doses = DoseMarks.of(course.events());
        groups.forEach((title, columns) -> {
            int parts = Math.ceilDiv(columns.size(), SERIES_A_FIGURE);
            int size = Math.ceilDiv(columns.size(), parts);
            for (int part = 0; part < parts; part++) {
                List<Course.Column> some = columns.subList(part * size, Math.min(columns.size(), (part + 1) * size));
                if (some.isEmpty()) {
                    continue;
                }
                if (figures.size() == MOST_FIGURES) {
                    some.forEach(column -> omitted.add(column.label()));
                    continue;
                }
                String numbered = parts == 1 ? title : title + " (" + (part + 1) + " of " + parts + ")";
                figures.add(new TimeCourse(
                        some.size() == 1 ? name(some.getFirst()) : numbered,
                        course.timeUnit(),
                        axisTitle(some.getFirst()),
                        some.stream()
                                .map(c -> series(shortLabel(c), c.points()))
                                .toList(),
                        doses));
            }
        });
        return new FigureChoice(figures, still, omitted);
    }

    private static FigureChoice ofVariants(List<Course> courses) {
        List<Figure> figures = new ArrayList<>();
        List<String> still = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        Course first = courses.getFirst();
        Map<String, List<DoseMark>> given = new LinkedHashMap<>();
        courses.forEach(course -> given.put(course.title(), DoseMarks.of(course.events())));
        List<DoseMark> doses = DoseMarks.ofVariants(given);
        for (int i = 0; i < first.columns().size(); i++) {
            int index = i;
            Course.Column column = first.columns().get(i);
            if (courses.stream().noneMatch(c -> c.columns().get(index).changes())) {
                still.add(column.label());
            } else if (figures.size() == MOST_VARIANT_FIGURES || courses.size() > TimeCourse.MOST_SERIES) {
                omitted.add(column.label());
            } else {
                figures.add(new TimeCourse(
                        name(column),
                        first.timeUnit(),
                        axisTitle(column),
                        courses.stream()
                                .map(c ->
                                        series(c.title(), c.columns().get(index).points()))
                                .toList(),
                        doses));
            }
        }
        return new FigureChoice(figures, still, omitted);
    }

    private static Series series(String name, Course.Points points) {
        return new Series(name, points.times(), points.values(), points.deviations());
    }

    private static String group(Course.Column column) {
        String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
        String what = switch (column.kind()) {
            case "species" -> column.compartment().isEmpty() ? "Species" : "Species in " + column.compartment();
            case "compartment" -> "Compartments";
            case "reaction" -> "Reactions";
            default -> "Variables";
        };
        return what + unit;
    }

    private static String name(Course.Column column) {
        return column.name().isEmpty() || column.name().equals(column.label())
                ? column.label()
                : column.name() + " (" + column.label() + ")";
    }

    /// `Cent.Nivo` is `Nivo` in a figure that is about the compartment Cent.
    private static String shortLabel(Course.Column column) {
        String prefix = column.compartment() + ".";
        String label = column.label().startsWith(prefix) ? column.label().substring(prefix.length()) : column.label();
        return column.name().isEmpty() || column.name().equals(label) || label.length() > 12
                ? label
                : label + ", " + column.name();
    }

    private static String axisTitle(Course.Column column) {
        return column.unit().isEmpty() ? "value" : column.unit();
    }
}
