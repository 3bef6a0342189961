package org.immunarium.numerics.ode;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The loops over columns that the steppers share, vectorised by hand where that is faster.
///
/// Every lane's numbers come from the same operations in the same order whether it goes through a vector or alone.
final class LaneArithmetic {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private LaneArithmetic() {}

    /// `sum = sum_j weight_j term_j` and, into another array, the same with other weights added to `base`.
    ///
    /// @param count the number of terms, at least 1
    static void combine(
            double[] base, double[][] term, double[] weight, double[] other, int count, double[] into, double[] sum) {
        int length = base.length;
        int k = 0;
        for (; k <= length - SPECIES.length(); k += SPECIES.length()) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, term[0], k);
            DoubleVector a =
                    first.fma(DoubleVector.broadcast(SPECIES, weight[0]), DoubleVector.fromArray(SPECIES, base, k));
            DoubleVector c = first.mul(other[0]);
            for (int j = 1; j < count; j++) {
                DoubleVector u = DoubleVector.fromArray(SPECIES, term[j], k);
                a = u.fma(DoubleVector.broadcast(SPECIES, weight[j]), a);
                c = u.fma(DoubleVector.broadcast(SPECIES, other[j]), c);
            }
            a.intoArray(into, k);
            c.intoArray(sum, k);
        }
        for (; k < length; k++) {
            double a = Math.fma(weight[0], term[0][k], base[k]);
            double c = other[0] * term[0][k];
            for (int j = 1; j < count; j++) {
                a = Math.fma(weight[j], term[j][k], a);
                c = Math.fma(other[j], term[j][k], c);
            }
            into[k] = a;
            sum[k] = c;
        }
    }

    /// `sum = sum_j weight_j term_j`.
    static void sum(double[][] term, double[] weight, int count, double[] sum) {
        int length = sum.length;
        int k = 0;
        for (; k <= length - SPECIES.length(); k += SPECIES.length()) {
            DoubleVector c = DoubleVector.fromArray(SPECIES, term[0], k).mul(weight[0]);
            for (int j = 1; j < count; j++) {
                c = DoubleVector.fromArray(SPECIES, term[j], k).fma(DoubleVector.broadcast(SPECIES, weight[j]), c);
            }
            c.intoArray(sum, k);
        }
        for (; k < length; k++) {
            double c = weight[0] * term[0][k];
            for (int j = 1; j < count; j++) {
                c = Math.fma(weight[j], term[j][k], c);
            }
            sum[k] = c;
        }
    }

    /// `into = left + right`.
    static void add(double[] left, double[] right, double[] into) {
        int length = into.length;
        for (int k = 0; k < length; k++) {
            into[k] = left[k] + right[k];
        }
    }

    /// `into = base + factor[lane] * term`, lane by lane.
    static void addScaled(double[] base, double[] factor, double[] term, int lanes, double[] into) {
        int lane = 0;
        for (; lane <= lanes - SPECIES.length(); lane += SPECIES.length()) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, factor, lane);
            for (int k = lane; k < into.length; k += lanes) {
                f.fma(DoubleVector.fromArray(SPECIES, term, k), DoubleVector.fromArray(SPECIES, base, k))
                        .intoArray(into, k);
            }
        }
        for (; lane < lanes; lane++) {
            double f = factor[lane];
            for (int k = lane; k < into.length; k += lanes) {
                into[k] = Math.fma(f, term[k], base[k]);
            }
        }
    }

    /// The root mean square over the states of `error / (absolute + relative * max(|from|, |to|))`, lane by lane.
    static void norm(
            double[] error,
            double[] from,
            double[] to,
            double[] absolute,
            double relative,
            int lanes,
            double[] result) {
        int n = absolute.length;
        int lane = 0;
        for (; lane <= lanes - SPECIES.length(); lane += SPECIES.length()) {
            DoubleVector total = DoubleVector.zero(SPECIES);
            int k = lane;
            for (int i = 0; i < n; i++) {
                DoubleVector size = DoubleVector.fromArray(SPECIES, from, k)
                        .abs()
                        .max(DoubleVector.fromArray(SPECIES, to, k).abs());
                DoubleVector scale = size.fma(
                        DoubleVector.broadcast(SPECIES, relative), DoubleVector.broadcast(SPECIES, absolute[i]));
                DoubleVector part = DoubleVector.fromArray(SPECIES, error, k).div(scale);
                total = part.fma(part, total);
                k += lanes;
            }
            total.div(n).lanewise(VectorOperators.SQRT).intoArray(result, lane);
        }
        for (; lane < lanes; lane++) {
            double total = 0;
            int k = lane;
            for (int i = 0; i < n; i++) {
                double size = Math.max(Math.abs(from[k]), Math.abs(to[k]));
                double part = error[k] / Math.fma(size, relative, absolute[i]);
                total = Math.fma(part, part, total);
                k += lanes;
            }
            result[lane] = Math.sqrt(total / n);
        }
    }
}
