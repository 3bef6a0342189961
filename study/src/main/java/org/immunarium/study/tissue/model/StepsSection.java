package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.units.Quantity;

/// `steps` of a model: how often what is done.
final class StepsSection {

    /// What it may have, each a whole multiple of the one before.
    static final List<String> KEYS = List.of("substances", "mechanics", "phenotype");

    private StepsSection() {}

    /// Those of a file, the usual ones where it says nothing.
    static TimeSteps read(Section file) {
        TimeSteps usual = TimeSteps.DEFAULT;
        Optional<Section> section = file.section("steps", KEYS);
        if (section.isEmpty()) {
            return usual;
        }
        double[] steps = {usual.diffusion(), usual.mechanics(), usual.phenotype()};
        Values values = new Values();
        for (int k = 0; k < steps.length; k++) {
            OptionalDouble step = values.read(section.get(), KEYS.get(k), Values.MINUTES, Bounds.POSITIVE, KEYS.get(k));
            steps[k] = step.orElse(steps[k]);
        }
        for (int k = 1; k < steps.length; k++) {
            double times = steps[k] / steps[k - 1];
            if (Math.rint(times) < 1 || times > TimeSteps.MOST || Math.abs(times - Math.rint(times)) > 1e-6 * times) {
                section.get()
                        .problem(
                                section.get().has(KEYS.get(k)) ? KEYS.get(k) : KEYS.get(k - 1),
                                "steps: " + KEYS.get(k) + " has " + Quantity.number(steps[k]) + " min and "
                                        + KEYS.get(k - 1) + " " + Quantity.number(steps[k - 1])
                                        + " min; a whole multiple was expected, "
                                        + Quantity.number(TimeSteps.MOST) + " at most");
                return usual;
            }
        }
        return new TimeSteps(steps[0], steps[1], steps[2]);
    }
}
