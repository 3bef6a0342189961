package org.immunarium.tissue.model;

import java.util.BitSet;
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

    /// As if no cell were there yet.
    public Beginning without() {
        return new Beginning(List.of(), variations, fields);
    }

    /// The places, in the vocabulary, of behaviours that single cells have of their own.
    public BitSet ownBehaviours() {
        BitSet places = new BitSet();
        for (Placement placement : placements) {
            if (placement instanceof Placement.Cell cell) {
                cell.behaviours().keySet().forEach(places::set);
            }
        }
        variations.forEach(variation -> variation.behaviour().ifPresent(places::set));
        return places;
    }
}
