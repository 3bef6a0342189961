package org.immunarium.tissue.model;

/// How long cells of a type live from when they came or were born: see
/// [org.immunarium.tissue.behaviour.Lifespan].
///
/// @param mean    min
/// @param longest that any lives, min, above the mean
/// @throws IllegalArgumentException if a number is out of its range
public record LifespanModel(double mean, double longest) {

    public LifespanModel {
        if (!(mean > 0 && longest > mean && longest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a life of " + mean + " min on average and " + longest + " at most");
        }
    }
}
