package org.immunarium.tissue.model;

import java.util.Map;

/// What diffuses between cells.
///
/// @param unit      of its concentration; `1` for a plain number, however that is written
/// @param diffusion µm²/min, not negative
/// @param decay     1/min, not negative
/// @param initial   its concentration everywhere at the start
/// @param edge      the concentration that is held at a side of the domain; sides that are not named let nothing
/// through
public record Substance(
        String name, String unit, double diffusion, double decay, double initial, Map<Face, Double> edge) {

    public Substance {
        unit = PlainUnit.of(unit);
    }
}
