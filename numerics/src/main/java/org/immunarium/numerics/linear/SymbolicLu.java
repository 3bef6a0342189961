package org.immunarium.numerics.linear;

import java.util.Arrays;
import java.util.BitSet;

/// The part of a sparse LU factorisation that depends on the pattern only: pivots, fill and where each entry goes.
///
/// The diagonal is taken to be there even where the pattern lacks it, because the matrices are `shift * M - A` with
/// M the identity or a part of it. Rows whose diagonal may be zero (`diagonal[i]` false and no entry there) are paired
/// with another column by augmenting paths (a maximum matching). Pivots are then chosen along the paired diagonal by
/// Markowitz' rule, least (entries in row - 1) x (entries in column - 1), ties to the lowest row.
///
/// The analysis costs about the square of the dimension in time; it is done once for a model.
///
/// Source: Markowitz (1957), doi 10.1287/mnsc.3.3.255; Duff, Erisman and Reid, *Direct Methods for Sparse Matrices*
/// (2nd ed. 2017), chapters 6 and 7.
public final class SymbolicLu {

    private final int dimension;
    private final int[] pivotRow;
    private final int[] pivotColumn;
    private final int[] rowStart;
    private final int[] column;
    private final int[] diagonal;
    private final int[] source;

    private SymbolicLu(
            int dimension,
            int[] pivotRow,
            int[] pivotColumn,
            int[] rowStart,
            int[] column,
            int[] diagonal,
            int[] source) {
        this.dimension = dimension;
        this.pivotRow = pivotRow;
        this.pivotColumn = pivotColumn;
        this.rowStart = rowStart;
        this.column = column;
        this.diagonal = diagonal;
        this.source = source;
    }

