package org.immunarium.study.fit.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientCurves.Quantified;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads what was measured: a CSV table whose header is `time [d],NAME [unit]`, with one or more columns, and
/// optionally one that is called `patient`.
///
/// A unit that is not written is the model's. An empty cell was not measured; rows come in any order; a line that
/// begins with `#` is a comment. It goes on after a problem, so that all are found.
public final class DataReader {

    private static final String TIME = "time";
    private static final String PATIENT = "patient";
    private static final Pattern HEADING = Pattern.compile("([^\\[]*?)\\s*(?:\\[([^]]*)])?");

    private final String source;
    private final PatientCurves curves;
    private final ErrorModel error;
    private final List<Problem> problems;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, List<Point>> points = new LinkedHashMap<>();

    /// What a column holds.
    private sealed interface Column {
        record Time(Unit unit) implements Column {}

        record Patient() implements Column {}

        record Measured(int place, Quantified quantity, Unit unit) implements Column {}

        /// One with a problem, which has been told.
        record Wrong() implements Column {}
    }

    /// A measurement before times are in order.
    private record Point(int quantity, double time, double value) {}

    /// @param source   the file as the user named it
    /// @param problems receives what is wrong
    public DataReader(String source, PatientCurves curves, ErrorModel error, List<Problem> problems) {
        this.source = source;
        this.curves = curves;
        this.error = error;
        this.problems = problems;
    }

    /// Reads a table.
    ///
    /// @return what could be read, good for nothing where there were problems
    public FitData read(String text) {
        int before = problems.size();
        List<String> lines =
                (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        int header = 0;
        while (header < lines.size() && isSkipped(lines.get(header))) {
            header++;
        }
        if (header == lines.size()) {
            problems.add(Problem.of(source, "it is empty; a header was expected, such as time [d],T [cells]"));
            return new FitData(List.of(), List.of(), false);
        }
        readHeader(cells(lines.get(header)), header + 1);
        for (int i = header + 1; i < lines.size(); i++) {
            if (!isSkipped(lines.get(i))) {
                readRow(cells(lines.get(i)), i + 1);
            }
        }
        List<Quantified> quantities = columns.stream()
                .filter(Column.Measured.class::isInstance)
                .map(each -> ((Column.Measured) each).quantity())
                .toList();
        if (problems.size() == before) {
            checkFilled(quantities);
        }
        return new FitData(
                quantities,
                points.entrySet().stream()
                        .map(each -> patient(each.getKey(), each.getValue()))
                        .toList(),
                columns.stream().anyMatch(Column.Patient.class::isInstance));
    }

    private static boolean isSkipped(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    /// Cells without the quotes around them.
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }

    private void problem(int line, String message) {
        problems.add(Problem.at(source, line, message));
    }

    private void readHeader(List<String> headings, int line) {
        int measured = 0;
        for (String heading : headings) {
            Matcher parts = HEADING.matcher(heading);
            if (!parts.matches()) {
                problem(line, "column \"" + heading + "\": NAME [unit] was expected");
                columns.add(new Column.Wrong());
                continue;
            }
            Column column = column(parts.group(1), Optional.ofNullable(parts.group(2)), measured, line);
            measured += column instanceof Column.Measured ? 1 : 0;
            columns.add(column);
        }
        if (columns.stream().noneMatch(each -> each instanceof Column.Time || each instanceof Column.Wrong)) {
            problem(line, "a column time [unit] was expected; found " + String.join(", ", headings));
        }
        if (columns.stream().noneMatch(each -> each instanceof Column.Measured || each instanceof Column.Wrong)) {
            problem(line, "a column of something measured was expected besides the time, such as T [cells]");
        }
    }

    private Column column(String name, Optional<String> unit, int place, int line) {
        try {
            Unit written = unit.isPresent() ? Unit.parse(unit.get()) : Unit.ONE;
            switch (name) {
                case TIME -> {
                    curves.time(new Quantity(1, written));
                    return once(new Column.Time(written), name, line);
                }
                case PATIENT -> {
                    return once(new Column.Patient(), name, line);
                }
                default -> {
                    Optional<Quantified> quantity = curves.find(name);
                    if (quantity.isEmpty()) {
                        problem(
                                line,
                                "column \"" + name + "\": the model has no such quantity"
                                        + curves.hint(name)
                                        + "; the name of a species or variable was expected");
                        return new Column.Wrong();
                    }
                    curves.value(quantity.get(), new Quantity(1, written));
                    return once(new Column.Measured(place, quantity.get(), written), name, line);
                }
            }
        } catch (UnitException e) {
            problem(line, "column \"" + name + "\": " + e.reason());
            return new Column.Wrong();
        }
    }

    private Column once(Column column, String name, int line) {
        boolean before = columns.stream().anyMatch(other -> switch (column) {
            case Column.Measured(var _, Quantified quantity, var _) ->
                other instanceof Column.Measured measured && measured.quantity().equals(quantity);
            case Column.Time _, Column.Patient _, Column.Wrong _ ->
                other.getClass().equals(column.getClass());
        });
        if (before) {
            problem(line, "column \"" + name + "\": is there before; each once was expected");
            return new Column.Wrong();
        }
        return column;
    }

    private void readRow(List<String> cells, int line) {
        if (cells.size() != columns.size()) {
            problem(line, columns.size() + " cells were expected, as in the header; found " + cells.size());
            return;
        }
        double time = Double.NaN;
        String patient = "";
        List<Point> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            switch (columns.get(i)) {
                case Column.Time(Unit unit) -> time = time(cell, unit, line);
                case Column.Patient _ -> {
                    patient = cell;
                    if (cell.isEmpty()) {
                        problem(line, PATIENT + ": a name or a number was expected; found nothing");
                    }
                }
                case Column.Measured measured -> {
                    if (!cell.isEmpty()) {
                        value(cell, measured, line)
                                .ifPresent(value -> row.add(new Point(measured.place(), Double.NaN, value)));
                    }
                }
                case Column.Wrong _ -> {}
            }
        }
        for (Point point : row) {
            points.computeIfAbsent(patient, _ -> new ArrayList<>())
                    .add(new Point(point.quantity(), time, point.value()));
        }
    }

