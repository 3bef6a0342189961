package org.immunarium.numerics.linear;

import java.util.Arrays;

/// The operations of a factorisation and of a solution, as lists of array offsets.
///
/// Offsets are entry or row numbers times the number of lanes. The factors keep L negated and, in place of each
/// pivot, its negated reciprocal.
///
/// @param factor   for each position of the elimination: number of entries left of the pivot, number right of it;
///                 then for each entry, left to right: offset in A or -1; number of pairs; pairs (entry of L, entry of
///                 U); for an entry left of the pivot also the entry of the pivot that divides it; for the pivot also 1
///                 if the shift belongs to it, else 0
/// @param forward  for each position: row of the right side, number of pairs, pairs (entry of L, earlier position)
/// @param backward for each position, last first: column, position, entry of the pivot, number of pairs, pairs
///                 (entry of U, later column)
record LuProgram(int[] factor, int[] forward, int[] backward) {

    static LuProgram of(SymbolicLu symbolic, boolean[] shifted, int lanes) {
        return new LuProgram(factor(symbolic, shifted, lanes), forward(symbolic, lanes), backward(symbolic, lanes));
    }

    private static int[] factor(SymbolicLu lu, boolean[] shifted, int lanes) {
        Tape tape = new Tape();
        int[] start = lu.rowStart();
        int[] column = lu.column();
        for (int p = 0; p < lu.dimension(); p++) {
            int diagonal = lu.diagonal()[p];
            tape.add(diagonal - start[p]);
            tape.add(start[p + 1] - diagonal - 1);
            for (int e = start[p]; e < start[p + 1]; e++) {
                int source = lu.source()[e];
                tape.add(source < 0 ? -1 : source * lanes);
                int count = tape.size();
                tape.add(0);
                int pairs = 0;
                int limit = Math.min(p, column[e]);
                for (int l = start[p]; l < start[p + 1] && column[l] < limit; l++) {
                    int k = column[l];
                    int u = Arrays.binarySearch(column, start[k], start[k + 1], column[e]);
                    if (u >= 0) {
                        tape.add(l * lanes);
                        tape.add(u * lanes);
                        pairs++;
                    }
                }
                tape.set(count, pairs);
                if (e < diagonal) {
                    tape.add(lu.diagonal()[column[e]] * lanes);
                } else if (e == diagonal) {
                    int row = lu.pivotRow()[p];
                    tape.add(shifted[row] && lu.pivotColumn()[p] == row ? 1 : 0);
                }
            }
        }
        return tape.toArray();
    }

    private static int[] forward(SymbolicLu lu, int lanes) {
        Tape tape = new Tape();
        for (int p = 0; p < lu.dimension(); p++) {
            tape.add(lu.pivotRow()[p] * lanes);
            tape.add(lu.diagonal()[p] - lu.rowStart()[p]);
            for (int e = lu.rowStart()[p]; e < lu.diagonal()[p]; e++) {
                tape.add(e * lanes);
                tape.add(lu.column()[e] * lanes);
            }
        }
        return tape.toArray();
    }

    private static int[] backward(SymbolicLu lu, int lanes) {
        Tape tape = new Tape();
        for (int p = lu.dimension() - 1; p >= 0; p--) {
            tape.add(lu.pivotColumn()[p] * lanes);
            tape.add(p * lanes);
            tape.add(lu.diagonal()[p] * lanes);
            tape.add(lu.rowStart()[p + 1] - lu.diagonal()[p] - 1);
            for (int e = lu.rowStart()[p + 1] - 1; e > lu.diagonal()[p]; e--) {
                tape.add(e * lanes);
                tape.add(lu.pivotColumn()[lu.column()[e]] * lanes);
            }
        }
        return tape.toArray();
    }

    /// A growing list of ints.
    private static final class Tape {
        private int[] values = new int[256];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void set(int index, int value) {
            values[index] = value;
        }

        int size() {
            return size;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
