package org.immunarium.results;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.immunarium.units.InvalidInputException;

/// A row of a table that is read row by row, by the columns that were asked for. It is used again for the next row.
public final class TableRow {

    private final Path file;
    private final Function<List<String>, List<Integer>> columns;
    private int[] places = {};
    private List<String> header = List.of();
    private List<String> cells = List.of();
    private int line;
    private final IntSupplier place = () -> line;

    /// @param columns finds the places of the columns that are wanted in the header
    TableRow(Path file, Function<List<String>, List<Integer>> columns) {
        this.file = file;
        this.columns = columns;
    }

    /// Takes the next row.
    ///
    /// @param at the line of the file where it begins, from 1
    /// @return whether it is one of the table's, not its header
    boolean next(int at, List<String> row) {
        line = at;
        cells = row;
        if (line > 1) {
            return true;
        }
        header = List.copyOf(row);
        places = columns.apply(header).stream().mapToInt(place -> place).toArray();
        return false;
    }

    /// What a cell holds.
    ///
    /// @param column its place among the columns that were asked for, from 0
    public String text(int column) {
        return cells.get(places[column]);
    }

    /// The number that a cell holds; NaN where it is empty.
    ///
    /// @param column its place among the columns that were asked for, from 0
    /// @throws InvalidInputException if it holds something else
    public double number(int column) {
        return number(file, place, header.get(places[column]), text(column));
    }

    static double number(Path file, IntSupplier line, String column, String cell) {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw Damage.at(
                    file, line.getAsInt(), "a number was expected under \"" + column + "\"; found \"" + cell + "\"");
        }
    }

    /// The places of some columns.
    ///
    /// @throws InvalidInputException if one is missing
    static List<Integer> places(Path file, List<String> header, List<String> names) {
        return names.stream().map(name -> place(file, header, name)).toList();
    }

    /// The place of a column: of several of one name the last, since what a study varies, whose names are free, comes
    /// before what was measured.
    static int place(Path file, List<String> header, String name) {
        int place = header.lastIndexOf(name);
        if (place < 0) {
            throw Damage.at(
                    file, 1, "the column \"" + name + "\" was expected; found \"" + String.join(",", header) + "\"");
        }
        return place;
    }
}
