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

/// Reads `rules`: sentences, and tables that it names.
final class RulesReader {

    /// What a table may have.
    static final List<String> KEYS = List.of("file", "version");

    private static final int NEWEST = RuleTable.Version.values().length;

    private RulesReader() {}

    /// The model with its rules.
    static TissueModel read(Section file, TissueModel model, FilesBeside files, Notes notes) {
        List<Rule> rules = new ArrayList<>();
        for (Section.Item item : file.items("rules", KEYS)) {
            TissueModel before = model.withRules(List.copyOf(rules));
            switch (item) {
                case Section.Item.Line(Placed<String> sentence) ->
                    rules.addAll(told(
                            RuleText.read(
                                    sentence.source(), sentence.line(), sentence.value(), before, notes.problems()),
                            sentence,
                            model,
                            notes));
                case Section.Item.Part(Section table) -> rules.addAll(table(table, before, files, notes));
            }
        }
        return model.withRules(List.copyOf(rules));
    }

    private static List<Rule> table(Section table, TissueModel model, FilesBeside files, Notes notes) {
        Optional<Placed<String>> name = table.requiredText("file", "rules.csv");
        int version = (int) table.wholeNumber("version", 1, NEWEST).orElse(NEWEST);
        return name.flatMap(each -> files.text(each, notes))
                .map(text -> RuleTable.read(
                        text.source(), text.text(), RuleTable.Version.values()[version - 1], model, notes.problems()))
                .map(rules -> told(rules, name.orElseThrow(), model, notes))
                .orElse(List.of());
    }

    /// Tells which rules have no effect.
    private static List<Rule> told(List<Rule> rules, Placed<String> at, TissueModel model, Notes notes) {
        rules.forEach(rule -> model.idle(rule).ifPresent(why -> notes.notice(at, "rules: " + why)));
        return rules;
    }
}
