package org.immunarium.tissue.model;

/// What is given to a patient and comes into the tissue with the blood. How much there is when is its
/// [Treatment.Course].
///
/// @param unit of its concentration; `1` for a plain number, however that is written
public record Drug(String name, String unit) {

    public Drug {
        unit = PlainUnit.of(unit);
    }
}
