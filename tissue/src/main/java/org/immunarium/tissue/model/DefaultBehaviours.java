package org.immunarium.tissue.model;

import java.util.Optional;

/// What a cell does unless its type says otherwise: it pushes, sticks and can move, and that is all.
///
/// The values of forces are those of PhysiCell (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991), for
/// MCF-7. A cell shows MHC-I, dies of three lethal hits and repairs half of them in 57 min (Weigelin et al. 2021, doi
/// 10.1038/s41467-021-25282-3); half of a T cell's activity is lost where a quarter of its PD-1 is engaged, and
/// the logarithms of how much more or less of an antigen mutants make have a standard deviation of 0.5 (assumptions).
public final class DefaultBehaviours {

    /// Where values of forces, motion, volume, death and cycles are from.
    public static final String PHYSICELL =
            "as in PhysiCell: Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991";

    private DefaultBehaviours() {}

    /// Where the value of a behaviour is from; empty where it is nothing, or all there can be.
    public static Optional<String> source(Behaviour behaviour) {
        return switch (behaviour) {
            case ADHESION,
                    REPULSION,
                    ADHESION_DISTANCE,
                    AFFINITY,
                    IMMUNOGENICITY,
                    ELASTICITY,
                    MOST_ATTACHMENTS,
                    MEMBRANE_ADHESION,
                    MEMBRANE_REPULSION,
                    MIGRATION_SPEED,
                    MIGRATION_PERSISTENCE,
                    ATTACK_DAMAGE,
                    ATTACK_DURATION -> Optional.of(PHYSICELL);
            case HITS_TO_DIE, HIT_REPAIR ->
                Optional.of(
                        "Weigelin et al. 2021, doi 10.1038/s41467-021-25282-3: three hits, of which half are repaired"
                                + " in 57 min");
            case PD_1_HALF, MUTATION_SPREAD -> Optional.of("assumption");
            default -> Optional.empty();
        };
    }

    /// A number for each place of a vocabulary.
    public static double[] of(Vocabulary<Behaviour> vocabulary) {
        double[] values = new double[vocabulary.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = of(vocabulary.word(place));
        }
        return values;
    }

    private static double of(Behaviour behaviour) {
        return switch (behaviour) {
            case ADHESION -> 0.4;
            case REPULSION -> 10;
            case ADHESION_DISTANCE -> 1.25;
            case AFFINITY, IMMUNOGENICITY, MOVABLE -> 1;
            case ELASTICITY -> 0.01;
            case MOST_ATTACHMENTS -> 12;
            case MEMBRANE_ADHESION -> 4;
            case MEMBRANE_REPULSION -> 100;
            case MIGRATION_SPEED, MIGRATION_PERSISTENCE, ATTACK_DAMAGE -> 1;
            case ATTACK_DURATION -> 30;
            case HITS_TO_DIE -> 3;
            case HIT_REPAIR -> 0.0122;
            case PD_1_HALF -> 0.25;
            case MUTATION_SPREAD -> 0.5;
            case MHC, CHEMOTHERAPY -> 1;
            default -> 0;
        };
    }
}
