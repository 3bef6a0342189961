package org.immunarium.tissue.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Rules as sentences, as a biologist writes them:
///
///     In CD8 T cells, anti-inflammatory factor decreases attack tumor from 0.1 to 0 per min
///     with half-max 0.5 and Hill power 8.
///
/// The grammar is in `docs/tissue.md`.
public final class RuleText {

    /// The Hill power of a sentence that gives none.
    public static final double DEFAULT_POWER = 4;

    private RuleText() {}

    /// Reads sentences, one a line, going on after a problem so that all are found. Blank
    /// lines, and lines that start with `#` or `//`, are passed over.
    ///
    /// @param source   the file, for problems
    /// @param line     of the file, counted from 1, at which the text starts
    /// @param model    whose rules they are; it may have rules from before, which these must
    ///     not repeat
    /// @param problems gets all that is wrong
    /// @return the rules of the sentences that nothing is wrong with
    public static List<Rule> read(String source, int line, String text, TissueModel model, List<Problem> problems) {
        AcceptedRules rules = new AcceptedRules(source, model, problems);
        int at = line;
        for (String sentence : text.split("\\R", -1)) {
            String start = sentence.strip();
            if (!start.isEmpty() && !start.startsWith("#") && !start.startsWith("//")) {
                new RuleSentence(sentence, at, rules).read();
            }
            at++;
        }
        return rules.rules();
    }

    /// A rule as a sentence, which reads back as the same rule of the same model, unless its
    /// saturation lies on the other side of the type's value than its direction says.
    public static String of(Rule rule, TissueModel model) {
        RuleWords words = new RuleWords(model);
        String unit = words.unitOfBehaviour(rule.behaviour());
        double base = model.types().get(rule.type()).behaviours()[rule.behaviour()];
        return "In " + cells(rule.type(), words) + ", " + words.signals().name(rule.signal()) + " "
                + rule.response().word() + " " + words.behaviours().name(rule.behaviour()) + " from "
                + Quantity.number(base) + " to " + SentenceUnit.spoken(rule.saturation(), unit) + " with half-max "
                + SentenceUnit.spoken(rule.halfMaximum(), words.unitOfSignal(rule.signal())) + " and Hill power "
                + Quantity.number(rule.power()) + (rule.appliesToDead() ? ", even when dead." : ".");
    }

    /// What a rule is about, without its cells and numbers: `oxygen increases cycle entry`.
    public static String about(Rule rule, TissueModel model) {
        return model.signals().name(rule.signal()) + " " + rule.response().word() + " "
                + model.behaviours().name(rule.behaviour());
    }

    /// Cells of a type as a sentence names them: in the plural, where that means no other type.
    static String cells(int type, RuleWords words) {
        String name = words.types().get(type);
        String plural = name.matches(".*(?:cell|phage|blast|clast|cyte|phil)") ? name + "s" : name + " cells";
        return words.typePhrases()
                .longest(plural, 0, Pattern.compile("$"))
                .filter(match -> match.meanings().equals(Set.of(type)))
                .map(match -> plural)
                .orElse(name);
    }
}
