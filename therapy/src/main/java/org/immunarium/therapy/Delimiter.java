package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What stands between the cells of a table's lines, which are after RFC 4180: a cell that holds the delimiter or a
/// quote stands in quotes, and those in it are doubled. A line break in a cell is refused.
public enum Delimiter {
    COMMA(',', "a comma"),
    TAB('\t', "a tab");

    private final char sign;
    private final String words;

    Delimiter(char sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /// The first that stands in a table's header outside quotes.
    static Delimiter of(String header) {
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            for (Delimiter delimiter : values()) {
                if (c == delimiter.sign && !quoted) {
                    return delimiter;
                }
            }
        }
        return COMMA;
    }

    /// For people: `a comma`.
    String words() {
        return words;
    }

    /// The cells of a line, without white space around them.
    ///
    /// @param wrong is given what is wrong with the line's quotes
    /// @return empty if something is
    public Optional<List<String>> cells(String line, Consumer<String> wrong) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && line.startsWith("\"", i + 1)) {
                cell.append(c);
                i++;
            } else if (quoted && c == '"') {
                quoted = false;
                closed = true;
            } else if (quoted) {
                cell.append(c);
            } else if (c == sign) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                closed = false;
            } else if (c == '"' && !closed && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (c == '"' || closed && !Character.isWhitespace(c)) {
                wrong.accept("a quote stands inside cell " + (cells.size() + 1)
                        + ": put the whole cell in quotes, and double those in it");
                return Optional.empty();
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            wrong.accept("a quote is opened and not closed on this line");
            return Optional.empty();
        }
        cells.add(cell.toString().strip());
        return Optional.of(cells);
    }
}
