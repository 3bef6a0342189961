package org.immunarium.study.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.tissue.rule.RuleTable;
import org.immunarium.tissue.rule.StrictNumber;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A table of rules in plain English, without its model: values have no units, and of a table other
/// than version 1 it is not known what cells do without rules.
final class RuleTableInWords {

    private static final List<String> DIRECTIONS = List.of("increases", "decreases");

    private RuleTableInWords() {}

    /// Whether text is a table of rules, rather than of doses.
    static boolean isOne(String text) {
        return RuleTable.rows(text).stream()
                .findFirst()
                .filter(RuleTableInWords::hasDirection)
                .isPresent();
    }

    private static boolean hasDirection(RuleTable.Row row) {
        return row.cells().size() > 2 && DIRECTIONS.contains(row.cells().get(2).toLowerCase(Locale.ROOT));
    }

    /// A paragraph for each cell type.
    ///
    /// @param source the file, for problems
    /// @throws InvalidInputException if a row is none
    static List<String> of(String source, String text) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (RuleTable.Row row : RuleTable.rows(text)) {
            List<String> cells = row.cells();
            boolean first = cells.size() == RuleTable.Version.V1.columns().size();
            if (!first && cells.size() != RuleTable.Version.V3.columns().size() || !hasDirection(row)) {
                problems.add(Problem.at(
                        source,
                        row.line(),
                        String.join(", ", RuleTable.Version.V3.columns()) + " were expected; found "
                                + String.join(", ", cells)));
                continue;
            }
            List<String> numbers = cells.subList(4, cells.size());
            if (!numbers.stream().allMatch(each -> StrictNumber.of(each).isPresent())) {
                problems.add(Problem.at(
                        source,
                        row.line(),
                        "numbers were expected after the behaviour; found " + String.join(", ", numbers)));
                continue;
            }
            byType.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>()).add(sentence(cells, first));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return byType.entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(" ", each.getValue()))
                .toList();
    }

    private static String sentence(List<String> row, boolean first) {
        String signal = row.get(1);
        String direction = row.get(2).toLowerCase(Locale.ROOT);
        List<String> numbers = row.subList(first ? 5 : 4, row.size());
        boolean dead = StrictNumber.of(numbers.get(3)).orElse(0) != 0;
        return capital(signal) + " " + direction + " " + row.get(3) + (first ? " from " + row.get(4) : "")
                + (direction.equals("increases") ? " up to " : " down to ") + numbers.get(0)
                + "; half of the effect is reached at " + numbers.get(1) + " (Hill power " + numbers.get(2)
                + (dead ? ", also in dead cells" : "") + ").";
    }

    private static String capital(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) && !name.isEmpty()
                ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                : name;
    }
}
