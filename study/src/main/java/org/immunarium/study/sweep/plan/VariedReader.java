package org.immunarium.study.sweep.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads what a value is varied over: `name=0.01:0.2 1/min:5`, `name=1:1000 mg:4:log`,
/// `name=1,2,5 mg`.
///
/// A unit that is written once is of all values. Where more than one value has a unit, each must
/// have one, and values are brought to the first.
final class VariedReader {

    private static final String LOGARITHMIC = "log";
    private static final String EXAMPLES = "name=from:to:count or name=value,value was expected, as in " + Varied.OPTION
            + " \"k_growth=0.1:0.5 1/d:5\" or " + Varied.OPTION + " k_growth=0.1,0.2,0.5";
    private static final int RANGE_PARTS = 3;

    /// Values between the ends of a logarithmic range are rounded to as many digits: 0.01, not
    /// 0.010000000000000002.
    private static final MathContext DIGITS = new MathContext(12);

    private final String name;
    private final String text;
    private final List<Problem> problems;

    private VariedReader(String name, String text, List<Problem> problems) {
        this.name = name;
        this.text = text;
        this.problems = problems;
    }

    /// Reads an option as it was written.
    ///
    /// @param problems receives what is wrong
    static Optional<Varied> read(String option, List<Problem> problems) {
        int equals = option.indexOf('=');
        if (equals <= 0) {
            problems.add(Problem.of(Varied.OPTION, "\"" + option + "\": " + EXAMPLES));
            return Optional.empty();
        }
        return read(
                option.substring(0, equals).strip(),
                option.substring(equals + 1).strip(),
                problems);
    }

    /// Reads what a name is varied over.
    static Optional<Varied> read(String name, String text, List<Problem> problems) {
        VariedReader reader = new VariedReader(name, text, problems);
        int before = problems.size();
        Optional<Varied> varied = text.contains(":") ? reader.range() : reader.list();
        return problems.size() == before ? varied : Optional.empty();
    }

    private void problem(String message) {
        problems.add(Problem.of(Varied.OPTION + " " + name, "\"" + text + "\": " + message));
    }

    private Optional<Varied> list() {
        if (text.isEmpty()) {
            problem(EXAMPLES);
            return Optional.empty();
        }
        List<Quantity> written = quantities(List.of(text.split(",", -1)));
        if (!text.contains(",")) {
            problem("two values or more were expected; --set gives a name one value in all runs");
        }
        return inOneUnit(written).map(unit -> varied(unit, values(written, unit)));
    }

    private Optional<Varied> range() {
        List<String> parts = List.of(text.split(":", -1));
        boolean logarithmic = parts.size() == RANGE_PARTS + 1
                && parts.get(RANGE_PARTS).strip().equals(LOGARITHMIC);
        if (parts.size() != RANGE_PARTS && !logarithmic) {
            problem("from:to:count, or from:to:count:" + LOGARITHMIC + " for equal ratios, was expected");
            return Optional.empty();
        }
        List<Quantity> ends = quantities(parts.subList(0, 2));
        int count = count(parts.get(2).strip());
        Optional<Unit> unit = ends.size() == 2 ? inOneUnit(ends) : Optional.empty();
        if (unit.isEmpty() || count < 2) {
            return Optional.empty();
        }
        List<Double> both = values(ends, unit.get());
        double from = both.getFirst();
        double to = both.getLast();
        if (from == to) {
            problem("two ends that differ were expected");
        } else if (logarithmic && !(from > 0 && to > 0)) {
            problem("ends above 0 were expected, since equal ratios have no 0 among them");
        }
        return Optional.of(varied(
                unit.get(),
                IntStream.range(0, count)
                        .mapToObj(i -> i == 0
                                ? from
                                : i == count - 1
                                        ? to
                                        : logarithmic ? ratio(from, to, i, count) : step(from, to, i, count))
                        .toList()));
    }

    /// As decimals, so that 0.1:0.5:5 has 0.3 and not 0.30000000000000004.
    private static double step(double from, double to, int i, int count) {
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal way = BigDecimal.valueOf(to).subtract(first).multiply(BigDecimal.valueOf(i));
        return first.add(way.divide(BigDecimal.valueOf(count - 1), MathContext.DECIMAL128))
                .doubleValue();
    }

    private static double ratio(double from, double to, int i, int count) {
        if (!(from > 0 && to > 0)) {
            return from;
        }
        double low = Exponential.log(from);
        double exact = Exponential.exp(low + (Exponential.log(to) - low) * i / (count - 1));
        return new BigDecimal(exact).round(DIGITS).doubleValue();
    }

    private Varied varied(Unit unit, List<Double> values) {
        if (new HashSet<>(values).size() < values.size()) {
            problem("each value once was expected");
        }
        return new Varied(name, text, unit, values);
    }

    private int count(String words) {
        try {
            int count = Integer.parseInt(words);
            if (count >= 2 && count <= SweepPlan.MOST_RUNS) {
                return count;
            }
        } catch (NumberFormatException toldBelow) {
            // A count with a unit behind it, or no number at all.
        }
        problem("how many values, from 2 to " + SweepPlan.MOST_RUNS + ", was expected in place of \"" + words
                + "\"; a unit belongs to an end, as in 0.1:0.5 1/d:5");
        return 0;
    }

    private List<Quantity> quantities(List<String> texts) {
        List<Quantity> quantities = new ArrayList<>();
        for (String each : texts) {
            try {
                quantities.add(Quantity.parse(each));
            } catch (UnitException e) {
                problem(e.reason());
            }
        }
        return quantities;
    }

    /// The unit of all; problems are noted.
    private Optional<Unit> inOneUnit(List<Quantity> written) {
        List<Unit> units = written.stream()
                .map(Quantity::unit)
                .filter(each -> !each.equals(Unit.ONE))
                .toList();
        if (units.isEmpty()) {
            return Optional.of(Unit.ONE);
        }
        if (units.size() > 1 && units.size() < written.size()) {
            Quantity plain = written.stream()
                    .filter(each -> each.unit().equals(Unit.ONE))
                    .findFirst()
                    .orElseThrow();
            problem("is " + plain + " in " + units.getFirst() + " or in the model's unit? A unit once, or one behind"
                    + " each value, was expected");
            return Optional.empty();
        }
        for (Unit unit : units) {
            if (!unit.convertsTo(units.getFirst())) {
                problem("values of one kind were expected; found " + units.getFirst() + " and " + unit);
                return Optional.empty();
            }
        }
        return Optional.of(units.getFirst());
    }

    private static List<Double> values(List<Quantity> written, Unit unit) {
        return written.stream()
                .map(each -> each.unit().equals(Unit.ONE) ? each.value() : each.in(unit))
                .toList();
    }
}
