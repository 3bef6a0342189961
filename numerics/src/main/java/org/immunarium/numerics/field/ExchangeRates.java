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
public record ExchangeRates(double[] secretion, double[] target, double[] uptake, double[] export) {

    /// Makes sure of what a cell does.
    ///
    /// @throws IllegalArgumentException if a number is out of its range
    void check(int cell, double volume) {
        double s = secretion[cell];
        double t = target[cell];
        double u = uptake[cell];
        double sum = volume + s + t + u + Math.abs(export[cell]);
        if (!(volume >= 0 && s >= 0 && t >= 0 && u >= 0 && sum <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("cell " + cell + " of volume " + volume + " with secretion " + s
                    + " towards " + t + ", uptake " + u + " and export " + export[cell]);
        }
    }
}
