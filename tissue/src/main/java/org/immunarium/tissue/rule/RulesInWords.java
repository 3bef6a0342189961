package org.immunarium.tissue.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Quantity;

/// All rules of a model in plain English, a paragraph for each cell type that has rules:
///
///     CD8 T cells: Attack tumor is 0.1 per min by itself. Pro-inflammatory factor increases it, up to
///     1 per min; half of the effect is reached at 0.5 (Hill power 8).
///
/// Unlike single sentences it tells what rules mean together: those of one direction share the
/// saturation that is farthest.
public final class RulesInWords {

    private final TissueModel model;
    private final RuleWords words;

    private RulesInWords(TissueModel model) {
        this.model = model;
        words = new RuleWords(model);
    }

    /// A paragraph for each type that has rules, in the model's order of types; none where no
    /// type has.
    public static List<String> of(TissueModel model) {
        return new RulesInWords(model).paragraphs();
    }

    /// The paragraph of one type; empty where it has no rules.
    public static Optional<String> of(TissueModel model, CellType type) {
        return new RulesInWords(model).paragraph(model.types().indexOf(type));
    }

    private List<String> paragraphs() {
        return IntStream.range(0, model.types().size())
                .mapToObj(this::paragraph)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> paragraph(int type) {
        Map<Integer, List<Rule>> byBehaviour = new LinkedHashMap<>();
        for (Rule rule : model.rules()) {
            if (rule.type() == type) {
                byBehaviour
                        .computeIfAbsent(rule.behaviour(), _ -> new ArrayList<>())
                        .add(rule);
            }
        }
        if (byBehaviour.isEmpty()) {
            return Optional.empty();
        }
        String sentences = byBehaviour.values().stream().map(this::behaviour).collect(Collectors.joining(" "));
        return Optional.of(RuleText.cells(type, words) + ": " + sentences);
    }

    /// All rules of one type that change one behaviour.
    private String behaviour(List<Rule> rules) {
        Rule any = rules.getFirst();
        double base = model.types().get(any.type()).behaviours()[any.behaviour()];
        String unit = words.unitOfBehaviour(any.behaviour());
        StringBuilder text = new StringBuilder(capital(words.behaviours().name(any.behaviour())) + " is "
                + SentenceUnit.spoken(base, unit) + " by itself.");
        for (Rule.Response response : Rule.Response.values()) {
            List<Rule> its =
                    rules.stream().filter(rule -> rule.response() == response).toList();
            if (!its.isEmpty()) {
                double end = RuledBehaviour.extreme(rules, response, base);
                text.append(' ').append(its.size() == 1 ? one(its.getFirst()) : several(its, response));
                text.append(end(response, base, end, unit)).append(reached(its)).append('.');
            }
        }
        return text.toString();
    }

    private String one(Rule rule) {
        return capital(words.signals().name(rule.signal())) + " "
                + rule.response().word() + " it";
    }

    private String several(List<Rule> rules, Rule.Response response) {
        List<String> names =
                rules.stream().map(rule -> words.signals().name(rule.signal())).toList();
        String verb = response == Rule.Response.INCREASES ? "increase" : "decrease";
        return capital(String.join(", ", names.subList(0, names.size() - 1))) + " and " + names.getLast() + " " + verb
                + " it together";
    }

    private static String end(Rule.Response response, double base, double end, String unit) {
        if (end == base) {
            return ", to what it is anyway";
        }
        boolean up = end > base;
        boolean asSaid = up == (response == Rule.Response.INCREASES);
        return (asSaid ? ", " : ", against its name, ") + (up ? "up to " : "down to ") + SentenceUnit.spoken(end, unit);
    }

    private String reached(List<Rule> rules) {
        if (rules.size() == 1) {
            return "; half of the effect is reached at " + half(rules.getFirst());
        }
        return "; half of the effect is reached at "
                + rules.stream()
                        .map(rule -> half(rule) + " of " + words.signals().name(rule.signal()) + " alone")
                        .collect(Collectors.joining(" or "));
    }

    private String half(Rule rule) {
        return SentenceUnit.spoken(rule.halfMaximum(), words.unitOfSignal(rule.signal())) + " (Hill power "
                + Quantity.number(rule.power()) + (rule.appliesToDead() ? ", also in dead cells" : "") + ")";
    }

    /// With a capital first letter, unless the name has capitals of its own: `IL-10` and `mRNA`
    /// stay.
    private static String capital(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) && !name.isEmpty()
                ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                : name;
    }
}
