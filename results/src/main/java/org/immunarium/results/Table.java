package org.immunarium.results;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return parse(file.toString(), reader);
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

    private static Table parse(String source, Reader reader) throws IOException {
        List<List<String>> lines = new ArrayList<>();
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
                    row = new ArrayList<>();
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
        if (lines.isEmpty()) {
            throw new InvalidInputException(Problem.of(source, "is empty; a header line was expected"));
        }
        List<String> header = List.copyOf(lines.getFirst());
        List<List<String>> rows = lines.subList(1, lines.size());
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != header.size()) {
                throw new InvalidInputException(
                        Problem.at(source, i + 2, rows.get(i).size() + " cells where the header has " + header.size()));
            }
        }
        return new Table(header, List.copyOf(rows));
    }
}
