package org.immunarium.study.trial;

import java.util.Optional;
import org.immunarium.trial.observation.StopRule;

/// An arm, as a study plans it.
///
/// @param id    a short name
/// @param title for people
/// @param share of patients, in whole numbers beside those of the other arms
/// @param stop  when doses until progression end
/// @param next  what is given then; empty for nothing
public record PlannedArm(String id, String title, int share, StopRule stop, Optional<NextLine> next) {

    /// What some patients are given after progression.
    ///
    /// @param variant its place among the variants of the study of patients
    /// @param share   of those whose treatment was stopped, above 0 up to 1
    /// @param after   how long after progression it begins, in d
    public record NextLine(int variant, double share, double after) {}
}
