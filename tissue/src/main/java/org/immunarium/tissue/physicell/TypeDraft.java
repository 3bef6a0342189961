package org.immunarium.tissue.physicell;

import java.util.List;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.VolumeModel;

/// A cell type while it is read: it begins as a copy of another and is changed by what its own elements say.
final class TypeDraft {

    /// What the direction of its migration follows.
    enum Follows {
        NOTHING,
        ONE_SUBSTANCE,
        ALL_SUBSTANCES,
        ALL_NORMALISED
    }

    private final Names names;
    CycleModel cycle = CycleModel.KI67_ADVANCED;
    boolean asymmetric;
    VolumeModel volume = VolumeModel.DEFAULT;
    DeathModel apoptosis = DeathModel.APOPTOSIS;
    DeathModel necrosis = DeathModel.NECROSIS;
    boolean motile;
    boolean flatMotion;
    Follows follows = Follows.NOTHING;
    int followed;
    boolean up = true;
    double[] behaviours;

    /// What PhysiCell starts its first type from.
    TypeDraft(Names names) {
        this.names = names;
        behaviours = new double[names.behaviours().size()];
        takeRates();
        set(Behaviour.APOPTOSIS, 0.00319 / 60);
        set(Behaviour.MIGRATION_SPEED, 1);
        set(Behaviour.MIGRATION_PERSISTENCE, 1);
        set(Behaviour.ADHESION, 0.4);
        set(Behaviour.ELASTICITY, 0.01);
        setAll(Behaviour.AFFINITY, 1);
        set(Behaviour.ADHESION_DISTANCE, 1.25);
        set(Behaviour.REPULSION, 10);
        set(Behaviour.MEMBRANE_ADHESION, 4);
        set(Behaviour.MEMBRANE_REPULSION, 100);
        set(Behaviour.MOVABLE, 1);
        setAll(Behaviour.IMMUNOGENICITY, 1);
        set(Behaviour.MOST_ATTACHMENTS, 12);
        set(Behaviour.ATTACK_DAMAGE, 1);
        set(Behaviour.ATTACK_DURATION, 30);
    }

    /// A copy of another type.
    TypeDraft(TypeDraft from) {
        names = from.names;
        cycle = from.cycle;
        asymmetric = from.asymmetric;
        volume = from.volume;
        apoptosis = from.apoptosis;
        necrosis = from.necrosis;
        motile = from.motile;
        flatMotion = from.flatMotion;
        follows = from.follows;
        followed = from.followed;
        up = from.up;
        behaviours = from.behaviours.clone();
        // Movable cells only are made.
        set(Behaviour.MOVABLE, 1);
    }

    /// Takes back what a type without parent does not share with the first one.
    void forget() {
        motile = false;
        follows = Follows.NOTHING;
        for (Behaviour behaviour : List.of(
                Behaviour.CHEMOTAXIS,
                Behaviour.SECRETION,
                Behaviour.SECRETION_TARGET,
                Behaviour.UPTAKE,
                Behaviour.EXPORT,
                Behaviour.PHAGOCYTOSE,
                Behaviour.PHAGOCYTOSE_APOPTOTIC,
                Behaviour.PHAGOCYTOSE_NECROTIC,
                Behaviour.PHAGOCYTOSE_OTHER_DEAD,
                Behaviour.ATTACK,
                Behaviour.FUSE,
                Behaviour.TRANSFORM,
                Behaviour.ASYMMETRIC_DIVISION)) {
            setAll(behaviour, 0);
        }
        set(Behaviour.ATTACK_DAMAGE, 1);
    }

    /// Sets the rates out of the phases to those of its cycle.
    void takeRates() {
        for (int phase = 0; phase < Behaviour.MOST_PHASES; phase++) {
            set(
                    Behaviour.exit(phase),
                    phase < cycle.phases().size() ? cycle.phases().get(phase).rate() : 0);
        }
    }

    double get(Behaviour behaviour) {
        return get(behaviour, 0);
    }

    double get(Behaviour behaviour, int subject) {
        return behaviours[names.behaviours().place(behaviour, subject)];
    }

    void set(Behaviour behaviour, double value) {
        set(behaviour, 0, value);
    }

    /// @param subject the number of the substance, type or variable
    void set(Behaviour behaviour, int subject, double value) {
        behaviours[names.behaviours().place(behaviour, subject)] = value;
    }

    private void setAll(Behaviour behaviour, double value) {
        for (int place = 0; place < behaviours.length; place++) {
            if (names.behaviours().word(place) == behaviour) {
                behaviours[place] = value;
            }
        }
    }

    CellType type(String name, DeathDurations durations) {
        Guidance guidance = switch (follows) {
            case NOTHING -> new Guidance.None();
            case ONE_SUBSTANCE -> new Guidance.Chemotaxis(followed, up);
            case ALL_SUBSTANCES -> new Guidance.Weighted(false);
            case ALL_NORMALISED -> new Guidance.Weighted(true);
        };
        CellType type = new CellType(
                name,
                cycle,
                asymmetric,
                volume,
                durations.apoptosis().in(apoptosis),
                durations.necrosis().in(necrosis),
                behaviours.clone());
        return motile ? type.withMigration(new MigrationModel(flatMotion, guidance)) : type;
    }
}
