package org.immunarium.tissue.model;

import java.util.OptionalDouble;

/// How cells of a type migrate. See [org.immunarium.tissue.behaviour.Migration].
///
/// @param flat     whether in the plane only
/// @param guidance what they are drawn along
/// @param hop      for how long a cell moves each time it turns, min, to rest until it turns again;
///                 empty where it moves all the time
/// @throws IllegalArgumentException if the time is not above 0 and finite
public record MigrationModel(boolean flat, Guidance guidance, OptionalDouble hop) {

    public MigrationModel {
        if (hop.isPresent() && !(hop.getAsDouble() > 0 && hop.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hops of " + hop.getAsDouble() + " min");
        }
    }

    /// Cells that move all the time.
    public MigrationModel(boolean flat, Guidance guidance) {
        this(flat, guidance, OptionalDouble.empty());
    }
}
