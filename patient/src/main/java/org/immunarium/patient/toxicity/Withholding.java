package org.immunarium.patient.toxicity;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Whether a dose that is due is given.
///
/// *Biology*: treatment pauses and stops for side effects ([Care]), and ends.
///
/// *Equation*: `given_R` is 1, but 0 once treatment has ended, while doses are withheld, and once those against
/// R are stopped for good.
///
/// *Parameters*: ended, withheld, stopped_R [1], 0 or 1, what is so at the start.
///
/// *Reads and writes*: has `given_R` for each group of drugs; [Care] sets `withheld` and `stopped_R`, [FollowUp]
/// `ended`.
///
/// *Source*: that doses stop at once is the simplest form.
///
/// @param groups of drugs that may be stopped apart, `PD1`, `CTLA4`
public record Withholding(List<String> groups) implements Mechanism {

    /// What the share of a dose that is given is called.
    public static String given(String group) {
        return "given_" + group;
    }

    @Override
    public void addTo(Assembly patient) {
        for (String group : groups) {
            patient.part(Names.of("R", group))
                    .assigned(
                            "given_{R}",
                            "Whether doses against {R} are given",
                            "1",
                            "(1 - ended) * (1 - withheld) * (1 - stopped_{R})");
        }
    }
}
