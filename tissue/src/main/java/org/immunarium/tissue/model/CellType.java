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
/// @param behaviours   its behaviours without rules, by place in the model's vocabulary
/// @param migration    how it migrates; empty where it does not
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
        double[] behaviours,
        Optional<MigrationModel> migration,
        Optional<OxygenModel> oxygen,
        Optional<ContactKillingModel> killing,
        Optional<LifespanModel> lifespan) {

    /// A type that stays where it is, and does nothing but what its behaviours say.
    public CellType(
            String name,
            CycleModel cycle,
            boolean asymmetric,
            VolumeModel volume,
            DeathModel apoptosis,
            DeathModel necrosis,
            double[] behaviours) {
        this(
                name,
                cycle,
                asymmetric,
                volume,
                apoptosis,
                necrosis,
                behaviours,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A type with the cycle, volume and deaths of a usual cell.
    public CellType(String name, double[] behaviours) {
        this(name, CycleModel.LIVE, false, VolumeModel.DEFAULT, DeathModel.APOPTOSIS, DeathModel.NECROSIS, behaviours);
    }

    /// Whether its cells go by hops, each within a step ([MigrationModel#hop]).
    public boolean hops() {
        return migration.isPresent() && migration.get().hop().isPresent();
    }

    /// The same with other behaviours.
    public CellType withBehaviours(double[] others) {
        return with(cycle, asymmetric, others, migration, oxygen, killing, lifespan);
    }

    /// The same with another cycle.
    public CellType withCycle(CycleModel other) {
        return with(other, asymmetric, behaviours, migration, oxygen, killing, lifespan);
    }

    /// The same, but it migrates like this.
    public CellType withMigration(MigrationModel other) {
        return with(cycle, asymmetric, behaviours, Optional.of(other), oxygen, killing, lifespan);
    }

    /// The same, but by oxygen it divides and dies like this.
    public CellType withOxygen(OxygenModel other) {
        return with(cycle, asymmetric, behaviours, migration, Optional.of(other), killing, lifespan);
    }

    /// The same, but it kills what it holds like this.
    public CellType withKilling(ContactKillingModel other) {
        return with(cycle, asymmetric, behaviours, migration, oxygen, Optional.of(other), lifespan);
    }

    /// The same, but it lives as long as this.
    public CellType withLifespan(LifespanModel other) {
        return with(cycle, asymmetric, behaviours, migration, oxygen, killing, Optional.of(other));
    }

    /// The same where daughters can be of another type.
    public CellType withAsymmetricDivision() {
        return with(cycle, true, behaviours, migration, oxygen, killing, lifespan);
    }

    private CellType with(
            CycleModel withCycle,
            boolean withAsymmetry,
            double[] withBehaviours,
            Optional<MigrationModel> withMigration,
            Optional<OxygenModel> withOxygen,
            Optional<ContactKillingModel> withKilling,
            Optional<LifespanModel> withLifespan) {
        return new CellType(
                name,
                withCycle,
                withAsymmetry,
                volume,
                apoptosis,
                necrosis,
                withBehaviours,
                withMigration,
                withOxygen,
                withKilling,
                withLifespan);
    }
}
