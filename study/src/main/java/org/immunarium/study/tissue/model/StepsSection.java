package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.units.Quantity;

/// `steps` of a model: how often what is done.
final class StepsSection {

    /// How long steps are, each a whole multiple of the one before.
    private static final List<String> LENGTHS = List.of("substances", "mechanics", "phenotype");

    private static final String LONGEST = "longest mechanics";
    private static final String COUPLED = "coupled";

    /// What it may have.
    static final List<String> KEYS =
            Stream.concat(LENGTHS.stream(), Stream.of(LONGEST, COUPLED)).toList();

    private StepsSection() {}

    /// Those of a file, the usual ones where it says nothing.
    static TimeSteps read(Section file, Values values) {
        TimeSteps usual = TimeSteps.DEFAULT;
        LENGTHS.forEach(key -> values.usual("steps." + key, DefaultBehaviours.PHYSICELL));
        Optional<Section> section = file.section("steps", KEYS);
        if (section.isEmpty()) {
            return usual;
        }
        double[] steps = {usual.diffusion(), usual.mechanics(), usual.phenotype()};
        for (int k = 0; k < steps.length; k++) {
            OptionalDouble step = values.read(
                    section.get(), LENGTHS.get(k), Values.MINUTES, Bounds.POSITIVE, "steps." + LENGTHS.get(k));
            steps[k] = step.orElse(steps[k]);
        }
        for (int k = 1; k < steps.length; k++) {
            if (!isMultiple(steps[k], steps[k - 1])) {
                section.get()
                        .problem(
                                section.get().has(LENGTHS.get(k)) ? LENGTHS.get(k) : LENGTHS.get(k - 1),
                                "steps: " + LENGTHS.get(k) + " has " + Quantity.number(steps[k]) + " min and "
                                        + LENGTHS.get(k - 1) + " " + Quantity.number(steps[k - 1])
                                        + " min; a whole multiple was expected, "
                                        + Quantity.number(TimeSteps.MOST) + " at most");
                return usual;
            }
        }
        double longest = longest(section.get(), values, steps[1], steps[2]);
        return new TimeSteps(
                steps[0],
                steps[1],
                steps[2],
                longest,
                section.get().flag(COUPLED).orElse(false));
    }

    /// How long mechanics steps may be.
    private static double longest(Section steps, Values values, double mechanics, double phenotype) {
        double longest = values.read(steps, LONGEST, Values.MINUTES, Bounds.POSITIVE, "steps." + LONGEST)
                .orElse(mechanics);
        if (longest > phenotype || !isMultiple(longest, mechanics)) {
            steps.problem(
                    LONGEST,
                    "steps: " + LONGEST + " has " + Quantity.number(longest) + " min; a whole multiple of the "
                            + Quantity.number(mechanics) + " min of mechanics was expected, up to the "
                            + Quantity.number(phenotype) + " min of phenotype");
            return mechanics;
        }
        return longest;
    }

    /// Whether a step is a whole multiple of another, up to rounding.
    static boolean isMultiple(double step, double of) {
        double times = step / of;
        return Math.rint(times) >= 1 && times <= TimeSteps.MOST && Math.abs(times - Math.rint(times)) <= 1e-6 * times;
    }
}
