package org.immunarium.study.sweep;

import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// A value of a study that a sweep varies.
///
/// @param name   as `set` of a study has it
/// @param text   what it is varied over, as written: `0.01:0.2 1/min:5`
/// @param unit   of all values; [Unit#ONE] for plain numbers, which are in the model's unit
/// @param values two or more, each once, in the order written
public record Varied(String name, String text, Unit unit, List<Double> values) {

    private static final int MOST_IN_WORDS = 12;

    /// One of the values, as a study takes it.
    ///
    /// @param i counted from 0
    Placed<Quantity> value(int i) {
        return new Placed<>(new Quantity(values.get(i), unit), VariedReader.OPTION + " " + name, 0);
    }

    /// As a report says it: `k: 0.1, 0.2, 0.3 1/d`.
    String inWords() {
        String some = values.stream().limit(MOST_IN_WORDS).map(Quantity::number).collect(Collectors.joining(", "));
        String rest = values.size() <= MOST_IN_WORDS
                ? ""
                : " and " + (values.size() - MOST_IN_WORDS) + " more up to " + Quantity.number(values.getLast());
        return name + ": " + some + rest + (unit.equals(Unit.ONE) ? "" : " " + unit);
    }
}
