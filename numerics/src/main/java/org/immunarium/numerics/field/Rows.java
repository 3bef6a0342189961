package org.immunarium.numerics.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Lines side by side, solved together: rows of numbers next to each other in memory, one number a
/// line, each row a stride after the last.
///
/// Every line's numbers come from the same operations in the same order, in a vector or alone.
final class Rows {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Rows() {}

    /// Solves the lines in place.
    ///
    /// @param at    where the first row begins
    /// @param width the number of lines
    static void solve(double[] a, int at, int width, int stride, ThomasFactors factors) {
        double[] inverse = factors.inverse();
        double[] coupling = factors.coupling();
        int count = inverse.length;
        scale(a, at, width, inverse[0]);
        int row = at;
        for (int k = 1; k < count; k++) {
            row += stride;
            forward(a, row, row - stride, width, inverse[k], coupling[k]);
        }
        for (int k = count - 2; k >= 0; k--) {
            row -= stride;
            backward(a, row, row + stride, width, coupling[k]);
        }
    }

    private static void scale(double[] a, int row, int width, double factor) {
        for (int i = row; i < row + width; i++) {
            a[i] *= factor;
        }
    }

    /// `a[row] = inverse a[row] + coupling a[before]`. The last vector overlaps the one before
    /// it: its lanes are read before any is written, and those that are written twice get the
    /// same number.
    private static void forward(double[] a, int row, int before, int width, double inverse, double coupling) {
        if (width < LANES) {
            for (int i = 0; i < width; i++) {
                a[row + i] = Math.fma(coupling, a[before + i], inverse * a[row + i]);
            }
            return;
        }
        DoubleVector scale = DoubleVector.broadcast(SPECIES, inverse);
        DoubleVector factor = DoubleVector.broadcast(SPECIES, coupling);
        int rest = width - LANES;
        DoubleVector last = DoubleVector.fromArray(SPECIES, a, before + rest)
                .fma(factor, DoubleVector.fromArray(SPECIES, a, row + rest).mul(scale));
        for (int i = 0; i < rest; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, before + i)
                    .fma(factor, DoubleVector.fromArray(SPECIES, a, row + i).mul(scale))
                    .intoArray(a, row + i);
        }
        last.intoArray(a, row + rest);
    }

    /// `a[row] = a[row] + coupling a[after]`, likewise.
    private static void backward(double[] a, int row, int after, int width, double coupling) {
        if (width < LANES) {
            for (int i = 0; i < width; i++) {
                a[row + i] = Math.fma(coupling, a[after + i], a[row + i]);
            }
            return;
        }
        DoubleVector factor = DoubleVector.broadcast(SPECIES, coupling);
        int rest = width - LANES;
        DoubleVector last = DoubleVector.fromArray(SPECIES, a, after + rest)
                .fma(factor, DoubleVector.fromArray(SPECIES, a, row + rest));
        for (int i = 0; i < rest; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, after + i)
                    .fma(factor, DoubleVector.fromArray(SPECIES, a, row + i))
                    .intoArray(a, row + i);
        }
        last.intoArray(a, row + rest);
    }
}
