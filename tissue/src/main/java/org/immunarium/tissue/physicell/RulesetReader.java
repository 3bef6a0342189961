package org.immunarium.tissue.physicell;

import java.util.List;
import java.util.Optional;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Rule;

/// Reads `<cell_rules>` and the files of rules that it names.
final class RulesetReader {

    private final ProjectFiles files;
    private final Findings findings;

    RulesetReader(ProjectFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    List<Rule> read(XmlElement root, List<CellType> types, Names names) {
        Optional<XmlElement> section = root.child("cell_rules");
        section.ifPresent(rules -> rules.ignore("settings"));
        for (XmlElement ruleset : section.flatMap(rules -> rules.child("rulesets"))
                .map(sets -> sets.children("ruleset"))
                .orElse(List.of())) {
            if (!ruleset.flag("enabled", false)) {
                ruleset.passOver();
                continue;
            }
            judge(ruleset);
            files.text(ruleset);
        }
        return List.of();
    }

    private static void judge(XmlElement ruleset) {
        String protocol = ruleset.attribute("protocol").orElse("");
        String format = ruleset.attribute("format").orElse("");
        String version = ruleset.attribute("version").orElse("");
        if (!protocol.equals("CBHG")) {
            ruleset.unsupported("protocol=\"" + protocol + "\" was found; only CBHG is known");
        }
        if (!format.equalsIgnoreCase("csv")) {
            ruleset.unsupported("format=\"" + format + "\" was found; only csv is known");
        }
        double number = Numbers.real(version).orElse(-1);
        if (!(number >= 1 && number < 4)) {
            ruleset.unsupported("version=\"" + version + "\" was found; versions 1, 2 and 3 are known");
        }
    }
}
