package org.immunarium.numerics.field;

/// What cells do with one substance: columns with one number a cell, or more, in the order of the
/// cells.
///
/// @param secretion S, how fast a cell brings the density up to its target, in 1/min, zero or more
/// @param target    ρ*, the density up to which a cell secretes, zero or more
/// @param uptake    U, in 1/min, zero or more
/// @param export    E, the amount that leaves a cell whatever the density, a min; negative where it
///                  enters
@SuppressWarnings("ArrayRecordComponent") // hot columns, never compared
public record ExchangeRates(double[] secretion, double[] target, double[] uptake, double[] export) {}
