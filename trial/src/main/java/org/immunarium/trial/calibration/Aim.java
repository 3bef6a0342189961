package org.immunarium.trial.calibration;

import java.util.List;

/// One arm of a real trial, and by which patients it is to be met.
///
/// @param name     for people: `CheckMate-057: nivolumab`
/// @param course   the place of the therapy among those that plausible patients were run under
/// @param setting  the place of the hazards that hold there
/// @param groups   the share of each group among those who are in the trial, so of the eligible; they sum to 1
/// @param eligible who may be in the trial, by plausible patient
/// @param followed how long they are
/// @param targets  what is to be met
public record Aim(
        String name,
        int course,
        int setting,
        double[] groups,
        boolean[] eligible,
        Followed followed,
        List<Target> targets) {

    public Aim {
        targets = List.copyOf(targets);
    }
}
