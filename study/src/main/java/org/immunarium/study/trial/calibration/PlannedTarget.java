package org.immunarium.study.trial.calibration;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.immunarium.study.file.Placed;
import org.immunarium.trial.calibration.Followed;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.design.Criterion;

/// An arm of a real trial that is to be met, as a study plans it.
///
/// @param trial       its name
/// @param arm         the title of the arm of this study that has its therapy
/// @param setting     the name of its hazards
/// @param groups      the share of each group among those who are in the trial
/// @param eligibility what is asked of patients
/// @param followed    how long they are, where the trial says so
/// @param curves      times to events, in files
/// @param points      of curves that are published in words only
/// @param responses   how many of how many patients; empty for none
/// @param shares      what patients have before treatment
record PlannedTarget(
        String trial,
        Placed<String> arm,
        Placed<String> setting,
        Map<String, Double> groups,
        List<Placed<Criterion>> eligibility,
        Followed followed,
        List<Curve> curves,
        List<Points> points,
        List<Counted> responses,
        List<Share> shares) {

    PlannedTarget {
        eligibility = List.copyOf(eligibility);
        curves = List.copyOf(curves);
        points = List.copyOf(points);
        responses = List.copyOf(responses);
        shares = List.copyOf(shares);
    }

    /// How many have something.
    record Share(Placed<Criterion> what, Counted counted) {}

    /// Times to events of one arm.
    ///
    /// @param what they are
    /// @param file a table of `time`, in months, `event`, 1 or 0, and `arm`
    /// @param arm  as that table has it
    record Curve(Target.What what, Placed<String> file, String arm) {}

    /// Shares without an event, such as a median.
    ///
    /// @param what     they are
    /// @param place    of them
    /// @param months   the share at each
    /// @param patients of the arm
    record Points(Target.What what, Placed<String> place, SortedMap<Double, Double> months, int patients) {}

    /// @param had how many had one
    /// @param of  how many patients
    record Counted(int had, int of) {}
}
