package org.immunarium.results;

import java.util.Arrays;
import java.util.function.Consumer;

/// Keeps some columns of a table, as numbers.
final class NumberColumns implements Consumer<TableRow> {

    private final double[][] values;
    private int count;

    /// @param rows to make room for at first
    NumberColumns(int columns, int rows) {
        values = new double[columns][Math.max(1, rows)];
    }

    @Override
    public void accept(TableRow row) {
        for (int i = 0; i < values.length; i++) {
            if (count == values[i].length) {
                values[i] = Arrays.copyOf(values[i], 2 * count);
            }
            values[i][count] = row.number(i);
        }
        count++;
    }

    double[][] values() {
        for (int i = 0; i < values.length; i++) {
            if (count < values[i].length) {
                values[i] = Arrays.copyOf(values[i], count);
            }
        }
        return values;
    }
}
