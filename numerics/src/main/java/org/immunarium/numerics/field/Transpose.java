package org.immunarium.numerics.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Copies a matrix of rows in memory to one of its columns, in square blocks that stay in registers.
///
/// A block of n vectors of n lanes is transposed in log2 n rounds: in that with the distance s, rows
/// s apart swap the halves of their groups of 2 s lanes. Numbers are moved only, so that the result
/// is the same on every machine.
final class Transpose {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /// Swaps each lane with that 1, 2 or 4 away.
    private static final VectorShuffle<Double> SWAP_1 = swap(1);

    private static final VectorShuffle<Double> SWAP_2 = swap(2);
    private static final VectorShuffle<Double> SWAP_4 = swap(4);

    /// The upper lanes of each group of 2, 4 or 8.
    private static final VectorMask<Double> UPPER_1 = upper(1);

    private static final VectorMask<Double> UPPER_2 = upper(2);
    private static final VectorMask<Double> UPPER_4 = upper(4);

    private Transpose() {}

    private static VectorShuffle<Double> swap(int distance) {
        return VectorShuffle.fromOp(SPECIES, lane -> distance < LANES ? lane ^ distance : lane);
    }

    private static VectorMask<Double> upper(int distance) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }

    /// `to[column][row] = from[row][column]`.
    ///
    /// @param at         where the first row begins
    /// @param stride     from row to row, at least `columns`
    /// @param goal       where the first column is to begin
    /// @param goalStride from column to column there, at least `rows`
    static void copy(double[] from, int at, int stride, double[] to, int goal, int goalStride, int rows, int columns) {
        if (rows < LANES || columns < LANES || LANES != 4 && LANES != 8) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    to[goal + column * goalStride + row] = from[at + row * stride + column];
                }
            }
            return;
        }
        // The last blocks overlap those before them.
        for (int next = 0; next < rows; next += LANES) {
            int row = Math.min(next, rows - LANES);
            for (int along = 0; along < columns; along += LANES) {
                int column = Math.min(along, columns - LANES);
                int source = at + row * stride + column;
                int sink = goal + column * goalStride + row;
                if (LANES == 8) {
                    eight(from, source, stride, to, sink, goalStride);
                } else {
                    four(from, source, stride, to, sink, goalStride);
                }
            }
        }
    }

    private static void four(double[] from, int at, int stride, double[] to, int goal, int goalStride) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, from, at);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, from, at + stride);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, from, at + 2 * stride);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, from, at + 3 * stride);
        DoubleVector b0 = a0.blend(a2.rearrange(SWAP_2), UPPER_2);
        DoubleVector b1 = a1.blend(a3.rearrange(SWAP_2), UPPER_2);
        DoubleVector b2 = a0.rearrange(SWAP_2).blend(a2, UPPER_2);
        DoubleVector b3 = a1.rearrange(SWAP_2).blend(a3, UPPER_2);
        store(b0, b1, to, goal, goalStride);
        store(b2, b3, to, goal + 2 * goalStride, goalStride);
    }

    private static void eight(double[] from, int at, int stride, double[] to, int goal, int goalStride) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, from, at);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, from, at + stride);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, from, at + 2 * stride);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, from, at + 3 * stride);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, from, at + 4 * stride);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, from, at + 5 * stride);
        DoubleVector a6 = DoubleVector.fromArray(SPECIES, from, at + 6 * stride);
        DoubleVector a7 = DoubleVector.fromArray(SPECIES, from, at + 7 * stride);
        DoubleVector b0 = a0.blend(a4.rearrange(SWAP_4), UPPER_4);
        DoubleVector b1 = a1.blend(a5.rearrange(SWAP_4), UPPER_4);
        DoubleVector b2 = a2.blend(a6.rearrange(SWAP_4), UPPER_4);
        DoubleVector b3 = a3.blend(a7.rearrange(SWAP_4), UPPER_4);
        DoubleVector b4 = a0.rearrange(SWAP_4).blend(a4, UPPER_4);
        DoubleVector b5 = a1.rearrange(SWAP_4).blend(a5, UPPER_4);
        DoubleVector b6 = a2.rearrange(SWAP_4).blend(a6, UPPER_4);
        DoubleVector b7 = a3.rearrange(SWAP_4).blend(a7, UPPER_4);
        store(b0.blend(b2.rearrange(SWAP_2), UPPER_2), b1.blend(b3.rearrange(SWAP_2), UPPER_2), to, goal, goalStride);
        store(
                b0.rearrange(SWAP_2).blend(b2, UPPER_2),
                b1.rearrange(SWAP_2).blend(b3, UPPER_2),
                to,
                goal + 2 * goalStride,
                goalStride);
        store(
                b4.blend(b6.rearrange(SWAP_2), UPPER_2),
                b5.blend(b7.rearrange(SWAP_2), UPPER_2),
                to,
                goal + 4 * goalStride,
                goalStride);
        store(
                b4.rearrange(SWAP_2).blend(b6, UPPER_2),
                b5.rearrange(SWAP_2).blend(b7, UPPER_2),
                to,
                goal + 6 * goalStride,
                goalStride);
    }

    /// The last round, with the distance 1, of two rows.
    private static void store(DoubleVector a, DoubleVector b, double[] to, int goal, int goalStride) {
        a.blend(b.rearrange(SWAP_1), UPPER_1).intoArray(to, goal);
        a.rearrange(SWAP_1).blend(b, UPPER_1).intoArray(to, goal + goalStride);
    }
}
