package org.immunarium.tissue.model;

/// How long cells of a type live from when they came or were born: see
/// [org.immunarium.tissue.behaviour.Lifespan].
///
/// @param mean    min
/// @param longest that any lives, min, above the mean
public record LifespanModel(double mean, double longest) {}
