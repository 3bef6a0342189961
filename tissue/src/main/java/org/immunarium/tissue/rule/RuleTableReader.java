package org.immunarium.tissue.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.Word;
import org.immunarium.units.Problem;

/// Reads a [RuleTable] row by row.
final class RuleTableReader {

    private final RuleTable.Version version;
    private final AcceptedRules rules;
    /// How each behaviour of a type was first written: PhysiCell takes a behaviour that is
    /// written two ways for two.
    private final Map<List<Integer>, String> spellings = new HashMap<>();

    RuleTableReader(String source, RuleTable.Version version, TissueModel model, List<Problem> problems) {
        this.version = version;
        rules = new AcceptedRules(source, model, problems);
    }

    List<Rule> read(String text) {
        RuleTable.rows(text).forEach(each -> row(each.cells(), each.line()));
        return rules.rules();
    }

    private void row(List<String> cells, int line) {
        if (cells.size() != version.columns().size()) {
            rules.wrong(line, wrongLength(cells.size()));
            return;
        }
        new Row(cells, line).read();
    }

    private String wrongLength(int found) {
        int expected = version.columns().size();
        String message = "the row has " + found + (found == 1 ? " cell" : " cells") + ", expected " + expected + ": "
                + String.join(", ", version.columns());
        if (expected == 8 && found == 9) {
            return message + "; 9 are of version 1, which has the value without rules before the saturation value";
        }
        return expected == 9 && found == 8 ? message + "; 8 are of version 3" : message;
    }

    private final class Row {
        private final List<String> cells;
        private final int line;
        private boolean good = true;

        Row(List<String> cells, int line) {
            this.cells = cells;
            this.line = line;
        }

        private String cell(String column) {
            return cells.get(version.columns().indexOf(column));
        }

        private void wrong(String column, String message) {
            rules.wrong(line, "column \"" + column + "\": " + message);
            good = false;
        }

        private void read() {
            int type = type();
            int signal = place("signal", rules.words().signals(), rules.words()::unknownSignal);
            Rule.Response response = response();
            int behaviour = place("behaviour", rules.words().behaviours(), rules.words()::unknownBehaviour);
            if (type >= 0 && behaviour >= 0) {
                spelling(type, behaviour);
            }
            if (version == RuleTable.Version.V1) {
                double base = number("base value", "a number");
                if (good) {
                    rules.judgeBase(type, behaviour, base, line);
                }
            }
            double saturation = number("saturation value", "a number");
            double half = positive("half-max");
            double power = positive("Hill power");
            boolean dead = appliesToDead();
            if (good) {
                rules.add(new Rule(type, signal, response, behaviour, saturation, half, power, dead), line);
            }
        }

        private int type() {
            String written = cell("cell type");
            int type = rules.words().types().indexOf(written);
            if (type < 0) {
                wrong(
                        "cell type",
                        written.isEmpty() ? empty("a cell type") : rules.words().unknownType(written));
            }
            return type;
        }

        private static String empty(String expected) {
            return "nothing is there, expected " + expected;
        }

        private <W extends Enum<W> & Word> int place(
                String column, Vocabulary<W> vocabulary, UnaryOperator<String> unknown) {
            String written = cell(column);
            Optional<String> ambiguous = RuleWords.ambiguous(vocabulary, written);
            OptionalInt place = vocabulary.find(written);
            if (written.isEmpty()) {
                wrong(column, empty("a " + column));
            } else if (ambiguous.isPresent()) {
                wrong(column, ambiguous.get());
            } else if (place.isEmpty()) {
                wrong(column, unknown.apply(written));
            }
            return place.orElse(-1);
        }

        private void spelling(int type, int behaviour) {
            String written = cell("behaviour");
            String before = spellings.putIfAbsent(List.of(type, behaviour), written);
            if (before != null && !before.equals(written)) {
                wrong(
                        "behaviour",
                        "\"" + written + "\" is \"" + before + "\" of a row above in other words, which PhysiCell takes"
                                + " for a behaviour of its own; write it the same way");
            }
        }

        private Rule.Response response() {
            String written = cell("direction");
            for (Rule.Response response : Rule.Response.values()) {
                if (response.word().equals(written)) {
                    return response;
                }
            }
            wrong(
                    "direction",
                    written.isEmpty() ? empty("increases or decreases") : RuleWords.unknownResponse(written));
            return Rule.Response.INCREASES;
        }

        private double number(String column, String expected) {
            String written = cell(column);
            OptionalDouble value = StrictNumber.of(written);
            if (value.isEmpty()) {
                wrong(
                        column,
                        written.isEmpty() ? empty(expected) : "\"" + written + "\" is found, expected " + expected);
            }
            return value.orElse(Double.NaN);
        }

        private double positive(String column) {
            double value = number(column, "a number above 0");
            if (value <= 0) {
                wrong(column, "\"" + cell(column) + "\" is found, expected a number above 0");
            }
            return value;
        }

        private boolean appliesToDead() {
            double value = number("applies to dead", "1 or 0");
            if (value != 0 && value != 1 && !Double.isNaN(value)) {
                wrong("applies to dead", "\"" + cell("applies to dead") + "\" is found, expected 1 or 0");
            }
            return value == 1;
        }
    }
}
