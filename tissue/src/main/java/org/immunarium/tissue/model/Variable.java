package org.immunarium.tissue.model;

/// A number of its own that every cell carries.
///
/// @param unit      `1` for a plain number, however that is written
/// @param conserved whether daughters share it, rather than each having all of it
public record Variable(String name, String unit, boolean conserved) {

    public Variable {
        unit = PlainUnit.of(unit);
    }
}
