package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Rules as rows of a table, as PhysiCell writes them:
///
///     CD8 T cell,anti-inflammatory factor,decreases,attack tumor,0,0.5,8,0
///
/// that is cell type, signal, direction, behaviour, saturation value, half-max, Hill power, and
/// 1 if the rule is for dead cells too. Cells of a row are separated by commas, or all by tabs;
/// there are no quotes. Blank lines and lines that start with `//` are passed over, and so is a
/// first row that names the columns.
public final class RuleTable {

    /// Which columns there are.
    public enum Version {
        /// The value without rules stands before the saturation value.
        V1,
        /// As [#V3].
        V2,
        /// Eight columns.
        V3;

        /// The version of this number, whose fraction does not matter; empty for one that is
        /// not known.
        public static Optional<Version> of(double number) {
            return number >= 1 && number < 4 ? Optional.of(values()[(int) number - 1]) : Optional.empty();
        }

        /// The names of its columns.
        public List<String> columns() {
            return this == V1
                    ? List.of(
                            "cell type",
                            "signal",
                            "direction",
                            "behaviour",
                            "base value",
                            "saturation value",
                            "half-max",
                            "Hill power",
                            "applies to dead")
                    : List.of(
                            "cell type",
                            "signal",
                            "direction",
                            "behaviour",
                            "saturation value",
                            "half-max",
                            "Hill power",
                            "applies to dead");
        }
    }

    /// Cells of a row, without the blanks around them.
    ///
    /// @param line in the file, from 1
    public record Row(int line, List<String> cells) {

        /// Whether it names the columns.
        public boolean isHeader() {
            return cells.size() > 2 && cells.get(2).equalsIgnoreCase("direction");
        }
    }

    private static final Set<Integer> LENGTHS = Set.of(8, 9);

    private RuleTable() {}

    /// The rows of a table, without one that names the columns, and whatever they hold.
    public static List<Row> rows(String text) {
        List<String> lines =
                (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        List<Row> rows = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("//")) {
                continue;
            }
            Row row = new Row(i + 1, cells(line));
            if (!first || !row.isHeader()) {
                rows.add(row);
            }
            first = false;
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> byComma = cells(line, ",");
        List<String> byTab = cells(line, "\t");
        return LENGTHS.contains(byComma.size()) || !LENGTHS.contains(byTab.size()) && byComma.size() >= byTab.size()
                ? byComma
                : byTab;
    }

    private static List<String> cells(String line, String separator) {
        String row = line.endsWith(separator) ? line.substring(0, line.length() - 1) : line;
        return Pattern.compile(separator).splitAsStream(row).map(String::strip).toList();
    }

    /// Reads a table, going on after a problem so that all are found.
    ///
    /// @param source   the file, for problems
    /// @param model    whose rules they are; it may have rules from before, which these must
    ///     not repeat
    /// @param problems gets all that is wrong, with line and column
    /// @return the rules of the rows that nothing is wrong with
    public static List<Rule> read(
            String source, String text, Version version, TissueModel model, List<Problem> problems) {
        return new RuleTableReader(source, version, model, problems).read(text);
    }

    /// Writes a model's rules as a table of version 3, with the columns' names in a comment.
    /// Commas separate cells, or tabs where a name has a comma.
    public static String write(TissueModel model) {
        RuleWords words = new RuleWords(model);
        List<List<String>> rows = model.rules().stream()
                .map(rule -> List.of(
                        words.types().get(rule.type()),
                        words.signals().name(rule.signal()),
                        rule.response().word(),
                        words.behaviours().name(rule.behaviour()),
                        Quantity.number(rule.saturation()),
                        Quantity.number(rule.halfMaximum()),
                        Quantity.number(rule.power()),
                        rule.appliesToDead() ? "1" : "0"))
                .toList();
        boolean commas = rows.stream().anyMatch(row -> row.stream().anyMatch(cell -> cell.contains(",")));
        String separator = commas ? "\t" : ",";
        return rows.stream()
                .map(row -> String.join(separator, row) + "\n")
                .collect(Collectors.joining("", "// " + String.join(separator, Version.V3.columns()) + "\n", ""));
    }
}
