package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RuleTable;
import org.immunarium.tissue.rule.RuleText;

/// Reads `rules`: sentences, by themselves or with their source, and tables that it names.
final class RulesReader {

    /// What a rule with its source, or a table, may have.
    static final List<String> KEYS = List.of("rule", "file", "version", "source");

    private static final int NEWEST = RuleTable.Version.values().length;

    private final FilesBeside files;
    private final Values values;
    private final Notes notes;

    RulesReader(FilesBeside files, Values values, Notes notes) {
        this.files = files;
        this.values = values;
        this.notes = notes;
    }

    /// The model with its rules.
    TissueModel read(Section file, TissueModel model) {
        List<Rule> rules = new ArrayList<>();
        for (Section.Item item : file.items("rules", KEYS)) {
            TissueModel before = model.withRules(List.copyOf(rules));
            switch (item) {
                case Section.Item.Line(Placed<String> sentence) -> rules.addAll(sentences(sentence, before));
                case Section.Item.Part(Section part) -> rules.addAll(part(part, before));
            }
        }
        return model.withRules(List.copyOf(rules));
    }

    private List<Rule> part(Section part, TissueModel model) {
        if (part.has("rule") == part.has("file")) {
            part.problem(part.words() + ": one of rule and file was expected, as in {rule: \"In tumor cells, oxygen"
                    + " increases cycle entry to 0.007 per min with half-max 20 mmHg.\", source: A paper}");
            return List.of();
        }
        if (part.has("rule") && part.has("version")) {
            part.problem("version", part.name("version") + ": has no meaning with rule");
        }
        List<Rule> rules = part.has("file")
                ? table(part, model)
                : part.text("rule").map(sentence -> sentences(sentence, model)).orElse(List.of());
        for (Rule rule : rules) {
            values.source(part, model.types().get(rule.type()).name() + "." + RuleText.about(rule, model));
        }
        return rules;
    }

    private List<Rule> sentences(Placed<String> sentence, TissueModel model) {
        return told(
                RuleText.read(sentence.source(), sentence.line(), sentence.value(), model, notes.problems()),
                sentence,
                model);
    }

    private List<Rule> table(Section table, TissueModel model) {
        Optional<Placed<String>> name = table.requiredText("file", "rules.csv");
        int version = (int) table.wholeNumber("version", 1, NEWEST).orElse(NEWEST);
        return name.flatMap(each -> files.text(each, notes))
                .map(text -> RuleTable.read(
                        text.source(), text.text(), RuleTable.Version.values()[version - 1], model, notes.problems()))
                .map(rules -> told(rules, name.orElseThrow(), model))
                .orElse(List.of());
    }

    /// Tells which rules have no effect.
    private List<Rule> told(List<Rule> rules, Placed<String> at, TissueModel model) {
        rules.forEach(rule -> model.idle(rule).ifPresent(why -> notes.notice(at, "rules: " + why)));
        return rules;
    }
}
