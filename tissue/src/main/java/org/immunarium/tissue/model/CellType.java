package org.immunarium.tissue.model;

/// A kind of cell.
///
/// @param name         as in rules
/// @param cycle        its phases
/// @param asymmetric   whether daughters can be of another type
/// @param volume       how large
/// @param apoptosis    how it dies of apoptosis
/// @param necrosis     how it dies of necrosis
/// @param motile       whether it migrates
/// @param flatMotion   whether it migrates in the plane only
/// @param guidance     what it is drawn along
/// @param behaviours   its behaviours without rules, by place in the model's vocabulary
public record CellType(
        String name,
        CycleModel cycle,
        boolean asymmetric,
        VolumeModel volume,
        DeathModel apoptosis,
        DeathModel necrosis,
        boolean motile,
        boolean flatMotion,
        Guidance guidance,
        double[] behaviours) {

    /// The same with other behaviours.
    public CellType withBehaviours(double[] others) {
        return new CellType(name, cycle, asymmetric, volume, apoptosis, necrosis, motile, flatMotion, guidance, others);
    }

    /// The same where daughters can be of another type.
    public CellType withAsymmetricDivision() {
        return new CellType(name, cycle, true, volume, apoptosis, necrosis, motile, flatMotion, guidance, behaviours);
    }
}
