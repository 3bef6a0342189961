package org.immunarium.therapy.pharmacokinetics;

/// A part of the body with which blood exchanges a drug.
///
/// @param clearance the volume of blood that the exchange empties each unit of time, Q, in L/d; not negative
/// @param volume    the volume in which the drug there would have the blood's concentration, in L; positive
public record Peripheral(double clearance, double volume) {

    /// @throws IllegalArgumentException if one of them is out of range
    public Peripheral {
        if (!(clearance >= 0 && clearance <= Double.MAX_VALUE && volume > 0 && volume <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("an intercompartmental clearance from 0 and a volume above 0 expected: "
                    + clearance + ", " + volume);
        }
    }
}
