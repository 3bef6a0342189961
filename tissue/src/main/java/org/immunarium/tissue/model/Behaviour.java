package org.immunarium.tissue.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What a cell does, and how fast: each is a number that a cell type sets and that rules change. The words are
/// those of Johnson et al., Cell 2025, doi 10.1016/j.cell.2025.06.048.
///
/// The order is that of the vocabulary; a new word goes to the end, with its `Scope` where only models with immunity
/// have it.
public enum Behaviour implements Word {
    SECRETION(Subject.SUBSTANCE, "% secretion", "1/min"),
    /// The concentration that secretion strives for.
    SECRETION_TARGET(Subject.SUBSTANCE, "% secretion target", "%", "% secretion saturation density"),
    UPTAKE(Subject.SUBSTANCE, "% uptake", "1/min"),
    /// An amount, which is concentration times volume, per minute, whatever the concentration;
    /// below 0 it is taken, as far as it is there.
    EXPORT(Subject.SUBSTANCE, "% export", "% µm^3/min"),
    /// The rate out of the first phase of the cycle.
    CYCLE_ENTRY(Subject.CELL, "cycle entry", "1/min", "exit from cycle phase 0"),
    EXIT_PHASE_1(Subject.CELL, "exit from cycle phase 1", "1/min"),
    EXIT_PHASE_2(Subject.CELL, "exit from cycle phase 2", "1/min"),
    EXIT_PHASE_3(Subject.CELL, "exit from cycle phase 3", "1/min"),
    EXIT_PHASE_4(Subject.CELL, "exit from cycle phase 4", "1/min"),
    EXIT_PHASE_5(Subject.CELL, "exit from cycle phase 5", "1/min"),
    APOPTOSIS(Subject.CELL, "apoptosis", "1/min"),
    NECROSIS(Subject.CELL, "necrosis", "1/min"),
    MIGRATION_SPEED(Subject.CELL, "migration speed", "µm/min"),
    /// 0 for a random walk, 1 for straight along the gradient.
    MIGRATION_BIAS(Subject.CELL, "migration bias", ""),
    MIGRATION_PERSISTENCE(Subject.CELL, "migration persistence time", "min"),
    /// How much a substance counts in the direction of migration; negative to flee it.
    CHEMOTAXIS(Subject.SUBSTANCE, "chemotactic response to %", "", "chemotactic sensitivity to %"),
    ADHESION(Subject.CELL, "cell-cell adhesion", "µm/min"),
    ELASTICITY(Subject.CELL, "cell-cell adhesion elastic constant", "1/min"),
    AFFINITY(Subject.TYPE, "adhesive affinity to %", "", "adhesive affinity to cell type #"),
    /// Adhesion reaches this many radii.
    ADHESION_DISTANCE(Subject.CELL, "relative maximum adhesion distance", ""),
    REPULSION(Subject.CELL, "cell-cell repulsion", "µm/min"),
    MEMBRANE_ADHESION(Subject.CELL, "cell-BM adhesion", "µm/min", "cell-membrane adhesion"),
    MEMBRANE_REPULSION(Subject.CELL, "cell-BM repulsion", "µm/min", "cell-membrane repulsion"),
    PHAGOCYTOSE_APOPTOTIC(
            Subject.CELL,
            "phagocytose apoptotic cell",
            "1/min",
            "phagocytosis of apoptotic cell",
            "phagocytosis of apoptotic cells"),
    PHAGOCYTOSE_NECROTIC(
            Subject.CELL,
            "phagocytose necrotic cell",
            "1/min",
            "phagocytosis of necrotic cell",
            "phagocytosis of necrotic cells"),
    PHAGOCYTOSE_OTHER_DEAD(
            Subject.CELL,
            "phagocytose other dead cell",
            "1/min",
            "phagocytosis of other dead cell",
            "phagocytosis of other dead cells"),
    PHAGOCYTOSE(
            Subject.TYPE,
            "phagocytose %",
            "1/min",
            "phagocytose cell type #",
            "phagocytosis of %",
            "phagocytosis of #"),
    ATTACK(Subject.TYPE, "attack %", "1/min", "attack cell type #"),
    FUSE(Subject.TYPE, "fuse to %", "1/min", "fuse to cell type #"),
    TRANSFORM(
            Subject.TYPE,
            "transform to %",
            "1/min",
            "transform to cell type #",
            "transition to %",
            "transition to cell type #"),
    /// The probability that a daughter is of another type.
    ASYMMETRIC_DIVISION(Subject.TYPE, "asymmetric division to %", "", "asymmetric division to cell type #"),
    CUSTOM(Subject.VARIABLE, "custom:%", "%", "custom: %", "custom %", "custom #"),
    /// Above 0.5 it can move.
    MOVABLE(Subject.CELL, "is_movable", "", "is movable", "movable"),
    /// How much an attacker of a type is drawn to it.
    IMMUNOGENICITY(Subject.TYPE, "immunogenicity to %", "", "immunogenicity to cell type #"),
    ATTACHMENT(Subject.CELL, "cell attachment rate", "1/min"),
    DETACHMENT(Subject.CELL, "cell detachment rate", "1/min"),
    MOST_ATTACHMENTS(Subject.CELL, "maximum number of cell attachments", ""),
    ATTACK_DAMAGE(Subject.CELL, "attack damage rate", "1/min", "damage rate of attack"),
    ATTACK_DURATION(Subject.CELL, "attack duration", "min"),
    DAMAGE(Subject.CELL, "damage rate", "1/min"),
    DAMAGE_REPAIR(Subject.CELL, "damage repair rate", "1/min"),
    /// How much of an antigen it has; 1 is usual.
    EXPRESSION(Scope.IMMUNITY, Subject.ANTIGEN, "% expression", ""),
    /// The probability, at each division, that a daughter has lost an antigen for good.
    ANTIGEN_LOSS(Scope.IMMUNITY, Subject.ANTIGEN, "loss of %", ""),
    /// How well its T-cell receptor fits an antigen on MHC-I.
    TCR(Scope.IMMUNITY, Subject.ANTIGEN, "TCR affinity to %", ""),
    /// How well its chimeric receptor fits an antigen, which needs no MHC-I.
    CAR(Scope.IMMUNITY, Subject.ANTIGEN, "CAR affinity to %", ""),
    /// How much MHC-I it has to show antigens on; 1 is usual.
    MHC(Scope.IMMUNITY, Subject.CELL, "MHC-I expression", ""),
    /// The probability, at each division, that a daughter has lost MHC-I for good.
    MHC_LOSS(Scope.IMMUNITY, Subject.CELL, "loss of MHC-I", ""),
    /// How fast it engages a cell that it touches and fully recognises.
    ENGAGEMENT(Scope.IMMUNITY, Subject.CELL, "engagement rate", "1/min"),
    /// Lethal hits to the cell that it is engaged with, at full activity.
    LETHAL_HITS(Scope.IMMUNITY, Subject.CELL, "lethal hit rate", "1/min"),
    /// How many lethal hits kill it.
    HITS_TO_DIE(Scope.IMMUNITY, Subject.CELL, "lethal hits to die", ""),
    HIT_REPAIR(Scope.IMMUNITY, Subject.CELL, "lethal hit repair rate", "1/min"),
    PD_1(Scope.IMMUNITY, Subject.CELL, "PD-1 expression", ""),
    PD_L1(Scope.IMMUNITY, Subject.CELL, "PD-L1 expression", ""),
    /// At this much engaged PD-1, half of its activity is left.
    PD_1_HALF(Scope.IMMUNITY, Subject.CELL, "PD-1 half-inhibition", ""),
    /// How much it holds back effectors that it touches.
    SUPPRESSION(Scope.IMMUNITY, Subject.CELL, "suppression", ""),
    /// How well it recognises stressed cells that lack MHC-I.
    MISSING_SELF(Scope.IMMUNITY, Subject.CELL, "missing-self recognition", ""),
    STRESS(Scope.IMMUNITY, Subject.CELL, "stress ligand expression", ""),
    /// How well it recognises what antibodies have marked.
    FC(Scope.IMMUNITY, Subject.CELL, "Fc affinity", ""),
    /// How much of what engagers of T cells bind to it has.
    CD3(Scope.IMMUNITY, Subject.CELL, "CD3 expression", ""),
    PHAGOCYTOSE_OPSONISED(
            Scope.IMMUNITY, Subject.CELL, "phagocytose opsonised cell", "1/min", "phagocytosis of opsonised cells"),
    /// How much it says "do not eat me".
    CD47(Scope.IMMUNITY, Subject.CELL, "CD47 expression", ""),
    /// How fast it strips antigens off the cell that it is engaged with.
    TROGOCYTOSIS(Scope.IMMUNITY, Subject.CELL, "trogocytosis rate", "1/min"),
    /// How fast it makes stripped antigens anew.
    ANTIGEN_RECOVERY(Scope.IMMUNITY, Subject.CELL, "antigen recovery rate", "1/min"),
    EXHAUSTION(Scope.IMMUNITY, Subject.CELL, "exhaustion rate", "1/min"),
    EXHAUSTION_RECOVERY(Scope.IMMUNITY, Subject.CELL, "exhaustion recovery rate", "1/min"),
    /// The probability that it dies rather than divides where a drug against dividing cells is at full effect.
    CHEMOTHERAPY(Scope.IMMUNITY, Subject.CELL, "chemotherapy sensitivity", ""),
    /// How fast it goes into a vessel that it touches.
    INTRAVASATION(Scope.IMMUNITY, Subject.CELL, "intravasation rate", "1/min"),
    /// How fast it leaves for the lymph node.
    EGRESS(Scope.IMMUNITY, Subject.CELL, "egress rate", "1/min"),
    /// The probability, at each division, that a daughter has another expression of an antigen, which is inherited.
    ANTIGEN_MUTATION(Scope.IMMUNITY, Subject.ANTIGEN, "mutation of %", ""),
    /// By what factor it has: the standard deviation of its natural logarithm.
    MUTATION_SPREAD(Scope.IMMUNITY, Subject.CELL, "mutation spread", "");

