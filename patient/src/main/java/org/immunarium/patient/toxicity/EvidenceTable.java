package org.immunarium.patient.toxicity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.therapy.Delimiter;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A table of the folder `evidence`, row by row.
final class EvidenceTable {

    private EvidenceTable() {}

    /// Makes something of one row.
    @FunctionalInterface
    interface Row<T> {

        /// What a row says.
        ///
        /// @throws IllegalArgumentException saying what is wrong with it
        T of(List<String> cells);
    }

    /// Reads a table that comes along.
    ///
    /// @param name   below `evidence`: `toxicity-targets.csv`
    /// @param header its first line
    /// @throws InvalidInputException with all that is wrong in it
    static <T> List<T> shipped(String name, String header, Row<T> row) {
        String path = "/evidence/" + name;
        try (InputStream in = EvidenceTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the table " + path + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), path.substring(1), header, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a table.
    ///
    /// @param file for problems
    /// @throws InvalidInputException with all that is wrong in it
    static <T> List<T> parse(String csv, String file, String header, Row<T> row) {
        List<Problem> problems = new ArrayList<>();
        List<T> rows = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        int columns = header.split(",", -1).length;
        if (lines.isEmpty() || !lines.getFirst().equals(header)) {
            problems.add(Problem.at(file, 1, "the first line is not \"" + header + "\""));
        }
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Delimiter.COMMA
                    .cells(lines.get(i), message -> problems.add(Problem.at(file, line, message)))
                    .ifPresent(cells -> {
                        if (cells.size() != columns) {
                            problems.add(Problem.at(file, line, cells.size() + " cells, expected " + header));
                            return;
                        }
                        try {
                            rows.add(row.of(cells));
                        } catch (IllegalArgumentException e) {
                            problems.add(Problem.at(file, line, String.valueOf(e.getMessage())));
                        }
                    });
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return rows;
    }
}
