package org.immunarium.equations.sbml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.expression.FormulaException;

/// The formulas of SBML level 1: text, in which `log` is the natural logarithm and no name is a constant.
final class LevelOneFormula {

    /// A number (whose exponent is no name), or a name with what follows it.
    private static final Pattern TOKEN =
            Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|([A-Za-z_]\\w*)(\\s*\\()?");

    private LevelOneFormula() {}

    static Expression read(String formula, XmlElement element, Diagnostics diagnostics) {
        try {
            return diagnostics.placed(Formula.parse(inLevelThree(formula)), element);
        } catch (FormulaException e) {
            diagnostics.problem(element, e.reason());
            return new Expression.Constant(Double.NaN);
        }
    }

    /// The same formula in the syntax of level 3: names of quantities quoted, `log` as `ln`.
    private static String inLevelThree(String formula) {
        StringBuilder text = new StringBuilder();
        Matcher tokens = TOKEN.matcher(formula);
        while (tokens.find()) {
            String name = tokens.group(1);
            String replacement;
            if (name == null) {
                replacement = tokens.group();
            } else if (tokens.group(2) == null) {
                replacement = "`" + name + "`";
            } else {
                replacement = (name.equals("log") ? "ln" : name) + "(";
            }
            tokens.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        tokens.appendTail(text);
        return text.toString();
    }
}
