package org.immunarium.patient.toxicity;

/// Whose doing a side effect is said to be; the two are never mixed.
public enum Kind {
    /// The investigator thought that the treatment caused it.
    TREATMENT_RELATED("treatment-related"),
    /// Inflammation of an organ, from a sponsor's list of terms.
    IMMUNE_RELATED("immune-related");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /// As in tables.
    public String word() {
        return word;
    }

    /// The kind of this word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Kind of(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is neither treatment-related nor immune-related");
    }
}
