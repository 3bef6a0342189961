package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// The rules of a text as they are read, each judged by itself and beside those before it.
final class AcceptedRules {

    /// What only one rule may be about. A signal may do both, such as drive migration at a
    /// middling concentration and stop it at a high one.
    private record About(int type, int behaviour, int signal, Rule.Response response) {}

    private final String source;
    private final TissueModel model;
    private final RuleWords words;
    private final List<Problem> problems;
    private final Map<About, String> before = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    AcceptedRules(String source, TissueModel model, List<Problem> problems) {
        this.source = source;
        this.model = model;
        this.problems = problems;
        words = new RuleWords(model);
        for (Rule rule : model.rules()) {
            before.put(about(rule), "an earlier rule");
        }
    }

    private static About about(Rule rule) {
        return new About(rule.type(), rule.behaviour(), rule.signal(), rule.response());
    }

    TissueModel model() {
        return model;
    }

    RuleWords words() {
        return words;
    }

    /// The rules so far.
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    void wrong(int line, String message) {
        problems.add(Problem.at(source, line, message));
    }

    /// Takes a rule that is read, unless something is wrong with it as a whole.
    void add(Rule rule, int line) {
        int problemsBefore = problems.size();
        String type = model.types().get(rule.type()).name();
        String signal = words.signals().name(rule.signal());
        String behaviour = words.behaviours().name(rule.behaviour());
        Behaviour word = words.behaviours().word(rule.behaviour());
        int phases = model.types().get(rule.type()).cycle().phases().size();
        if (word.exitPhase().orElse(0) >= phases) {
            wrong(
                    line,
                    "behaviour \"" + behaviour + "\": the cycle of \"" + type + "\", "
                            + model.types().get(rule.type()).cycle().name() + ", has no phase "
                            + word.exitPhase().orElse(0) + ", its last one is " + (phases - 1));
        }
        double saturation = rule.saturation();
        if (saturation < word.lowest()) {
            wrong(line, "\"" + behaviour + "\" goes to " + Quantity.number(saturation) + ", expected 0 or more");
        }
        if (saturation > word.highest()) {
            wrong(
                    line,
                    "\"" + behaviour + "\" goes to " + Quantity.number(saturation) + ", expected at most "
                            + Quantity.number(word.highest()));
        }
        String earlier = before.putIfAbsent(about(rule), "line " + line);
        if (earlier != null) {
            wrong(
                    line,
                    earlier + " says already how \"" + signal + "\" "
                            + rule.response().word() + " \"" + behaviour + "\" of \"" + type + "\"");
        }
        if (problems.size() == problemsBefore) {
            rules.add(rule);
        }
    }

    /// Judges a value that a text says a behaviour has without rules, beside that which the
    /// type has.
    ///
    /// @return whether they are the same
    boolean judgeBase(int type, int behaviour, double stated, int line) {
        double own = model.types().get(type).behaviours()[behaviour];
        boolean same = Math.abs(stated - own) <= 1e-9 * Math.max(Math.abs(stated), Math.abs(own));
        if (!same) {
            wrong(
                    line,
                    "\"" + words.behaviours().name(behaviour) + "\" is said to be " + Quantity.number(stated)
                            + " without rules, but that of \""
                            + model.types().get(type).name() + "\" is " + Quantity.number(own));
        }
        return same;
    }
}
