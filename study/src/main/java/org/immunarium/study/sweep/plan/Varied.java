package org.immunarium.study.sweep.plan;

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

    /// That of the command line which asks for one.
    public static final String OPTION = "--vary";

    private static final int MOST_IN_WORDS = 10;
    private static final int DIGITS = 6;

    /// One of the values, as a study takes it.
    ///
    /// @param i counted from 0
    public Placed<Quantity> value(int i) {
        return new Placed<>(new Quantity(values.get(i), unit), OPTION + " " + name, 0);
    }

    /// As a report says it: `k: 0.1, 0.2, 0.3 1/d`.
    ///
    /// @param written unit, which of plain numbers is the model's; empty where there is none
    public String inWords(String written) {
        String all = values.size() <= MOST_IN_WORDS
                ? values.stream().map(Varied::number).collect(Collectors.joining(", "))
                : values.size() + " values from " + number(values.getFirst()) + " to " + number(values.getLast());
        return name + ": " + all + (written.isEmpty() ? "" : " " + written);
    }

    private static String number(double value) {
        return Quantity.number(value, DIGITS);
    }
}
