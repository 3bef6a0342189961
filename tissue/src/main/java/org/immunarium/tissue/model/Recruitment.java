package org.immunarium.tissue.model;

import java.util.OptionalInt;

/// Cells that come out of vessels by themselves.
///
/// *Equation*: from each vessel, rate × h cells a minute on average, with h = cⁿ / (cⁿ + halfⁿ) where a substance at
/// the vessel attracts them, else 1.
///
/// @param type       their number
/// @param rate       1/min, from each vessel
/// @param attractant the number of the substance
/// @param half       its concentration where half as many come
/// @param power      n
/// @throws IllegalArgumentException if a number is out of its range
public record Recruitment(int type, double rate, OptionalInt attractant, double half, double power) {

    /// The highest rate that a model's file may have, 1/min: far more than comes out of any vessel.
    public static final double MOST = 1e5;

    public Recruitment {
        Limits.place("type", type);
        Limits.notNegative("rate", rate);
        Limits.above("half", half, 0);
        Limits.above("power", power, 0);
    }
}
