package org.immunarium.numerics.ode;

/// The polynomial that a step leaves behind, in the form all methods here can be brought to.
///
/// With s from 0 at the step's start to 1 at its end and rows r_0 = y0, r_1 = y1, r_2, ...:
///
///     y(s) = (1 - s) r_0 + s (r_1 + (1 - s) (r_2 + s (r_3 + (1 - s) (r_4 + ...))))
///
/// At both ends it is exact to the bit. Row `r` of state `i` is at `[offset + r * dimension + i]`.
final class DenseOutput {

    private DenseOutput() {}

    /// The value of state `i` at `s`.
    static double value(double[] rows, int offset, int dimension, int count, double s, int i) {
        double rest = 1 - s;
        double inner = 0;
        int at = offset + (count - 1) * dimension + i;
        for (int r = count - 1; r >= 2; r--) {
            inner = Math.fma((r & 1) == 0 ? s : rest, inner, rows[at]);
            at -= dimension;
        }
        double upper = Math.fma(rest, inner, rows[at]);
        return Math.fma(s, upper, rest * rows[at - dimension]);
    }

    /// All states at `s`, row by row so that the loops vectorise.
    static void values(double[] rows, int dimension, int count, double s, double[] into) {
        double rest = 1 - s;
        int at = (count - 1) * dimension;
        System.arraycopy(rows, at, into, 0, dimension);
        for (int r = count - 2; r >= 1; r--) {
            at -= dimension;
            double factor = (r & 1) == 0 ? s : rest;
            for (int i = 0; i < dimension; i++) {
                into[i] = Math.fma(factor, into[i], rows[at + i]);
            }
        }
        for (int i = 0; i < dimension; i++) {
            into[i] = Math.fma(s, into[i], rest * rows[i]);
        }
    }
}
