package org.immunarium.study;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.immunarium.units.Quantity;

/// What a quantity did over a run.
///
/// @param first    at the start
/// @param last     at the end
/// @param changes  whether it ever differs from its first value
/// @param largest  of its absolute values
/// @param lowest   of its values
/// @param lowestAt when it was lowest, between its start and its end; empty where it was so at one of them
/// @param goneBy   from when on it was zero; empty where it ended above
public record Trend(
        double first,
        double last,
        boolean changes,
        double largest,
        double lowest,
        OptionalDouble lowestAt,
        OptionalDouble goneBy) {

    private static final int DIGITS = 3;

    /// @param times  at least one
    /// @param values one at each
    public static Trend of(double[] times, double[] values) {
        int last = values.length - 1;
        boolean changes = false;
        double largest = 0;
        int lowest = 0;
        int gone = last + 1;
        for (int i = 0; i <= last; i++) {
            changes |= values[i] != values[0];
            largest = Math.max(largest, Math.abs(values[i]));
            lowest = values[i] < values[lowest] ? i : lowest;
            gone = values[i] != 0 ? last + 1 : Math.min(gone, i);
        }
        boolean between = lowest > 0 && lowest < last;
        return new Trend(
                values[0],
                values[last],
                changes,
                largest,
                values[lowest],
                between ? OptionalDouble.of(times[lowest]) : OptionalDouble.empty(),
                gone <= last ? OptionalDouble.of(times[gone]) : OptionalDouble.empty());
    }

    /// From where to where it went, and when it was gone, or lowest if it was less than half of what it came to.
    ///
    /// @param unit of its values; empty where there is none
    /// @param when a time in words
    public String words(String unit, DoubleFunction<String> when) {
        StringBuilder words = new StringBuilder(number(first)).append(" → ").append(number(last));
        if (!unit.isEmpty()) {
            words.append(' ').append(unit);
        }
        if (goneBy.isPresent() && first > 0) {
            words.append("   gone by ").append(when.apply(goneBy.getAsDouble()));
        } else if (lowestAt.isPresent() && lowest < last / 2) {
            words.append("   lowest ").append(number(lowest)).append(" at ");
            words.append(when.apply(lowestAt.getAsDouble()));
        }
        return words.toString();
    }

    /// A number of three digits.
    public static String number(double value) {
        return Quantity.number(value, DIGITS);
    }
}
