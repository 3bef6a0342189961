package org.immunarium.tissue.model;

import java.util.Map;

/// How cells come to be where they are at the start.
public sealed interface Placement {

    /// One cell at a place.
    ///
    /// @param type       the number of its type
    /// @param volume     µm³; NaN for its type's
    /// @param behaviours values that only this cell has, by place in the vocabulary; a rule for the same behaviour
    ///                   replaces them
    record Cell(int type, double x, double y, double z, double volume, Map<Integer, Double> behaviours)
            implements Placement {}

    /// Cells anywhere in the domain, each place as likely as any other, in a flat domain on the plane z = 0.
    ///
    /// @param type the number of their type
    record Scattered(int type, int count) implements Placement {}
}
