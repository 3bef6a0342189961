package org.immunarium.patient.assembly;

import org.immunarium.units.Unit;

/// A row of a [ParameterTable]: the value of a parameter, of a compartment's size, or of a species at the start.
///
/// @param name      of a parameter or a compartment, or `Compartment.Species`
/// @param value     a number, or a formula of other values
/// @param unit      its unit
/// @param share     whether it is a plain number from 0 to 1: a share, a probability, something that is or is not
/// @param meaning   what it is, in a few words
/// @param certainty how sure it is
/// @param source    who says so
/// @param note      of whom or what it was measured, how it was derived; may be empty
public record KnownValue(
        String name,
        String value,
        Unit unit,
        boolean share,
        String meaning,
        Certainty certainty,
        String source,
        String note) {

    /// What stands in place of a unit where a plain number is from 0 to 1.
    public static final String SHARE = "0..1";

    /// @throws IllegalArgumentException if it is a share that has a unit
    public KnownValue {
        if (share && !unit.equals(Unit.ONE)) {
            throw new IllegalArgumentException(name + ": a share in " + unit);
        }
    }

    /// What may be any number.
    public KnownValue(
            String name, String value, Unit unit, String meaning, Certainty certainty, String source, String note) {
        this(name, value, unit, false, meaning, certainty, source, note);
    }

    /// The same by another name.
    public KnownValue named(String other) {
        return new KnownValue(other, value, unit, share, meaning, certainty, source, note);
    }

    /// Whether it is a number, and not a formula.
    public boolean isNumber() {
        return value.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    }

    /// The number.
    ///
    /// @throws NumberFormatException if it is a formula
    public double number() {
        return Double.parseDouble(value);
    }
}
