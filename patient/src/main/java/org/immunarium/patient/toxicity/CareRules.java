package org.immunarium.patient.toxicity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunarium.therapy.Delimiter;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The rules of care that come along, from `evidence/patients/care-rules.csv`.
public final class CareRules {

    private static final String TABLE = "/evidence/patients/care-rules.csv";
    private static final String HEADER = "organ,grade,action,source,note";

    private CareRules() {}

    /// All of them.
    public static List<CareRule> shipped() {
        try (InputStream in = CareRules.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table " + TABLE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), TABLE.substring(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a table with the columns organ, grade, action, source, note.
    ///
    /// @param file for problems
    /// @throws InvalidInputException with all that is wrong in it
    public static List<CareRule> parse(String csv, String file) {
        List<Problem> problems = new ArrayList<>();
        List<CareRule> rules = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            problems.add(Problem.at(file, 1, "the first line is not \"" + HEADER + "\""));
        }
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Delimiter.COMMA
                    .cells(lines.get(i), message -> problems.add(Problem.at(file, line, message)))
                    .ifPresent(cells -> {
                        try {
                            rules.add(rule(cells));
                        } catch (IllegalArgumentException e) {
                            problems.add(Problem.at(file, line, String.valueOf(e.getMessage())));
                        }
                    });
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return rules;
    }

    private static CareRule rule(List<String> cells) {
        if (cells.size() != HEADER.split(",").length) {
            throw new IllegalArgumentException(cells.size() + " cells, expected " + HEADER);
        }
        CareRule.Action action = CareRule.Action.valueOf(
                cells.get(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        Organ organ = Organ.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
        if (organ.isGland()) {
            throw new IllegalArgumentException(cells.get(0) + " is a gland, whose hormones are replaced; rules are for others");
        }
        return new CareRule(organ, Integer.parseInt(cells.get(1)), action, cells.get(3));
    }
}
