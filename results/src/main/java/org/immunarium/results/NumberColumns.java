package org.immunarium.results;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Keeps some columns of a table, as numbers.
final class NumberColumns implements Consumer<TableRow> {

    private static final int FIRST_CAPACITY = 1024;

    private final List<String> names;
    private final double[][] values;
    private int count;

    NumberColumns(List<String> names) {
        this.names = names;
        values = new double[names.size()][FIRST_CAPACITY];
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

    Map<String, double[]> values() {
        Map<String, double[]> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(names.get(i), Arrays.copyOf(values[i], count));
        }
        return byName;
    }
}
