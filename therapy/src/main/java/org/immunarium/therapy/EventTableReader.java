package org.immunarium.therapy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.units.Dimension;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads an [EventTable] row by row, going on after a problem so that all are found.
final class EventTableReader {

    private enum Column {
        ID,
        TIME,
        AMT,
        CMT,
        EVID,
        RATE,
        II,
        ADDL,
        SS
    }

    /// Columns that are about observations, not doses.
    private static final Set<String> OBSERVATIONS = Set.of("DV", "MDV", "LIMIT", "CENS", "BLQ", "LLOQ", "DVID", "C");

    private static final Pattern HEADING = Pattern.compile("([^\\[(]+?)\\s*(?:[\\[(]([^\\])]*)[\\])])?");
    private static final Unit DAY = Unit.parse("d");

    private final String source;
    private final Consumer<Problem> problems;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Set<String> notices = new LinkedHashSet<>();
    private final Map<String, Collected> subjects = new LinkedHashMap<>();
    private Delimiter delimiter = Delimiter.COMMA;
    private Unit amountUnit;
    private Unit timeUnit = DAY;
    private Optional<Unit> intervalUnit = Optional.empty();
    private Optional<Unit> rateUnit = Optional.empty();

    /// A subject's events as they are read.
    private static final class Collected {
        final List<Administration> doses = new ArrayList<>();
        final List<Ratio> resets = new ArrayList<>();
        Ratio last = Ratio.ZERO;
        boolean started;
    }

    EventTableReader(String source, Unit amountUnit, Consumer<Problem> problems) {
        this.source = source;
        this.amountUnit = amountUnit;
        this.problems = problems;
    }

    EventTable read(String csv) {
        List<String> lines =
                (csv.startsWith("\ufeff") ? csv.substring(1) : csv).lines().toList();
        int header = 0;
        while (header < lines.size() && skipped(lines.get(header))) {
            header++;
        }
        if (header == lines.size()) {
            problems.accept(Problem.of(source, "the table is empty, expected a header such as ID,TIME,AMT,CMT,EVID"));
            return new EventTable(Map.of(), List.of());
        }
        delimiter = Delimiter.of(lines.get(header));
        Optional<List<String>> names = cells(lines.get(header), header + 1);
        if (names.isPresent() && header(names.get(), header + 1)) {
            int width = names.get().size();
            for (int i = header + 1; i < lines.size(); i++) {
                int line = i + 1;
                if (!skipped(lines.get(i))) {
                    cells(lines.get(i), line).ifPresent(cells -> row(cells, line, width));
                }
            }
        }
        Map<String, EventTable.Subject> read = new LinkedHashMap<>();
        subjects.forEach((id, events) -> {
            events.doses.sort(Administration.ORDER);
            for (int i = 0; i < events.doses.size(); i++) {
                events.doses.set(i, events.doses.get(i).withNumber(i + 1));
            }
            read.put(id, new EventTable.Subject(events.doses, events.resets));
        });
        return new EventTable(read, List.copyOf(notices));
    }

