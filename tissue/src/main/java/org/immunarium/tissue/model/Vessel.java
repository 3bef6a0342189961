package org.immunarium.tissue.model;

/// A blood vessel that crosses the tissue along z.
///
/// @param x      of its axis, µm
/// @param y      of its axis, µm
/// @param radius µm, above 0
public record Vessel(double x, double y, double radius) {}
