package org.immunarium.study.sensitivity.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.Problem;

/// A value and over what it varies.
///
/// @param name as `set` of a study has it
/// @param text as written: `0.01:0.2 1/min:log`
public record Ranged(String name, String text, Placed<Variation> variation) {

    /// That of the command line which asks for one.
    public static final String OPTION = "--vary";

    /// Reads options as they were written, `k=0.1:0.5 1/d` each. What is wrong is noted, and left out.
    ///
    /// @param problems receives what is wrong
    public static List<Ranged> read(List<String> options, List<Problem> problems) {
        List<Ranged> all = new ArrayList<>();
        for (String option : options) {
            RangeReader.read(option, problems).ifPresent(each -> {
                if (all.stream().anyMatch(other -> other.name().equals(each.name()))) {
                    problems.add(Problem.of(OPTION + " " + each.name(), "is given twice; once was expected"));
                } else {
                    all.add(each);
                }
            });
        }
        return List.copyOf(all);
    }

    /// Notes values that were set as well, where that would have no effect.
    ///
    /// @param set by the command line
    public static void checkNotSet(List<Ranged> vary, Set<String> set, List<Problem> problems) {
        for (Ranged each : vary) {
            if (set.contains(each.name()) && each.hasOwnEnds()) {
                problems.add(
                        Problem.of(OPTION + " " + each.name(), "is set by --set, too; one of the two was expected"));
            }
        }
    }

    /// Whether the value that it has otherwise plays no part.
    public boolean hasOwnEnds() {
        return switch (variation.value().spread()) {
            case Spread.Uniform _, Spread.LogUniform _ -> true;
            case Spread.Normal _, Spread.LogNormal _ -> false;
        };
    }
}
