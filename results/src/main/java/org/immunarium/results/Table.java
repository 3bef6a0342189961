package org.immunarium.results;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A table of a run, read back whole: CSV after RFC 4180.
///
/// @param file   where it is from
/// @param header column names
/// @param rows   cells as text, each row as long as the header
public record Table(Path file, List<String> header, List<List<String>> rows) {

    /// Of which one may be filled with numbers that are read together.
    private static final int HEAP_PARTS = 4;

    private static final int BLOCK = 1 << 15;

    /// Reads a table.
    ///
    /// @throws InvalidInputException if the file is missing, has no header, or has a row of another length
    public static Table read(Path file) {
        List<List<String>> lines = new ArrayList<>();
        read(file, Long.MAX_VALUE, (_, row) -> lines.add(List.copyOf(row)));
        return new Table(file, lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    /// The names of a table's columns.
    ///
    /// @throws InvalidInputException as [#read(Path)]
    public static List<String> header(Path file) {
        List<String> header = new ArrayList<>();
        read(file, 1, (_, row) -> header.addAll(row));
        return List.copyOf(header);
    }

    /// The positions of some columns, in the order of `names`.
    ///
    /// @throws InvalidInputException as [#read(Path)], and if a column is missing
    public static List<Integer> places(Path file, List<String> names) {
        return TableRow.places(file, header(file), names);
    }

    /// Reads some columns of numbers, row by row: the table may be far larger than they are. An empty cell is NaN.
    ///
    /// @param places of the columns
    /// @param rows   how many to make room for at first; where it is their number, no other memory is needed
    /// @return values by column, in the order of `places`
    /// @throws InvalidInputException as [#read(Path)], and if a cell is no number
    public static double[][] numbers(Path file, List<Integer> places, int rows) {
        NumberColumns columns = new NumberColumns(places.size(), rows);
        forEach(file, new TableRow(file, _ -> places), columns);
        return columns.values();
    }

    /// Columns in groups that can be held in memory together: as many as fit a quarter of the heap, at least one.
    ///
    /// @param places of the columns
    /// @param rows   of the table
    public static List<List<Integer>> inGroups(List<Integer> places, long rows) {
        long bytes = Math.max(1, rows) * Double.BYTES;
        int most = Math.toIntExact(
                Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PARTS / bytes, 1, Math.max(1, places.size())));
        List<List<Integer>> groups = new ArrayList<>();
        for (int from = 0; from < places.size(); from += most) {
            groups.add(places.subList(from, Math.min(places.size(), from + most)));
        }
        return groups;
    }

    /// Reads some columns row by row: the table may be larger than memory.
    ///
    /// @param names of columns
    /// @throws InvalidInputException as [#read(Path)], and if a column is missing
    public static void forEach(Path file, List<String> names, Consumer<TableRow> rows) {
        forEach(file, new TableRow(file, header -> TableRow.places(file, header, names)), rows);
    }

    /// Reads all columns, row by row.
    ///
    /// @throws InvalidInputException as [#read(Path)]
    static void forEachWhole(Path file, Consumer<TableRow> rows) {
        forEach(
                file,
                new TableRow(
                        file,
                        header -> IntStream.range(0, header.size()).boxed().toList()),
                rows);
    }

    private static void forEach(Path file, TableRow row, Consumer<TableRow> rows) {
        read(file, Long.MAX_VALUE, (line, cells) -> {
            if (row.next(line, cells)) {
                rows.accept(row);
            }
        });
    }

    /// Takes the rows, the header among them.
    @FunctionalInterface
    private interface Reading {

        /// @param line where the row begins, from 1: a cell in quotes may have several lines
        void take(int line, List<String> cells);
    }

    /// @param most rows to read, the header among them
    private static void read(Path file, long most, Reading rows) {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            parse(file, reader, most, rows);
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
            // Lines are counted where they are needed: where a cell is no number.
            int row = i;
            values[i] = TableRow.number(
                    file, () -> line(row), header.get(column), rows.get(i).get(column));
        }
        return values;
    }

    /// Where a row begins in the file.
    private int line(int row) {
        long breaks = Stream.concat(Stream.of(header), rows.subList(0, row).stream())
                .flatMap(List::stream)
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
        return Math.toIntExact(row + 2 + breaks);
    }

    /// Goes through the characters a block at a time: this is where reading a large table spends its time.
    private static void parse(Path file, Reader reader, long most, Reading rows) throws IOException {
        Rows lines = new Rows(file, rows);
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        // A quote within quotes ends them, unless another follows at once.
        boolean quote = false;
        char[] block = new char[BLOCK];
        for (int length = reader.read(block); length >= 0 && lines.count < most; length = reader.read(block)) {
            for (int i = 0; i < length && lines.count < most; i++) {
                char c = block[i];
                if (quoted && !quote) {
                    if (c == '"') {
                        quote = true;
                    } else {
                        cell.append(c);
                        lines.line += c == '\n' ? 1 : 0;
                    }
                    continue;
                }
                if (quote) {
                    quote = false;
                    if (c == '"') {
                        cell.append(c);
                        continue;
                    }
                    quoted = false;
                }
                if (c == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (c == ',' || c == '\n') {
                    row.add(cell.toString());
                    cell.setLength(0);
                    if (c == '\n') {
                        lines.add(row);
                        row.clear();
                    }
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
        }
        if (lines.count < most && (!row.isEmpty() || !cell.isEmpty())) {
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
        private final Reading next;
        private int width;
        private long count;
        /// That which is being read.
        private int line = 1;
        /// Where the row begins that is being read.
        private int begin = 1;

        Rows(Path file, Reading next) {
            this.file = file;
            this.next = next;
        }

        void add(List<String> row) {
            count++;
            if (count == 1) {
                width = row.size();
            } else if (row.size() != width) {
                throw Damage.at(file, begin, width + " cells were expected, as in the header; found " + row.size());
            }
            next.take(begin, row);
            begin = ++line;
        }
    }
}
