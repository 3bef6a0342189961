package org.immunarium.tissue.model;

import java.util.Optional;

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
/// @param oxygen       how it divides and dies by oxygen; empty where rules alone say that
/// @param killing      how it kills what it holds; empty where it does not
/// @param lifespan     how long it lives; empty where only rates of death say that
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
        double[] behaviours,
        Optional<OxygenModel> oxygen,
        Optional<ContactKillingModel> killing,
        Optional<LifespanModel> lifespan) {

    /// A type that does nothing but what its behaviours say.
    public CellType(
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
        this(
                name,
                cycle,
                asymmetric,
                volume,
                apoptosis,
                necrosis,
                motile,
                flatMotion,
                guidance,
                behaviours,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with other behaviours.
    public CellType withBehaviours(double[] others) {
        return with(others, oxygen, killing, lifespan);
    }

    /// The same, but by oxygen it divides and dies like this.
    public CellType withOxygen(OxygenModel other) {
        return with(behaviours, Optional.of(other), killing, lifespan);
    }

    /// The same, but it kills what it holds like this.
    public CellType withKilling(ContactKillingModel other) {
        return with(behaviours, oxygen, Optional.of(other), lifespan);
    }

    /// The same, but it lives as long as this.
    public CellType withLifespan(LifespanModel other) {
        return with(behaviours, oxygen, killing, Optional.of(other));
    }

    private CellType with(
            double[] does,
            Optional<OxygenModel> withOxygen,
            Optional<ContactKillingModel> withKilling,
            Optional<LifespanModel> withLifespan) {
        return new CellType(
                name,
                cycle,
                asymmetric,
                volume,
                apoptosis,
                necrosis,
                motile,
                flatMotion,
                guidance,
                does,
                withOxygen,
                withKilling,
                withLifespan);
    }

    /// The same where daughters can be of another type.
    public CellType withAsymmetricDivision() {
        return new CellType(
                name,
                cycle,
                true,
                volume,
                apoptosis,
                necrosis,
                motile,
                flatMotion,
                guidance,
                behaviours,
                oxygen,
                killing,
                lifespan);
    }
}
