package org.immunarium.study.trial;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.observation.StopRule;

/// An arm, as a study plans it.
///
/// @param id    a short name
/// @param title for people
/// @param share of patients, in whole numbers beside those of the other arms
/// @param stop  when doses until progression end
/// @param by    what is given to whom at first; empty where all of the arm are given the same
/// @param next  what is given then; empty for nothing
public record PlannedArm(String id, String title, int share, StopRule stop, List<Choice> by, Optional<NextLine> next) {

    public PlannedArm {
        by = List.copyOf(by);
    }

    /// A treatment of those of an arm of whom something holds, and no earlier choice.
    ///
    /// @param asked   at diagnosis; empty for all others
    /// @param variant its place among the variants of the study of patients
    public record Choice(Optional<Placed<Criterion>> asked, int variant) {}

    /// What some patients are given after progression.
    ///
    /// @param variant its place among the variants of the study of patients
    /// @param share   of those whose treatment was stopped, above 0 up to 1
    /// @param after   how long after progression it begins, in d
    public record NextLine(int variant, double share, double after) {}
}
