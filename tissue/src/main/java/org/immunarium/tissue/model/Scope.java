package org.immunarium.tissue.model;

/// Which models have a word.
enum Scope {
    /// All.
    ANY_TISSUE,
    /// Those with [Immunity].
    IMMUNITY
}
