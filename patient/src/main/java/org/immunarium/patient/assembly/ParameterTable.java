package org.immunarium.patient.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.expression.FormulaException;
import org.immunarium.therapy.Delimiter;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The values of a patient, each with its unit and where it comes from: a table with the columns of [#HEADER].
///
/// No unit is left out: that of a plain number is `1`, of one that is from 0 to 1, such as a share, `0..1`. What is
/// neither assumed nor a formula of other rows names a
/// source.
public final class ParameterTable {

    static final String HEADER = "name,value,unit,meaning,certainty,source,note";

    private static final int COLUMNS = 7;

    private final Map<String, KnownValue> values;
    private final Set<String> offered;

    private ParameterTable(Map<String, KnownValue> values, Set<String> offered) {
        this.values = Collections.unmodifiableMap(values);
        this.offered = Set.copyOf(offered);
    }

    /// A table of these rows.
    public static ParameterTable of(Collection<KnownValue> rows) {
        Map<String, KnownValue> values = new LinkedHashMap<>();
        rows.forEach(row -> values.put(row.name(), row));
        return new ParameterTable(values, Set.of());
    }

    /// The shipped table of this name, from `evidence/patients`.
    ///
    /// @throws IllegalArgumentException if there is none
    /// @throws InvalidInputException    with all that is wrong in it
    public static ParameterTable shipped(String name) {
        String path = "/evidence/patients/" + name + ".csv";
        try (InputStream stream = ParameterTable.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no table " + path);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), path.substring(1));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /// Reads a table.
    ///
    /// @param csv    after RFC 4180, with the columns of [#HEADER]
    /// @param source the file, for problems
    /// @throws InvalidInputException with all that is wrong in it
    public static ParameterTable parse(String csv, String source) {
        List<Problem> problems = new ArrayList<>();
        Map<String, KnownValue> values = new LinkedHashMap<>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            problems.add(Problem.at(source, 1, "the first line is not \"" + HEADER + "\""));
        }
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Consumer<String> wrong = message -> problems.add(Problem.at(source, line, message));
            Delimiter.COMMA
                    .cells(lines.get(i), wrong)
                    .flatMap(cells -> row(cells, wrong))
                    .ifPresent(row -> {
                        if (values.putIfAbsent(row.name(), row) != null) {
                            wrong.accept(row.name() + " has a row already");
                        }
                    });
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new ParameterTable(values, Set.of());
    }

    private static Optional<KnownValue> row(List<String> cells, Consumer<String> wrong) {
        if (cells.size() != COLUMNS) {
            wrong.accept(cells.size() + " cells, expected " + COLUMNS);
            return Optional.empty();
        }
        Optional<Certainty> certainty = Certainty.of(cells.get(4));
        if (certainty.isEmpty()) {
            wrong.accept("\"" + cells.get(4)
                    + "\" is no certainty, expected measured, fitted, derived, published or assumed");
            return Optional.empty();
        }
        boolean needsSource = certainty.get() != Certainty.ASSUMED && certainty.get() != Certainty.DERIVED;
        if (cells.get(0).isEmpty() || cells.get(1).isEmpty() || cells.get(3).isEmpty()) {
            wrong.accept("a name, a value and what it means are expected in every row");
            return Optional.empty();
        }
        if (needsSource && cells.get(5).isBlank()) {
            wrong.accept(cells.get(0) + ": a source is expected of all that is not assumed or derived");
            return Optional.empty();
        }
        if (cells.get(2).isBlank()) {
            wrong.accept(cells.get(0) + ": a unit is expected in every row, 1 for a plain number, 0..1 for a share");
            return Optional.empty();
        }
        try {
            boolean share = cells.get(2).equals(KnownValue.SHARE);
            Unit unit = share ? Unit.ONE : Unit.parse(cells.get(2));
            if (unit.dimension().isNone() && !unit.equals(Unit.ONE)) {
                wrong.accept(cells.get(0) + ": " + unit + " is a multiple of a plain number, which formulas do not see;"
                        + " write the number itself, as 0.05 for 5 %");
                return Optional.empty();
            }
            KnownValue row = new KnownValue(
                    cells.get(0), cells.get(1), unit, share, cells.get(3), certainty.get(), cells.get(5), cells.get(6));
            if (share && row.isNumber() && !(row.number() >= 0 && row.number() <= 1)) {
                wrong.accept(row.name() + ": a number from 0 to 1 is expected where the unit is " + KnownValue.SHARE
                        + "; found " + row.value());
                return Optional.empty();
            }
            boolean isFormula = !row.isNumber()
                    && !Expressions.symbols(Formula.parse(Names.ids(row.value())))
                            .isEmpty();
            boolean saysOfWhat = isFormula || !row.source().isBlank();
            if (row.certainty() == Certainty.DERIVED && !saysOfWhat) {
                wrong.accept(
                        row.name() + ": of what is derived either a formula of other rows or a source is expected");
                return Optional.empty();
            }
            return Optional.of(row);
        } catch (UnitException e) {
            wrong.accept(cells.get(0) + ": " + e.reason());
        } catch (FormulaException e) {
            wrong.accept(cells.get(0) + ": \"" + cells.get(1) + "\" is neither a number nor a formula: " + e.reason());
        }
        return Optional.empty();
    }

    /// This table, with the values of another in place of its own where both have them.
    public ParameterTable with(ParameterTable other) {
        Map<String, KnownValue> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        Set<String> unneeded = new LinkedHashSet<>(offered);
        unneeded.removeAll(other.values.keySet());
        unneeded.addAll(other.offered);
        return new ParameterTable(all, unneeded);
    }

    /// This table, and of another what it has no value of. Of those a patient takes what it needs; of the others it
    /// must need all.
    public ParameterTable offering(ParameterTable other) {
        Map<String, KnownValue> all = new LinkedHashMap<>(values);
        Set<String> more = new LinkedHashSet<>(offered);
        other.values.forEach((name, row) -> {
            if (all.putIfAbsent(name, row) == null) {
                more.add(name);
            }
        });
        return new ParameterTable(all, more);
    }

    /// Those rows that are needed.
    ///
    /// @param names of rows, some of which may be none of its own
    public ParameterTable only(Set<String> names) {
        return of(values.values().stream()
                .filter(row -> names.contains(row.name()))
                .toList());
    }

    /// Whether a patient may do without this row.
    boolean isOffered(String name) {
        return offered.contains(name);
    }

    /// The value of this name.
    public Optional<KnownValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// All values, in their order.
    public Collection<KnownValue> values() {
        return values.values();
    }
}
