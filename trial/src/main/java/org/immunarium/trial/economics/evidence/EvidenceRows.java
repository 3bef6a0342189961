package org.immunarium.trial.economics.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunarium.therapy.Delimiter;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// Reads tables of evidence, row by row, with all that is wrong told at its line.
final class EvidenceRows {

    private EvidenceRows() {}

    /// A row, and how to say what is wrong with it.
    static final class Row {

        private final List<String> header;
        private final List<String> cells;
        private final Consumer<String> wrong;
        private boolean sound = true;

        Row(List<String> header, List<String> cells, Consumer<String> wrong) {
            this.header = header;
            this.cells = cells;
            this.wrong = wrong;
        }

        /// Text, which may be empty.
        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        /// Text that must be there.
        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                problem(column + " is missing");
            }
            return text;
        }

        /// A number from 0 on; 0 where the cell is empty and may be.
        double number(String column, boolean required) {
            String text = text(column);
            if (text.isEmpty() && !required) {
                return 0;
            }
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // Told below, as for one out of range.
            }
            problem(column + ": a number from 0 on was expected; found \"" + text + '"');
            return 0;
        }

        Grounds grounds() {
            Optional<Grounds> grounds = Grounds.of(text("certainty"));
            if (grounds.isEmpty()) {
                problem("certainty: \"" + text("certainty") + "\" is not known; expected "
                        + String.join(" or ", Grounds.keywords())
                        + NearMiss.hint(text("certainty"), Grounds.keywords()));
            }
            return grounds.orElse(Grounds.ASSUMPTION);
        }

        /// The country, whose currency the row must have.
        Country country() {
            Optional<Country> country = Country.of(text("country"));
            if (country.isEmpty()) {
                problem("country: \"" + text("country") + "\" is not known; expected "
                        + String.join(" or ", Country.keywords()));
            } else if (!country.get().currency().equals(text("currency"))) {
                problem("currency: " + country.get().currency() + " was expected of " + text("country") + "; found \""
                        + text("currency") + '"');
            }
            return country.orElse(Country.UNITED_STATES);
        }

        void problem(String message) {
            sound = false;
            wrong.accept(message);
        }
    }

    /// What a table's rows say.
    ///
    /// @param header columns, with commas between
    /// @param read   of one row
    /// @throws InvalidInputException with all that is wrong
    static <T> List<T> read(String csv, String source, String header, Function<Row, T> read) {
        List<Problem> problems = new ArrayList<>();
        List<T> found = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        List<String> columns = List.of(header.split(","));
        if (lines.isEmpty() || !lines.getFirst().equals(header)) {
            problems.add(Problem.at(source, 1, "the first line is not \"" + header + '"'));
        }
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Consumer<String> wrong = message -> problems.add(Problem.at(source, line, message));
            Delimiter.COMMA.cells(lines.get(i), wrong).ifPresent(cells -> {
                if (cells.size() != columns.size()) {
                    wrong.accept(cells.size() + " cells, expected " + columns.size());
                    return;
                }
                Row row = new Row(columns, cells, wrong);
                try {
                    T value = read.apply(row);
                    if (row.sound) {
                        found.add(value);
                    }
                } catch (IllegalArgumentException e) {
                    wrong.accept(String.valueOf(e.getMessage()));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return List.copyOf(found);
    }

    /// A table that comes along.
    static String shipped(String path) {
        try (InputStream in = EvidenceRows.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the table " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
