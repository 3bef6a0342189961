package org.immunarium.patient.toxicity;

import java.util.List;
import java.util.Locale;
import org.immunarium.units.InvalidInputException;

/// The rules of care that come along, from `evidence/patients/care-rules.csv`.
public final class CareRules {

    private static final String HEADER = "organ,grade,action,source,note";

    private CareRules() {}

    /// All of them.
    public static List<CareRule> shipped() {
        return EvidenceTable.shipped("patients/care-rules.csv", HEADER, CareRules::rule);
    }

    /// Reads a table with the columns organ, grade, action, source, note.
    ///
    /// @param file for problems
    /// @throws InvalidInputException with all that is wrong in it
    public static List<CareRule> parse(String csv, String file) {
        return EvidenceTable.parse(csv, file, HEADER, CareRules::rule);
    }

    private static CareRule rule(List<String> cells) {
        Organ organ = Organ.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
        if (organ.isGland()) {
            throw new IllegalArgumentException(
                    cells.get(0) + " is a gland, whose hormones are replaced; rules are for other organs");
        }
        int grade = Integer.parseInt(cells.get(1));
        if (grade < 1 || grade > 4) {
            throw new IllegalArgumentException("grade " + grade + ", expected 1 to 4");
        }
        CareRule.Action action =
                CareRule.Action.valueOf(cells.get(2).toUpperCase(Locale.ROOT).replace(' ', '_'));
        return new CareRule(organ, grade, action, cells.get(3));
    }
}
