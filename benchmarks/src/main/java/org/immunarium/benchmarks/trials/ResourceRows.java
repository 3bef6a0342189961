package org.immunarium.benchmarks.trials;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A small table that comes along with the benchmarks: a header, and rows without quotes.
final class ResourceRows {

    private ResourceRows() {}

    /// The cells of each row.
    ///
    /// @param name   of the file beside this class
    /// @param header that it must have
    /// @throws IllegalStateException if it is not there, has other columns, or a row of another length
    static List<List<String>> read(String name, String header) {
        String text;
        try (InputStream in = ResourceRows.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is not there");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(header)) {
            throw new IllegalStateException(name + ": the columns " + header + " were expected");
        }
        int columns = header.split(",", -1).length;
        return lines.subList(1, lines.size()).stream()
                .map(line -> cells(name, line, columns))
                .toList();
    }

    private static List<String> cells(String name, String line, int columns) {
        List<String> cells = List.of(line.split(",", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException(name + ": " + columns + " cells were expected; found " + line);
        }
        return cells;
    }
}
