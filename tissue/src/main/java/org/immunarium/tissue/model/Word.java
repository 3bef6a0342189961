package org.immunarium.tissue.model;

import java.util.List;
import java.util.Optional;

/// A word of the vocabulary that rules are written in: something that a cell senses or does.
public interface Word {

    /// What it is about.
    Subject subject();

    /// Whether only models with [Immunity] have it.
    boolean isImmune();

    /// Why it has no effect here whatever its value: only models from elsewhere have it; empty where it may have one.
    Optional<String> idle();

    /// How it is written; `%` stands for the name of the subject: `% secretion`.
    String pattern();

    /// Other ways to write it; `%` stands for the name of the subject, `#` for its number.
    List<String> synonyms();

    /// The unit of its value; `%` stands for that of the substance or variable that it is about, and it is empty for a
    /// plain number. See [TissueModel#unit].
    String unit();
}
