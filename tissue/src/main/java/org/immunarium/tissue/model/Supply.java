package org.immunarium.tissue.model;

/// A drug that seeps out of vessels: there the concentration of a substance follows that in the blood.
///
/// *Equation*: in voxels that a vessel crosses, c' = rate × (blood - c).
///
/// @param drug      its number
/// @param substance what it is in the tissue, in the same unit
/// @param rate      1/min, not negative
/// @throws IllegalArgumentException if a number is out of its range
public record Supply(int drug, int substance, double rate) {

    public Supply {
        Limits.place("drug", drug);
        Limits.place("substance", substance);
        Limits.notNegative("rate", rate);
    }
}
