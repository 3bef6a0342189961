package org.immunarium.tissue.model;

/// What a migrating cell is drawn along.
public sealed interface Guidance {

    /// Nothing: a random walk.
    record None() implements Guidance {}

    /// The gradient of one substance.
    ///
    /// @param substance its number
    /// @param up        whether towards more of it
    record Chemotaxis(int substance, boolean up) implements Guidance {}

    /// The gradients of all substances, each as much as its chemotactic response says.
    ///
    /// @param normalised whether each gradient counts by its direction alone
    record Weighted(boolean normalised) implements Guidance {}
}
