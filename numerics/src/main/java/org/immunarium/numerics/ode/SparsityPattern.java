package org.immunarium.numerics.ode;

/// The places of a square sparse matrix that may hold something other than zero, row by row.
///
/// @param dimension the number of rows and columns
/// @param rowStart  row `i` has the entries `rowStart[i]` to `rowStart[i + 1] - 1`; length `dimension + 1`
/// @param column    the column of each entry, ascending within a row
public record SparsityPattern(int dimension, int[] rowStart, int[] column) {

    /// The number of entries.
    public int entries() {
        return column.length;
    }

    /// A pattern in which every entry may be non-zero.
    public static SparsityPattern dense(int dimension) {
        int[] rowStart = new int[dimension + 1];
        int[] column = new int[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            rowStart[i + 1] = (i + 1) * dimension;
            for (int j = 0; j < dimension; j++) {
                column[i * dimension + j] = j;
            }
        }
        return new SparsityPattern(dimension, rowStart, column);
    }
}
