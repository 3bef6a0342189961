package org.immunarium.tissue.model;

/// A blood vessel that crosses the tissue along z.
///
/// @param x      of its axis, µm
/// @param y      of its axis, µm
/// @param radius µm, above 0
/// @throws IllegalArgumentException if a number is out of its range
public record Vessel(double x, double y, double radius) {

    public Vessel {
        if (!(radius > 0 && Double.isFinite(x + y + radius))) {
            throw new IllegalArgumentException("a vessel of " + radius + " µm at " + x + ", " + y);
        }
    }
}
