package org.immunarium.patient.toxicity;

import java.util.List;
import java.util.Set;

/// When a patient is counted as having had a side effect: once a harm reaches a level.
///
/// Sponsors count differently, so there is one for each way of counting that the targets know. What is counted
/// in some trials only, events of other causes in those that are double-blind and laboratory values in those
/// that report them, is a way of its own, beside the sponsor's.
///
/// @param kind  whose doing it is said to be
/// @param by    who counts: `list` (every event on a list of terms), `steroid` (only what needed corticosteroids),
///     `investigator` (what the investigators of trials report), `double-blind`, `laboratory values`
/// @param event what happened
/// @param organ where
/// @param grade `any`, or `3+`
/// @param harm  the quantity of the model, `gut_harm`
/// @param level from which on it counts
public record Counted(Kind kind, String by, String event, String organ, String grade, String harm, double level) {

    private static final String HEADER = "kind,counted_by,event,organ,grade,harm,level,certainty,fitted_to,note";

    /// An event that no `any` takes in.
    static final String DEATH = "toxic death";

    private static final String ANY = "any";

    /// All rows of `evidence/side-effects-counted.csv`.
    public static List<Counted> shipped() {
        return EvidenceTable.shipped(
                "side-effects-counted.csv",
                HEADER,
                c -> new Counted(
                        Kind.of(c.get(0)),
                        c.get(1),
                        c.get(2),
                        c.get(3),
                        c.get(4),
                        c.get(5),
                        Double.parseDouble(c.get(6))));
    }

    /// Whether a patient with this has what a target is about.
    ///
    /// @param ways the ways of counting of the target's source, [Cohort#ways]
    public boolean isOf(ToxicityTarget target, Set<String> ways) {
        return kind == target.kind()
                && ways.contains(by)
                && grade.equals(target.grade())
                && (event.equals(target.event()) || (target.event().equals(ANY) && !event.equals(DEATH)));
    }
}
