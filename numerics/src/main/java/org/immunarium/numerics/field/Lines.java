package org.immunarium.numerics.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Lines along x, one after the other in memory, solved some at a time: they are copied side by
/// side into a buffer, where a row has one number of each, and back.
final class Lines {

    /// Lines in a buffer: two vectors at least on every machine, so that one's sums need not wait
    /// for the other's.
    static final int TOGETHER = 16;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Lines() {}

    /// Solves lines in place.
    ///
    /// @param at     where the first line begins
    /// @param count  the number of lines
    /// @param buffer room for [#TOGETHER] lines
    static void solve(double[] a, int at, int count, ThomasFactors factors, double[] buffer) {
        int length = factors.inverse().length;
        for (int line = 0; line < count; line += TOGETHER) {
            int lines = Math.min(TOGETHER, count - line);
            gather(a, at + line * length, lines, length, buffer);
            solve(buffer, factors);
            scatter(buffer, a, at + line * length, lines, length);
        }
    }

    /// Copies lines side by side.
    static void gather(double[] a, int at, int lines, int length, double[] buffer) {
        Transpose.copy(a, at, length, buffer, 0, TOGETHER, lines, length);
    }

    /// Copies lines back.
    static void scatter(double[] buffer, double[] a, int at, int lines, int length) {
        Transpose.copy(buffer, 0, TOGETHER, a, at, length, length, lines);
    }

    /// As [Rows#solve], with the last row's numbers kept in registers.
    private static void solve(double[] buffer, ThomasFactors factors) {
        double[] inverse = factors.inverse();
        double[] coupling = factors.coupling();
        int end = inverse.length;
        for (int lane = 0; lane < TOGETHER; lane += 2 * LANES) {
            DoubleVector scale = DoubleVector.broadcast(SPECIES, inverse[0]);
            DoubleVector a = DoubleVector.fromArray(SPECIES, buffer, lane).mul(scale);
            DoubleVector b =
                    DoubleVector.fromArray(SPECIES, buffer, lane + LANES).mul(scale);
            a.intoArray(buffer, lane);
            b.intoArray(buffer, lane + LANES);
            for (int x = 1; x < end; x++) {
                int at = x * TOGETHER + lane;
                scale = DoubleVector.broadcast(SPECIES, inverse[x]);
                DoubleVector factor = DoubleVector.broadcast(SPECIES, coupling[x]);
                a = a.fma(factor, DoubleVector.fromArray(SPECIES, buffer, at).mul(scale));
                b = b.fma(
                        factor,
                        DoubleVector.fromArray(SPECIES, buffer, at + LANES).mul(scale));
                a.intoArray(buffer, at);
                b.intoArray(buffer, at + LANES);
            }
            for (int x = end - 2; x >= 0; x--) {
                int at = x * TOGETHER + lane;
                DoubleVector factor = DoubleVector.broadcast(SPECIES, coupling[x]);
                a = a.fma(factor, DoubleVector.fromArray(SPECIES, buffer, at));
                b = b.fma(factor, DoubleVector.fromArray(SPECIES, buffer, at + LANES));
                a.intoArray(buffer, at);
                b.intoArray(buffer, at + LANES);
            }
        }
    }
}
