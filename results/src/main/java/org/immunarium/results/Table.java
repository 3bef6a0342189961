package org.immunarium.results;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A table read back whole: CSV after RFC 4180.
///
/// @param header column names
/// @param rows   cells as text, each row as long as the header
public record Table(List<String> header, List<List<String>> rows) {

    /// Reads a table.
    ///
    /// @throws InvalidInputException if the file is missing, has no header, or has a row of another length
    public static Table read(Path file) {
        List<List<String>> lines = new ArrayList<>();
        read(file, row -> lines.add(List.copyOf(row)));
        return new Table(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    /// Reads some columns of numbers, row by row: the table may be far larger than they are. An empty cell is NaN.
    ///
    /// @param names of columns
    /// @return values by name, in the order of `names`
    /// @throws InvalidInputException as [#read(Path)], and if a column is missing or a cell is no number
    public static Map<String, double[]> numbers(Path file, List<String> names) {
        NumberColumns columns = new NumberColumns(file.toString(), names);
        read(file, columns);
        return columns.values();
    }

    /// Reads row by row, without the header: the table may be larger than memory.
    ///
    /// @param rows is given each row's cells, in a list that is used again
    /// @throws InvalidInputException as [#read(Path)]
    public static void forEach(Path file, Consumer<List<String>> rows) {
        boolean[] begun = {false};
        read(file, row -> {
            if (begun[0]) {
                rows.accept(row);
            }
            begun[0] = true;
        });
    }

    private static void read(Path file, Consumer<List<String>> rows) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            parse(file.toString(), reader, rows);
        } catch (IOException e) {
            throw new InvalidInputException(Problem.of(file.toString(), "cannot be read: " + e.getMessage()));
        }
    }

    /// The position of a column, or -1.
    public int column(String name) {
        return header.indexOf(name);
    }

    /// A column as numbers; an empty cell is NaN.
    public double[] numbers(int column) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            String cell = rows.get(i).get(column);
            values[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
        return values;
    }

    private static void parse(String source, Reader reader, Consumer<List<String>> rows) throws IOException {
        Rows lines = new Rows(source, rows);
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int c = reader.read();
        while (c >= 0) {
            if (quoted) {
                if (c != '"') {
                    cell.append((char) c);
                } else {
                    c = reader.read();
                    if (c != '"') {
                        quoted = false;
                        continue;
                    }
                    cell.append('"');
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(row);
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append((char) c);
            }
            c = reader.read();
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(cell.toString());
            lines.add(row);
        }
        if (lines.count == 0) {
            throw new InvalidInputException(Problem.of(source, "is empty; a header line was expected"));
        }
    }

    /// Passes rows on, each as long as the first.
    private static final class Rows {

        private final String source;
        private final Consumer<List<String>> next;
        private int width;
        private long count;

        Rows(String source, Consumer<List<String>> next) {
            this.source = source;
            this.next = next;
        }

        void add(List<String> row) {
            count++;
            if (count == 1) {
                width = row.size();
            } else if (row.size() != width) {
                throw new InvalidInputException(Problem.at(
                        source, Math.toIntExact(count), row.size() + " cells where the header has " + width));
            }
            next.accept(row);
        }
    }
}
