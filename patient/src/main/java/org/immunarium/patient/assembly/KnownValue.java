package org.immunarium.patient.assembly;

import org.immunarium.units.Unit;

/// A row of a [ParameterTable]: the value of a parameter, of a compartment's size, or of a species at the start.
///
/// @param name      of a parameter or a compartment, or `Compartment.Species`
/// @param value     a number, or a formula of other values
/// @param unit      its unit
/// @param meaning   what it is, in a few words
/// @param certainty how sure it is
/// @param source    who says so
/// @param note      of whom or what it was measured, how it was derived; may be empty
public record KnownValue(
        String name, String value, Unit unit, String meaning, Certainty certainty, String source, String note) {

    /// The same by another name.
    public KnownValue named(String other) {
        return new KnownValue(other, value, unit, meaning, certainty, source, note);
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
