package org.immunarium.study.trial.calibration;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.study.trial.Amounts;
import org.immunarium.trial.calibration.Hazards;
import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;

/// What befalls patients of one setting, as a study plans it: numbers that are known or searched for.
///
/// @param name    of the setting: `second line`
/// @param numbers in the order of [#KEYS], death's first
record PlannedHazards(String name, List<SearchedNumber> numbers) {

    private static final List<String> KEYS = List.of("background", "burden", "at", "exponent", "spread");
    /// Frailty is averaged over by a rule that is exact up to about here.
    private static final double MOST_SPREAD = 1.5;

    private static final String PER_DAY = "1/d";
    private static final String ONE = "1";

    PlannedHazards {
        numbers = List.copyOf(numbers);
    }

    /// Reads those of a setting.
    static Optional<PlannedHazards> read(String name, Section section) {
        Optional<Section> death = section.section("death", KEYS);
        Optional<Section> lesions = section.section("new lesions", KEYS.subList(0, KEYS.size() - 1));
        if (death.isEmpty() || lesions.isEmpty()) {
            if (!section.has("death") || !section.has("new lesions")) {
                section.problem("hazards." + name + ": death and new lesions were expected, each with a background, a"
                        + " burden and at");
            }
            return Optional.empty();
        }
        List<Optional<SearchedNumber>> all = List.of(
                SearchedNumber.read(death.get(), "background", name, PER_DAY, Amounts.MOST_RATE, Optional.empty()),
                SearchedNumber.read(death.get(), "burden", name, PER_DAY, Amounts.MOST_RATE, Optional.empty()),
                SearchedNumber.read(death.get(), "at", name, "mm", Amounts.MOST_MILLIMETRES, Optional.empty()),
                SearchedNumber.read(death.get(), "exponent", name, ONE, Amounts.MOST_EXPONENT, Optional.of(1.0)),
                SearchedNumber.read(death.get(), "spread", name, ONE, MOST_SPREAD, Optional.of(0.0)),
                SearchedNumber.read(lesions.get(), "background", name, PER_DAY, Amounts.MOST_RATE, Optional.empty()),
                SearchedNumber.read(lesions.get(), "burden", name, PER_DAY, Amounts.MOST_RATE, Optional.empty()),
                SearchedNumber.read(lesions.get(), "at", name, "mm", Amounts.MOST_MILLIMETRES, Optional.empty()),
                SearchedNumber.read(lesions.get(), "exponent", name, ONE, Amounts.MOST_EXPONENT, Optional.of(1.0)));
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(new PlannedHazards(
                        name, all.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    /// The hazards that numbers mean.
    ///
    /// @param values of all numbers
    /// @param from   the place of the first
    static Hazards of(double[] values, int from) {
        return new Hazards(
                new DeathHazard(
                        new SizeHazard(values[from], values[from + 1], values[from + 2], values[from + 3]),
                        values[from + 4]),
                new SizeHazard(values[from + 5], values[from + 6], values[from + 7], values[from + 8]));
    }
}
