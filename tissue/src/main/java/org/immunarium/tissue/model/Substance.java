package org.immunarium.tissue.model;

import java.util.Map;

/// What diffuses between cells.
///
/// @param unit      of its concentration; `1` for a plain number, however that is written
/// @param diffusion µm²/min, not negative
/// @param decay     1/min, not negative
/// @param initial   its concentration everywhere at the start, not negative
/// @param edge      the concentration that is held at a side of the domain, not negative; sides that are not named
///                  let nothing through
/// @param every     how many of the model's diffusion steps one of its own takes, at least 1; what
///                  spreads slowly needs fewer
/// @throws IllegalArgumentException if a number is out of its range
public record Substance(
        String name, String unit, double diffusion, double decay, double initial, Map<Face, Double> edge, int every) {

    public Substance {
        unit = PlainUnit.of(unit);
        Limits.notNegative("diffusion", diffusion);
        Limits.notNegative("decay", decay);
        Limits.notNegative("initial", initial);
        edge.forEach((face, value) -> Limits.notNegative(face.name(), value));
        if (every < 1) {
            throw new IllegalArgumentException("a step of " + name + " in " + every + " diffusion steps");
        }
    }

    /// One that takes the model's diffusion steps.
    public Substance(String name, String unit, double diffusion, double decay, double initial, Map<Face, Double> edge) {
        this(name, unit, diffusion, decay, initial, edge, 1);
    }

    /// The same, but it spreads and decays otherwise.
    public Substance withRates(double otherDiffusion, double otherDecay) {
        return new Substance(name, unit, otherDiffusion, otherDecay, initial, edge, every);
    }
}
