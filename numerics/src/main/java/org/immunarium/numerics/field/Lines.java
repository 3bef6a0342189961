package org.immunarium.numerics.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Lines along x, one after the other in memory, solved some at a time: they are copied side by
/// side into a buffer, where a row has one number of each, and back.
final class Lines {

    /// Lines in a buffer: two vectors at least, so that one's sums need not wait for the other's.
    static final int TOGETHER = 16;

    /// No wider than half of a buffer, whatever the machine has.
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() <= TOGETHER / 2
            ? DoubleVector.SPECIES_PREFERRED
            : DoubleVector.SPECIES_512;

    private static final int LANES = SPECIES.length();

    private Lines() {}

    /// Solves lines in place.
    ///
    /// @param at     where the first line begins
    /// @param count  the number of lines
    /// @param buffer room for [#TOGETHER] lines
    /// @param blocks whether lines are copied block by block, which is faster where they are in a
    ///               cache, else line by line
    static void solve(double[] a, int at, int count, ThomasFactors factors, double[] buffer, boolean blocks) {
        int length = factors.inverse().length;
        for (int line = 0; line < count; line += TOGETHER) {
            int lines = Math.min(TOGETHER, count - line);
            int start = at + line * length;
            if (blocks) {
                Transpose.copy(a, start, length, buffer, 0, TOGETHER, lines, length);
                solve(buffer, factors);
                Transpose.copy(buffer, 0, TOGETHER, a, start, length, length, lines);
            } else {
                gather(a, start, lines, length, buffer);
                solve(buffer, factors);
                scatter(buffer, a, start, lines, length);
            }
        }
    }

    private static void gather(double[] a, int at, int lines, int length, double[] buffer) {
        for (int line = 0; line < lines; line++) {
            int from = at + line * length;
            for (int x = 0; x < length; x++) {
                buffer[x * TOGETHER + line] = a[from + x];
            }
        }
    }

    private static void scatter(double[] buffer, double[] a, int at, int lines, int length) {
        for (int line = 0; line < lines; line++) {
            int to = at + line * length;
            for (int x = 0; x < length; x++) {
                a[to + x] = buffer[x * TOGETHER + line];
            }
        }
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
