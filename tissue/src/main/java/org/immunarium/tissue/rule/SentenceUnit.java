package org.immunarium.tissue.rule;

import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Units as sentences write them: `per min` for `1/min`, `micron per min` for `µm/min`.
final class SentenceUnit {

    private SentenceUnit() {}

    /// A unit for a sentence; empty for a plain number and for a label that is not a unit.
    static String spoken(String unit) {
        if (unit.equals("1")) {
            return "";
        }
        try {
            Unit.parse(unit);
        } catch (UnitException e) {
            return "";
        }
        return (unit.startsWith("1/") ? unit.substring(1) : unit)
                .replaceFirst("/", " per ")
                .strip();
    }

    /// A value with a unit, for a sentence.
    static String spoken(double value, String unit) {
        return (Quantity.number(value) + " " + spoken(unit)).strip();
    }

    /// A value in the model's unit.
    ///
    /// @param written its unit as the sentence has it; empty for the model's
    /// @throws UnitException if it does not measure the same
    static double convert(double value, String written, String own) {
        String unit = written.replaceAll("(?i)\\s*\\bper\\s+", "/")
                .replaceAll("(?i)\\bmicrons?\\b", "µm")
                .replaceFirst("^\\s*/", "1/");
        if (unit.isEmpty() || unit.equals(own)) {
            return value;
        }
        return new Quantity(value, Unit.parse(unit)).in(Unit.parse(own));
    }
}