    private double time(String cell, Unit unit, int line) {
        Optional<Double> number = number(TIME, cell, line);
        if (number.isEmpty()) {
            return Double.NaN;
        }
        double time = curves.time(new Quantity(number.get(), unit));
        if (time < 0) {
            problem(line, "time " + cell + " is before the start; 0 or more was expected");
        } else if (time > curves.duration()) {
            problem(
                    line,
                    "time " + cell + " is after the end of the study; at most "
                            + (Quantity.number(curves.duration()) + " " + curves.timeUnit()).strip()
                            + " was expected, or a longer --duration");
        }
        return time;
    }

    private Optional<Double> value(String cell, Column.Measured column, int line) {
        String name = column.quantity().label();
        Optional<Double> number = number(name, cell, line);
        if (number.isPresent() && error == ErrorModel.PROPORTIONAL && !(number.get() > 0)) {
            problem(
                    line,
                    name + ": a value above 0 was expected, as the error is in proportion to it; found " + cell + "; "
                            + FitPlan.ERROR_OPTION + " additive or combined takes it");
            return Optional.empty();
        }
        return number.map(value -> curves.value(column.quantity(), new Quantity(value, column.unit())));
    }

    private Optional<Double> number(String name, String cell, int line) {
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number) && !cell.matches(".*[dDfFxX].*")) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        problem(line, name + ": a number was expected; found " + (cell.isEmpty() ? "nothing" : "\"" + cell + "\""));
        return Optional.empty();
    }

    private void checkFilled(List<Quantified> quantities) {
        if (points.isEmpty()) {
            problems.add(Problem.of(source, "no row has a value; at least one for each parameter was expected"));
            return;
        }
        for (int q = 0; q < quantities.size(); q++) {
            int place = q;
            if (points.values().stream().flatMap(List::stream).noneMatch(each -> each.quantity() == place)) {
                problems.add(Problem.of(
                        source,
                        "column \"" + quantities.get(q).label() + "\" has no value; at least one was expected"));
            }
        }
    }

    private static PatientData patient(String name, List<Point> points) {
        TreeSet<Double> all = new TreeSet<>();
        points.forEach(each -> all.add(each.time()));
        double[] times = all.stream().mapToDouble(Double::doubleValue).toArray();
        return new PatientData(
                name,
                times,
                points.stream()
                        .map(each -> new PatientData.Observation(
                                each.quantity(), Arrays.binarySearch(times, each.time()), each.value()))
                        .toList());
    }
}
