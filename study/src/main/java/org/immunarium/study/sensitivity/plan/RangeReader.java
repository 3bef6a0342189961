package org.immunarium.study.sensitivity.plan;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads over what a value varies: `k=0.1:0.5 1/d`, `k=0.01:100:log`, `k=normal:0.1 1/d`, `k=log-normal:0.5`.
///
/// A unit that is written once is of both ends.
final class RangeReader {

    private static final String LOGARITHMIC = "log";
    private static final String EXPECTED = "name=low:high, name=low:high:log, name=normal:sd or name=log-normal:sd was"
            + " expected, as in " + Ranged.OPTION + " \"k_growth=0.1:0.5 1/d\"";

    private final String name;
    private final String text;
    private final List<Problem> problems;

    private RangeReader(String name, String text, List<Problem> problems) {
        this.name = name;
        this.text = text;
        this.problems = problems;
    }

    /// Reads an option as it was written.
    ///
    /// @param problems receives what is wrong
    static Optional<Ranged> read(String option, List<Problem> problems) {
        int equals = option.indexOf('=');
        if (equals <= 0) {
            problems.add(Problem.of(Ranged.OPTION, "\"" + option + "\": " + EXPECTED));
            return Optional.empty();
        }
        RangeReader reader = new RangeReader(
                option.substring(0, equals).strip(),
                option.substring(equals + 1).strip(),
                problems);
        return reader.spread()
                .map(spread -> new Ranged(
                        reader.name,
                        reader.text,
                        reader.placed(new Variation(spread, Optional.empty(), Optional.empty()))));
    }

    private <T> Placed<T> placed(T value) {
        return new Placed<>(value, Ranged.OPTION + " " + name, 0);
    }

    private Optional<Spread> spread() {
        List<String> parts =
                List.of(text.split(":", -1)).stream().map(String::strip).toList();
        if (parts.size() == 2 && parts.getFirst().equals("normal")) {
            return deviation(parts.getLast()).map(sd -> new Spread.Normal(placed(sd)));
        }
        if (parts.size() == 2 && parts.getFirst().equals("log-normal")) {
            return deviation(parts.getLast()).filter(this::isPlain).map(sd -> new Spread.LogNormal(sd.value()));
        }
        boolean logarithmic = parts.size() == 3 && parts.getLast().equals(LOGARITHMIC);
        if (parts.size() != 2 && !logarithmic) {
            problem(EXPECTED);
            return Optional.empty();
        }
        return ends(parts.get(0), parts.get(1), logarithmic);
    }

    private Optional<Spread> ends(String first, String second, boolean logarithmic) {
        Optional<Quantity> low = quantity(first);
        Optional<Quantity> high = quantity(second);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        Quantity from = inUnitOf(low.get(), high.get());
        Quantity to = inUnitOf(high.get(), low.get());
        if (!from.unit().convertsTo(to.unit())) {
            problem("ends of one kind were expected; found " + from.unit() + " and " + to.unit());
            return Optional.empty();
        }
        if (!(from.value() < to.in(from.unit()))) {
            problem("two ends, the lower first, were expected");
            return Optional.empty();
        }
        if (logarithmic && !(from.value() > 0)) {
            problem("ends above 0 were expected, since equal ratios have no 0 among them");
            return Optional.empty();
        }
        return Optional.of(
                logarithmic
                        ? new Spread.LogUniform(placed(from), placed(to))
                        : new Spread.Uniform(placed(from), placed(to)));
    }

    private static Quantity inUnitOf(Quantity plain, Quantity other) {
        return plain.unit().equals(Unit.ONE) ? new Quantity(plain.value(), other.unit()) : plain;
    }

    private Optional<Quantity> deviation(String words) {
        return quantity(words).filter(sd -> {
            boolean positive = sd.value() > 0;
            if (!positive) {
                problem("a standard deviation above 0 was expected; found " + sd);
            }
            return positive;
        });
    }

    private boolean isPlain(Quantity sd) {
        boolean plain = sd.unit().equals(Unit.ONE);
        if (!plain) {
            problem("a standard deviation of the logarithm, a plain number, was expected; found " + sd);
        }
        return plain;
    }

    private Optional<Quantity> quantity(String words) {
        try {
            return Optional.of(Quantity.parse(words));
        } catch (UnitException e) {
            problem(e.reason());
            return Optional.empty();
        }
    }

    private void problem(String message) {
        problems.add(Problem.of(Ranged.OPTION + " " + name, "\"" + text + "\": " + message));
    }
}
