package org.immunarium.numerics.functions;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential] on stretches of arrays, as many lanes at once as the machine has, with the same
/// bits as one at a time.
///
/// A stretch is `length` elements from an offset; results may overwrite arguments in place. Nothing
/// is allocated for ordinary arguments (see [VectorExponential]). Needs the module
/// `jdk.incubator.vector`.
public final class ColumnExponential {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ColumnExponential() {}

    /// `result[to + i] = exp(x[from + i])` for i from 0 to `length - 1`.
    public static void exp(double[] x, int from, double[] result, int to, int length) {
        int i = 0;
        for (; i <= length - SPECIES.length(); i += SPECIES.length()) {
            VectorExponential.exp(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(result, to + i);
        }
        for (; i < length; i++) {
            result[to + i] = Exponential.exp(x[from + i]);
        }
    }

    /// `result[to + i] = log(x[from + i])` for i from 0 to `length - 1`.
    public static void log(double[] x, int from, double[] result, int to, int length) {
        int i = 0;
        for (; i <= length - SPECIES.length(); i += SPECIES.length()) {
            VectorExponential.log(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(result, to + i);
        }
        for (; i < length; i++) {
            result[to + i] = Exponential.log(x[from + i]);
        }
    }

    /// `result[to + i] = pow(x[from + i], y[yFrom + i])` for i from 0 to `length - 1`.
    ///
    /// Zero to a positive power, common in saturation terms, costs nothing extra.
    public static void pow(double[] x, int from, double[] y, int yFrom, double[] result, int to, int length) {
        int i = 0;
        for (; i <= length - SPECIES.length(); i += SPECIES.length()) {
            if (!ColumnPower.pow(x, from + i, y, yFrom + i, result, to + i)) {
                powOneByOne(x, from + i, y, yFrom + i, result, to + i, SPECIES.length());
            }
        }
        powOneByOne(x, from + i, y, yFrom + i, result, to + i, length - i);
    }

    private static void powOneByOne(double[] x, int from, double[] y, int yFrom, double[] result, int to, int length) {
        for (int i = 0; i < length; i++) {
            result[to + i] = Exponential.pow(x[from + i], y[yFrom + i]);
        }
    }
}