    /// Analyses the pattern of `shift * M - A`.
    ///
    /// @param dimension the number of rows and columns
    /// @param rowStart  row `i` of A has the entries `rowStart[i]` to `rowStart[i + 1] - 1`
    /// @param column    the column of each entry, ascending within a row
    /// @param shifted   the rows in which M has a one on the diagonal; length `dimension`
    public static SymbolicLu analyse(int dimension, int[] rowStart, int[] column, boolean[] shifted) {
        BitSet[] rows = new BitSet[dimension];
        for (int i = 0; i < dimension; i++) {
            rows[i] = new BitSet(dimension);
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                rows[i].set(column[k]);
            }
            if (shifted[i]) {
                rows[i].set(i);
            }
        }
        int[] columnOfRow = match(rows, shifted);
        int[] order = eliminate(rows, columnOfRow);
        return number(rows, order, columnOfRow, rowStart, column);
    }

    /// Gives each row a column of its own, its diagonal where that is there; rows that stay without get a free one.
    private static int[] match(BitSet[] rows, boolean[] shifted) {
        int n = rows.length;
        int[] columnOfRow = new int[n];
        int[] rowOfColumn = new int[n];
        Arrays.fill(columnOfRow, -1);
        Arrays.fill(rowOfColumn, -1);
        for (int i = 0; i < n; i++) {
            if (shifted[i] || rows[i].get(i)) {
                columnOfRow[i] = i;
                rowOfColumn[i] = i;
            }
        }
        for (int i = 0; i < n; i++) {
            if (columnOfRow[i] < 0) {
                augment(i, rows, columnOfRow, rowOfColumn, new BitSet(n));
            }
        }
        int free = 0;
        for (int i = 0; i < n; i++) {
            if (columnOfRow[i] < 0) {
                while (rowOfColumn[free] >= 0) {
                    free++;
                }
                columnOfRow[i] = free;
                rowOfColumn[free] = i;
            }
        }
        return columnOfRow;
    }

    private static boolean augment(int row, BitSet[] rows, int[] columnOfRow, int[] rowOfColumn, BitSet seen) {
        for (int j = rows[row].nextSetBit(0); j >= 0; j = rows[row].nextSetBit(j + 1)) {
            if (seen.get(j)) {
                continue;
            }
            seen.set(j);
            if (rowOfColumn[j] < 0 || augment(rowOfColumn[j], rows, columnOfRow, rowOfColumn, seen)) {
                columnOfRow[row] = j;
                rowOfColumn[j] = row;
                return true;
            }
        }
        return false;
    }

    /// Chooses the order of the pivot rows and adds the fill to `rows`.
    private static int[] eliminate(BitSet[] rows, int[] columnOfRow) {
        int n = rows.length;
        BitSet[] active = new BitSet[n];
        BitSet[] columns = new BitSet[n];
        for (int j = 0; j < n; j++) {
            columns[j] = new BitSet(n);
        }
        for (int i = 0; i < n; i++) {
            rows[i].set(columnOfRow[i]);
            active[i] = (BitSet) rows[i].clone();
            for (int j = rows[i].nextSetBit(0); j >= 0; j = rows[i].nextSetBit(j + 1)) {
                columns[j].set(i);
            }
        }
        int[] order = new int[n];
        boolean[] done = new boolean[n];
        for (int step = 0; step < n; step++) {
            int best = -1;
            long least = Long.MAX_VALUE;
            for (int i = 0; i < n; i++) {
                if (!done[i]) {
                    long cost = (active[i].cardinality() - 1L) * (columns[columnOfRow[i]].cardinality() - 1L);
                    if (cost < least) {
                        least = cost;
                        best = i;
                    }
                }
            }
            int pivot = columnOfRow[best];
            order[step] = best;
            done[best] = true;
            for (int j = active[best].nextSetBit(0); j >= 0; j = active[best].nextSetBit(j + 1)) {
                columns[j].clear(best);
            }
            active[best].clear(pivot);
            for (int i = columns[pivot].nextSetBit(0); i >= 0; i = columns[pivot].nextSetBit(i + 1)) {
                active[i].clear(pivot);
                active[i].or(active[best]);
                rows[i].or(active[best]);
                for (int j = active[best].nextSetBit(0); j >= 0; j = active[best].nextSetBit(j + 1)) {
                    columns[j].set(i);
                }
            }
        }
        return order;
    }

    /// Numbers the entries of L and U row by row in pivot order and notes where in A each comes from.
    private static SymbolicLu number(BitSet[] rows, int[] order, int[] columnOfRow, int[] rowStart, int[] column) {
        int n = rows.length;
        int[] pivotColumn = new int[n];
        int[] position = new int[n];
        int entries = 0;
        for (int p = 0; p < n; p++) {
            pivotColumn[p] = columnOfRow[order[p]];
            position[pivotColumn[p]] = p;
            entries += rows[p].cardinality();
        }
        int[] luStart = new int[n + 1];
        int[] luColumn = new int[entries];
        int[] luDiagonal = new int[n];
        int[] luSource = new int[entries];
        int next = 0;
        for (int p = 0; p < n; p++) {
            int row = order[p];
            int from = next;
            for (int j = rows[row].nextSetBit(0); j >= 0; j = rows[row].nextSetBit(j + 1)) {
                luColumn[next++] = position[j];
            }
            Arrays.sort(luColumn, from, next);
            luDiagonal[p] = Arrays.binarySearch(luColumn, from, next, p);
            Arrays.fill(luSource, from, next, -1);
            for (int k = rowStart[row]; k < rowStart[row + 1]; k++) {
                luSource[Arrays.binarySearch(luColumn, from, next, position[column[k]])] = k;
            }
            luStart[p + 1] = next;
        }
        return new SymbolicLu(n, order, pivotColumn, luStart, luColumn, luDiagonal, luSource);
    }

    /// The number of rows and columns.
    public int dimension() {
        return dimension;
    }

    /// The number of entries of L and U together, the diagonal counted once.
    public int entries() {
        return column.length;
    }

    /// The row of A that is eliminated at each position.
    int[] pivotRow() {
        return pivotRow;
    }

    /// The column of A that is eliminated at each position.
    int[] pivotColumn() {
        return pivotColumn;
    }

    /// Where the entries of each position's row of L and U begin; length `dimension + 1`.
    int[] rowStart() {
        return rowStart;
    }

    /// The position of the column of each entry of L and U, ascending within a row.
    int[] column() {
        return column;
    }

    /// The entry that is the pivot of each position.
    int[] diagonal() {
        return diagonal;
    }

    /// The entry of A that each entry of L and U starts from, or -1 for fill.
    int[] source() {
        return source;
    }
}
