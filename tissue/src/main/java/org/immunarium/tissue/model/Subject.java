package org.immunarium.tissue.model;

/// What a word of the vocabulary is about, beside the cell itself.
public enum Subject {
    /// Nothing else.
    CELL,
    /// One of the model's substances.
    SUBSTANCE,
    /// One of the model's cell types.
    TYPE,
    /// One of the model's custom variables.
    VARIABLE,
    /// One of the model's antigens.
    ANTIGEN,
    /// One of the model's drugs.
    DRUG
}
