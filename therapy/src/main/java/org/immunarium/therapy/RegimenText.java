package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads what is given as a clinician writes it: `nivolumab 3 mg/kg IV over 60 min q2w x 26`.
///
/// Several regimens stand on lines of their own, or are joined by a `+` between spaces. What follows `#` at the
/// start of a line is a comment. The grammar is in `docs/therapy.md`; printing a [Therapy] gives text that reads
/// back as the same.
public final class RegimenText {

    private RegimenText() {}

    /// Reads a therapy.
    ///
    /// @throws InvalidInputException with all that is wrong in it
    public static Therapy parse(String text) {
        List<Problem> problems = new ArrayList<>();
        Therapy therapy = parse(text, "therapy", 1, problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return therapy;
    }

    /// Reads a therapy out of a file.
    ///
    /// @param source   the file, for problems
    /// @param line     the line at which the text starts, counted from 1
    /// @param problems is given all that is wrong
    /// @return what could be read: all of it if there were no problems
    public static Therapy parse(String text, String source, int line, Consumer<Problem> problems) {
        List<Regimen> regimens = new ArrayList<>();
        int at = line;
        for (String row : text.split("\n", -1)) {
            if (!row.strip().startsWith("#")) {
                for (String part : parts(row)) {
                    read(part, source, at, problems).ifPresent(regimens::add);
                }
            }
            at++;
        }
        return new Therapy(regimens);
    }

    private static Optional<Regimen> read(String text, String source, int line, Consumer<Problem> problems) {
        List<String> found = new ArrayList<>();
        Optional<Regimen> regimen = new RegimenParser(text, found::add).regimen();
        for (String problem : found) {
            problems.accept(Problem.at(source, line, "regimen \"" + text + "\": " + problem));
        }
        return found.isEmpty() ? regimen : Optional.empty();
    }

    /// Splits at each `+` that has white space on both sides, outside quotes.
    private static List<String> parts(String row) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            quoted ^= c == '"';
            boolean between = i > 0
                    && Character.isWhitespace(row.charAt(i - 1))
                    && (i + 1 == row.length() || Character.isWhitespace(row.charAt(i + 1)));
            if (c == '+' && !quoted && between) {
                parts.add(row.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = row.substring(start).strip();
        if (!last.isEmpty() || !parts.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }
}