    private static boolean skipped(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private Optional<List<String>> cells(String text, int line) {
        return delimiter.cells(text, message -> problem(line, message));
    }

    /// A row of another length cannot be trusted: which cell belongs to which column is not known.
    private void row(List<String> cells, int line, int width) {
        if (cells.size() == width) {
            new Row(cells, line).read();
        } else {
            problem(
                    line,
                    "the row has " + cells.size() + " cells where the header has " + width
                            + (cells.size() > width
                                    ? "; a cell with " + delimiter.words() + " in it stands in quotes"
                                    : ""));
        }
    }

    private boolean header(List<String> names, int number) {
        List<String> known = new ArrayList<>();
        for (Column column : Column.values()) {
            known.add(column.name());
        }
        boolean usable = true;
        for (int i = 0; i < names.size(); i++) {
            Matcher heading = HEADING.matcher(names.get(i));
            String name = heading.matches() ? heading.group(1).toUpperCase(Locale.ROOT) : "";
            Optional<String> unit = heading.matches() ? Optional.ofNullable(heading.group(2)) : Optional.empty();
            if (known.contains(name)) {
                Column column = Column.valueOf(name);
                if (columns.put(column, i) != null) {
                    problem(number, "column " + name + " stands twice in the header");
                    usable = false;
                }
                unit.ifPresent(u -> unit(column, u, number));
            } else if (OBSERVATIONS.contains(name)) {
                notices.add("column " + name + " is about observations and was left out");
            } else {
                Optional<String> near = NearMiss.of(name, known).filter(n -> name.length() > 2);
                if (near.isPresent() && !columns.containsKey(Column.valueOf(near.get()))) {
                    problem(number, "column \"" + names.get(i) + "\": did you mean " + near.get() + "?");
                } else {
                    notices.add("column " + names.get(i) + " is not about doses and was left out");
                }
            }
        }
        for (Column needed : new Column[] {Column.TIME, Column.AMT}) {
            if (!columns.containsKey(needed)) {
                problem(number, "there is no column " + needed + ", expected a header such as ID,TIME,AMT,CMT,EVID");
                usable = false;
            }
        }
        return usable;
    }

    private void unit(Column column, String written, int line) {
        try {
            Unit unit = Unit.parse(written);
            Dimension dimension = unit.dimension();
            boolean time = dimension.equals(Dimension.TIME);
            switch (column) {
                case TIME -> {
                    if (!time) {
                        problem(line, "TIME is in " + unit + ", expected a unit of time such as d or h");
                    } else {
                        timeUnit = unit;
                    }
                }
                case II -> {
                    if (!time) {
                        problem(line, "II is in " + unit + ", expected a unit of time such as d or h");
                    } else {
                        intervalUnit = Optional.of(unit);
                    }
                }
                case AMT -> amountUnit = unit;
                case RATE -> rateUnit = Optional.of(unit);
                case ID, CMT, EVID, ADDL, SS ->
                    problem(line, "column " + column + " has no unit, but its header has " + written);
            }
        } catch (UnitException e) {
            problem(line, "column " + column + ": " + e.reason());
        }
    }

    private void problem(int line, String message) {
        problems.accept(Problem.at(source, line, message));
    }

    /// One row of the table.
    private final class Row {
        private final List<String> cells;
        private final int line;
        private final Set<Column> unreadable = EnumSet.noneOf(Column.class);
        private boolean good = true;

        Row(List<String> cells, int line) {
            this.cells = cells;
            this.line = line;
        }

        private void wrong(String message) {
            problem(line, message);
            good = false;
        }

        private String text(Column column) {
            Integer index = columns.get(column);
            String text = index == null ? "" : cells.get(index);
            return text.equals(".") || text.equalsIgnoreCase("NA") ? "" : text;
        }

        private Ratio number(Column column) {
            String text = text(column);
            if (text.isEmpty()) {
                return Ratio.ZERO;
            }
            try {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.precision() - value.scale()) > 300) {
                    throw new NumberFormatException(text);
                }
                return Ratio.of(value);
            } catch (NumberFormatException e) {
                if (unreadable.add(column)) {
                    wrong(column + " is \"" + text + "\", expected a number or .");
                }
                return Ratio.ZERO;
            }
        }

        private int whole(Column column) {
            Ratio value = number(column);
            if (!value.isWhole() || value.compareTo(Ratio.of(1_000_000)) > 0 || value.compareTo(Ratio.of(-10)) < 0) {
                wrong(column + " is " + value + ", expected a whole number up to 1000000");
                return 0;
            }
            return value.numerator().intValue();
        }