    /// So many radii adhesion reaches at most: who reaches as far has thousands of neighbours in a dense tissue.
    public static final double FARTHEST = 10;

    /// The most phases that a cycle can have.
    public static final int MOST_PHASES = 6;

    private final Scope scope;
    private final Subject subject;
    private final String pattern;
    private final String unit;
    private final List<String> synonyms;

    Behaviour(Subject subject, String pattern, String unit, String... synonyms) {
        this(Scope.ANY_TISSUE, subject, pattern, unit, synonyms);
    }

    Behaviour(Scope scope, Subject subject, String pattern, String unit, String... synonyms) {
        this.scope = scope;
        this.subject = subject;
        this.pattern = pattern;
        this.unit = unit;
        this.synonyms = List.of(synonyms);
    }

    /// The rate out of a phase of the cycle.
    ///
    /// @param phase from 0 to 5
    public static Behaviour exit(int phase) {
        return values()[CYCLE_ENTRY.ordinal() + Objects.checkIndex(phase, MOST_PHASES)];
    }

    /// The phase of the cycle whose rate this is, from 0; empty for what is no rate of the cycle.
    public OptionalInt exitPhase() {
        int phase = ordinal() - CYCLE_ENTRY.ordinal();
        return phase >= 0 && phase < MOST_PHASES ? OptionalInt.of(phase) : OptionalInt.empty();
    }

    /// The least value that it may have: 0, or none for what has a direction.
    public double lowest() {
        return switch (this) {
            case CHEMOTAXIS, EXPORT, CUSTOM -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    /// The largest value that it may have: 1 for what is a fraction, [#FARTHEST] for how far adhesion reaches, else
    /// none.
    public double highest() {
        return switch (this) {
            case MIGRATION_BIAS, ASYMMETRIC_DIVISION, ANTIGEN_LOSS, ANTIGEN_MUTATION, MHC_LOSS, CHEMOTHERAPY -> 1;
            case ADHESION_DISTANCE -> FARTHEST;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    @Override
    public boolean isImmune() {
        return scope == Scope.IMMUNITY;
    }

    @Override
    public Optional<String> idle() {
        return switch (this) {
            case MEMBRANE_ADHESION, MEMBRANE_REPULSION -> Optional.of("there are no membranes");
            case PHAGOCYTOSE_OTHER_DEAD -> Optional.of("all that are dead are apoptotic or necrotic");
            default -> Optional.empty();
        };
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public String unit() {
        return unit;
    }
}
