package org.immunarium.trial.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.immunarium.trial.endpoint.Comparison.TwoArms;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.Interaction;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.trial.statistics.TestResult;

/// An arm beside the control in each level of something in which patients differ, and whether the arm does as much
/// in
/// all of them.
///
/// *Source*: Wang et al. 2007, doi 10.1056/NEJMsr077003: the test of interaction, not the p-values of levels, says
/// whether levels differ.
///
/// @param levels      in their order
/// @param interaction of the arm with the level; NaN where events cannot tell
public record SubgroupAnalysis(List<Level> levels, TestResult interaction) {

    public SubgroupAnalysis {
        levels = List.copyOf(levels);
    }

    /// Patients of a level.
    ///
    /// @param hazardRatio of the arm; NaN where events cannot tell
    public record Level(Count arm, Count control, Estimate hazardRatio) {}

    /// @param events of these patients
    public record Count(int patients, int events) {}

    /// Compares two arms in each level.
    ///
    /// @param endpoint   that every patient has
    /// @param levels     how many there are
    /// @param level      of a patient, from 0
    /// @param confidence of intervals
    public static <P extends Participant> SubgroupAnalysis of(
            Endpoint endpoint,
            Collection<P> arm,
            Collection<P> control,
            int levels,
            ToIntFunction<? super P> level,
            double confidence) {
        List<Level> found = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            int place = i;
            List<P> some =
                    arm.stream().filter(each -> level.applyAsInt(each) == place).toList();
            List<P> others = control.stream()
                    .filter(each -> level.applyAsInt(each) == place)
                    .toList();
            found.add(new Level(
                    count(endpoint, some),
                    count(endpoint, others),
                    Comparison.of(endpoint, some, others, confidence)
                            .map(Comparison::hazardRatio)
                            .orElse(new Estimate(Double.NaN, Double.NaN, Double.NaN))));
        }
        int[] all =
                Stream.concat(arm.stream(), control.stream()).mapToInt(level).toArray();
        Optional<TestResult> interaction = TwoArms.of(endpoint, arm, control)
                .map(both -> Interaction.test(both.data(), both.treated(), all, both.strata()));
        return new SubgroupAnalysis(
                found, interaction.orElse(new TestResult(Double.NaN, Math.max(0, levels - 1), Double.NaN)));
    }

    private static Count count(Endpoint endpoint, Collection<? extends Participant> patients) {
        return new Count(
                patients.size(),
                endpoint.survival(patients).map(Survival::eventCount).orElse(0));
    }
}
