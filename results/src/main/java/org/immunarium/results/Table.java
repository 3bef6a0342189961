package org.immunarium.results;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A table of a run, read back whole: CSV after RFC 4180.
///
/// @param file   where it is from
/// @param header column names
/// @param rows   cells as text, each row as long as the header
public record Table(Path file, List<String> header, List<List<String>> rows) {

    /// Reads a table.
    ///
    /// @throws InvalidInputException if the file is missing, has no header, or has a row of another length
    public static Table read(Path file) {
        List<List<String>> lines = new ArrayList<>();
        read(file, row -> lines.add(List.copyOf(row)));
        return new Table(file, lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    /// Reads some columns of numbers, row by row: the table may be far larger than they are. An empty cell is NaN.
    ///
    /// @param names of columns
    /// @return values by name, in the order of `names`
    /// @throws InvalidInputException as [#read(Path)], and if a column is missing or a cell is no number
    public static Map<String, double[]> numbers(Path file, List<String> names) {
        NumberColumns columns = new NumberColumns(names);
        forEach(file, names, columns);
        return columns.values();
    }

    /// Reads some columns row by row: the table may be larger than memory.
    ///
    /// @param names of columns
    /// @throws InvalidInputException as [#read(Path)], and if a column is missing
    public static void forEach(Path file, List<String> names, Consumer<TableRow> rows) {
        TableRow row = new TableRow(file, names);
        read(file, cells -> {
            if (row.next(cells)) {
                rows.accept(row);
            }
        });
    }

    private static void read(Path file, Consumer<List<String>> rows) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            parse(file, reader, rows);
        } catch (NoSuchFileException e) {
            throw Damage.of(file, "it is missing");
        } catch (CharacterCodingException e) {
            throw Damage.of(file, "text in UTF-8 was expected");
        } catch (IOException e) {
            throw new InvalidInputException(
                    Problem.of(file.toString(), "cannot be read: " + StorageException.reason(e)));
        }
    }

    /// The position of a column.
    ///
    /// @throws InvalidInputException if there is none
    public int column(String name) {
        return TableRow.place(file, header, name);
    }

    /// A column as numbers; an empty cell is NaN.
    ///
    /// @throws InvalidInputException if a cell is no number
    public double[] numbers(int column) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    TableRow.number(file, i + 2, header.get(column), rows.get(i).get(column));
        }
        return values;
    }

    private static void parse(Path file, Reader reader, Consumer<List<String>> rows) throws IOException {
        Rows lines = new Rows(file, rows);
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
            throw Damage.of(file, "a header line was expected; it is empty");
        }
    }

    /// Passes rows on, each as long as the first.
    private static final class Rows {

        private final Path file;
        private final Consumer<List<String>> next;
        private int width;
        private long count;

        Rows(Path file, Consumer<List<String>> next) {
            this.file = file;
            this.next = next;
        }

        void add(List<String> row) {
            count++;
            if (count == 1) {
                width = row.size();
            } else if (row.size() != width) {
                throw Damage.at(
                        file,
                        Math.toIntExact(count),
                        width + " cells were expected, as in the header; found " + row.size());
            }
            next.accept(row);
        }
    }
}
