package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RuleTable;
import org.immunarium.tissue.table.Numbers;

/// Reads `<cell_rules>` and the files of rules that it names.
final class RulesetReader {

    private final ProjectFiles files;
    private final Findings findings;

    RulesetReader(ProjectFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /// @param model without rules
    List<Rule> read(XmlElement root, TissueModel model) {
        List<Rule> rules = new ArrayList<>();
        Optional<XmlElement> section = root.child("cell_rules");
        section.ifPresent(cellRules -> cellRules.ignore("settings"));
        for (XmlElement ruleset : section.flatMap(cellRules -> cellRules.child("rulesets"))
                .map(sets -> sets.children("ruleset"))
                .orElse(List.of())) {
            if (!ruleset.flag("enabled", false)) {
                ruleset.passOver();
                continue;
            }
            Optional<RuleTable.Version> version = version(ruleset);
            Optional<ProjectFiles.Text> text = files.text(ruleset);
            if (version.isPresent() && text.isPresent()) {
                rules.addAll(RuleTable.read(
                        text.get().source(),
                        text.get().text(),
                        version.get(),
                        model.withRules(rules),
                        findings.problems()));
            }
        }
        return rules;
    }

    private static Optional<RuleTable.Version> version(XmlElement ruleset) {
        String protocol = ruleset.attribute("protocol").orElse("");
        String format = ruleset.attribute("format").orElse("");
        String written = ruleset.attribute("version").orElse("");
        boolean known = protocol.equals("CBHG") && format.equalsIgnoreCase("csv");
        if (!known) {
            ruleset.unsupported(
                    "protocol=\"" + protocol + "\" format=\"" + format + "\" was found; only CBHG as csv is known");
        }
        Optional<RuleTable.Version> version =
                RuleTable.Version.of(Numbers.real(written).orElse(-1));
        if (version.isEmpty()) {
            ruleset.unsupported("version=\"" + written + "\" was found; versions 1, 2 and 3 are known");
        } else if (version.get() != RuleTable.Version.V3) {
            ruleset.notice("PhysiCell 1.14 reads rules of version 3 only; this one is read as version " + written);
        }
        return known ? version : Optional.empty();
    }
}
