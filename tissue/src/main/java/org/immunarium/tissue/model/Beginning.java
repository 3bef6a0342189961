package org.immunarium.tissue.model;

import java.util.List;

/// What a tissue is like at its start, beside its model.
///
/// @param placements where cells are
/// @param variations how cells differ, each applied to the cells of its type once all are placed
/// @param fields     for each substance its concentration in each voxel, x fastest; empty where
///                   each starts with its [Substance#initial] everywhere
public record Beginning(List<Placement> placements, List<Variation> variations, List<double[]> fields) {

    /// With cells that are alike, and substances that are the same everywhere.
    public static Beginning of(List<Placement> placements) {
        return new Beginning(placements, List.of(), List.of());
    }
}