        void read() {
            String id = text(Column.ID).isEmpty() ? "1" : text(Column.ID);
            Collected subject = subjects.computeIfAbsent(id, key -> new Collected());
            Ratio time = time();
            Ratio amount = number(Column.AMT);
            int event = text(Column.EVID).isEmpty() ? amount.signum() > 0 ? 1 : 0 : whole(Column.EVID);
            if (event < 0 || event > 4) {
                wrong("EVID is " + event + ", expected 0 (observation), 1 (dose), 2 (other), 3 (reset) or 4 (reset and"
                        + " dose)");
            }
            boolean reset = event == 3 || event == 4;
            if (subject.started && !reset && time.compareTo(subject.last) < 0) {
                wrong("TIME goes back from " + subject.last + " d to " + time + " d within ID " + id);
            }
            subject.started = true;
            subject.last = time;
            if (whole(Column.SS) != 0) {
                wrong("SS " + text(Column.SS) + " asks for a steady state, which is not supported: give the doses that"
                        + " lead to it (ADDL)");
            }
            if (event == 2) {
                notices.add("events of EVID 2 do nothing to the body and were left out");
            }
            if (event == 0 && amount.signum() != 0) {
                wrong("EVID is 0, an observation, but AMT is " + amount);
            }
            if (reset && good) {
                subject.resets.add(time);
            }
            if (event == 1 || event == 4) {
                dose(subject, time, amount);
            }
        }

        private Ratio time() {
            if (text(Column.TIME).isEmpty()) {
                wrong("TIME is missing");
                return Ratio.ZERO;
            }
            Ratio time = number(Column.TIME).times(timeUnit.exactFactorTo(DAY));
            if (time.signum() < 0) {
                wrong("TIME is " + text(Column.TIME) + ", expected 0 or later");
            }
            return time;
        }

        private void dose(Collected subject, Ratio time, Ratio amount) {
            if (amount.signum() <= 0 && !unreadable.contains(Column.AMT)) {
                wrong("AMT of a dose is " + (text(Column.AMT).isEmpty() ? "missing" : amount.toString())
                        + ", expected a positive number");
            }
            int more = whole(Column.ADDL);
            Ratio interval =
                    number(Column.II).times(intervalUnit.orElse(timeUnit).exactFactorTo(DAY));
            if (more < 0) {
                wrong("ADDL is " + more + ", expected how many further doses follow");
            } else if (more > 0 && interval.signum() <= 0 && !unreadable.contains(Column.II)) {
                wrong("ADDL is " + more + " but II, the interval, is "
                        + (text(Column.II).isEmpty() ? "missing" : text(Column.II)));
            }
            Ratio duration = duration(amount);
            if (!good) {
                return;
            }
            Dose dose = Dose.of(new Quantity(amount.doubleValue(), amountUnit));
            String drug = text(Column.CMT).isEmpty() ? "1" : text(Column.CMT);
            for (int i = 0; i <= more; i++) {
                subject.doses.add(new Administration(
                        time.plus(interval.times(i)), drug, dose, duration, Route.UNSPECIFIED, 0, 0, false));
            }
        }

        /// How long a dose runs in: AMT / RATE, in days.
        private Ratio duration(Ratio amount) {
            Ratio rate = number(Column.RATE);
            if (rate.signum() < 0) {
                wrong("RATE " + text(Column.RATE) + " asks the model for a "
                        + (rate.equals(Ratio.of(-1)) ? "rate" : "duration")
                        + ", which is not supported: give a positive RATE, or 0 for a bolus");
            }
            if (rate.signum() <= 0) {
                return Ratio.ZERO;
            }
            Unit perTime = rateUnit.orElse(amountUnit.over(timeUnit));
            Unit perDay = amountUnit.over(DAY);
            if (!perTime.convertsTo(perDay)) {
                wrong("RATE is in " + perTime + ", expected an amount a time such as " + perDay);
                return Ratio.ZERO;
            }
            return amount.over(rate.times(perTime.exactFactorTo(perDay)));
        }
    }
}
