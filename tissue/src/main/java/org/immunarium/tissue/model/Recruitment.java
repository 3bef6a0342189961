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
public record Recruitment(int type, double rate, OptionalInt attractant, double half, double power) {}
