package org.immunarium.results;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Takes some columns of a table's rows as numbers, the first row being the header.
final class NumberColumns implements Consumer<List<String>> {

    private static final int FIRST_CAPACITY = 1024;

    private final String source;
    private final List<String> names;
    private final int[] places;
    private final double[][] values;
    private int count = -1;

    NumberColumns(String source, List<String> names) {
        this.source = source;
        this.names = names;
        places = new int[names.size()];
        values = new double[names.size()][FIRST_CAPACITY];
    }

    @Override
    public void accept(List<String> row) {
        if (count < 0) {
            find(row);
        } else {
            for (int i = 0; i < places.length; i++) {
                if (count == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], 2 * count);
                }
                values[i][count] = number(row.get(places[i]));
            }
        }
        count++;
    }

    Map<String, double[]> values() {
        Map<String, double[]> byName = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            byName.put(names.get(i), Arrays.copyOf(values[i], count));
        }
        return byName;
    }

    private void find(List<String> header) {
        for (int i = 0; i < places.length; i++) {
            places[i] = header.indexOf(names.get(i));
            if (places[i] < 0) {
                throw new InvalidInputException(Problem.of(source, "has no column \"" + names.get(i) + "\""));
            }
        }
    }

    private double number(String cell) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    Problem.at(source, count + 2, "a number was expected; found \"" + cell + "\""));
        }
    }
}
