package org.immunarium.tissue.model;

import java.util.List;
import java.util.Optional;

/// What a cell senses. The words are those of Johnson et al., *Human interpretable grammar encodes multicellular
/// systems biology models to democratize virtual cell laboratories*, Cell 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// The order is that of the vocabulary; a new word goes to the end, with its `Scope` where only models with immunity
/// have it.
public enum Signal implements Word {
    /// The concentration where the cell is; 0 for what steps leave below 0.
    SUBSTANCE(Subject.SUBSTANCE, "%", "%"),
    /// The concentration of what the cell has taken up: its amount by the cell's volume; 0 where it
    /// gave off more.
    INTERNALIZED(Subject.SUBSTANCE, "internalized %", "%", "intracellular %"),
    /// The length of the gradient where the cell is.
    GRADIENT(Subject.SUBSTANCE, "% gradient", "%/µm", "grad(%)", "gradient of %"),
    /// How much neighbours press; see `mechanics`.
    PRESSURE(Subject.CELL, "pressure", ""),
    VOLUME(Subject.CELL, "volume", "µm^3"),
    /// How many cells of a type touch it, living and dead ones.
    CONTACT(Subject.TYPE, "contact with %", "", "contact with cell type #"),
    CONTACT_LIVE(Subject.CELL, "contact with live cell", "", "contact with live cells"),
    CONTACT_DEAD(Subject.CELL, "contact with dead cell", "", "contact with dead cells"),
    CONTACT_APOPTOTIC(Subject.CELL, "contact with apoptotic cell", "", "contact with apoptotic cells"),
    CONTACT_NECROTIC(Subject.CELL, "contact with necrotic cell", "", "contact with necrotic cells"),
    CONTACT_OTHER_DEAD(Subject.CELL, "contact with other dead cell", "", "contact with other dead cells"),
    /// 1 where it touches a membrane, else 0.
    CONTACT_MEMBRANE(Subject.CELL, "contact with basement membrane", "", "contact with BM", "contact with bm"),
    /// What attackers have done to it, and chance.
    DAMAGE(Subject.CELL, "damage", ""),
    /// What it has done to others as an attacker, in all.
    DAMAGE_DELIVERED(Subject.CELL, "damage delivered", "", "damage inflicted", "total damage delivered"),
    /// 1 while it attacks, else 0.
    ATTACKING(Subject.CELL, "attacking", "", "is attacking"),
    /// 1 once it is dead, else 0.
    DEAD(Subject.CELL, "dead", "", "is dead"),
    /// How long it was attacked since it was born, by all attackers.
    ATTACK_TIME(Subject.CELL, "total attack time", "min"),
    /// Since the start.
    TIME(Subject.CELL, "time", "min", "current time", "global time"),
    CUSTOM(Subject.VARIABLE, "custom:%", "%", "custom: %", "custom %", "custom #"),
    /// 1 while it is apoptotic, else 0.
    APOPTOTIC(Subject.CELL, "apoptotic", "", "is apoptotic", "is_apoptotic"),
    /// 1 while it is necrotic, else 0.
    NECROTIC(Subject.CELL, "necrotic", "", "is necrotic", "is_necrotic"),
    /// How much of an antigen is on it now.
    ON_CELL(Scope.IMMUNITY, Subject.ANTIGEN, "% on cell", ""),
    /// How much of an antigen it has eaten.
    CARGO(Scope.IMMUNITY, Subject.ANTIGEN, "% cargo", "", "cargo of %"),
    /// The concentration of a drug around the cells, in its own unit.
    DRUG(Scope.IMMUNITY, Subject.DRUG, "% concentration", "%"),
    /// How active it was as an effector in the last phenotype step, from 0 to 1.
    STIMULATION(Scope.IMMUNITY, Subject.CELL, "stimulation", ""),
    /// For how long it was fully active in its life, its mothers' included.
    EXPERIENCE(Scope.IMMUNITY, Subject.CELL, "antigen experience", "min"),
    /// From 0 to 1.
    EXHAUSTION(Scope.IMMUNITY, Subject.CELL, "exhaustion", ""),
    /// Lethal hits that it has not repaired.
    LETHAL_HITS(Scope.IMMUNITY, Subject.CELL, "lethal hits", ""),
    /// How much of it antibodies have marked.
    OPSONISATION(Scope.IMMUNITY, Subject.CELL, "opsonisation", "");

    private final Scope scope;
    private final Subject subject;
    private final String pattern;
    private final String unit;
    private final List<String> synonyms;

    Signal(Subject subject, String pattern, String unit, String... synonyms) {
        this(Scope.ANY_TISSUE, subject, pattern, unit, synonyms);
    }

    Signal(Scope scope, Subject subject, String pattern, String unit, String... synonyms) {
        this.scope = scope;
        this.subject = subject;
        this.pattern = pattern;
        this.unit = unit;
        this.synonyms = List.of(synonyms);
    }

    @Override
    public boolean isImmune() {
        return scope == Scope.IMMUNITY;
    }

    @Override
    public Optional<String> idle() {
        return switch (this) {
            case CONTACT_MEMBRANE -> Optional.of("there are no membranes");
            case CONTACT_OTHER_DEAD -> Optional.of("all that are dead are apoptotic or necrotic");
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
