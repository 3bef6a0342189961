package org.immunarium.study.trial.calibration;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// A number of a hazard: known, or searched for between two ends.
///
/// @param name  `second line: death.burden`
/// @param lower end, from 0 on, in the unit that hazards are computed in
/// @param upper end; the same where the number is known
/// @param unit  for people
record SearchedNumber(String name, double lower, double upper, String unit) {

    /// Whether it is searched for.
    boolean isSearched() {
        return upper > lower;
    }

    /// Reads one: a quantity, or two in a list, the lower first.
    ///
    /// @param unit      that it is brought to
    /// @param most      that it may be
    /// @param otherwise where it is left out; empty where it must be there
    static Optional<SearchedNumber> read(
            Section section, String key, String setting, String unit, double most, Optional<Double> otherwise) {
        String name = setting + ": " + section.name(key).replaceFirst("^.*?([^.]+\\.[^.]+)$", "$1");
        List<Placed<String>> words = section.lines(key);
        if (words.isEmpty()) {
            if (otherwise.isEmpty() && !section.has(key)) {
                section.missing(key, "[0.1 1/yr, 2 1/yr]");
            }
            return otherwise.map(value -> new SearchedNumber(name, value, value, unit));
        }
        double[] ends = new double[2];
        if (words.size() > 2) {
            section.problem(key, section.name(key) + ": a number or two, the lower first, were expected");
            return Optional.empty();
        }
        for (int i = 0; i < words.size(); i++) {
            try {
                Quantity value = Quantity.parse(words.get(i).value());
                ends[i] = value.in(Unit.parse(unit));
            } catch (UnitException e) {
                section.problem(words.get(i), section.name(key) + ": " + e.reason());
                return Optional.empty();
            }
        }
        double upper = words.size() == 1 ? ends[0] : ends[1];
        boolean hasSize = ends[0] > 0 || !key.equals("at");
        if (!(ends[0] >= 0 && hasSize && upper >= ends[0] && upper <= most)
                || words.size() == 2 && !(ends[0] > 0 && upper > ends[0])) {
            section.problem(
                    key,
                    section.name(key) + ": a number from 0 on, or two above 0, the lower first, were expected, up to "
                            + Quantity.number(most) + (unit.equals("1") ? "" : " " + unit)
                            + (hasSize ? "" : "; a size is above 0"));
            return Optional.empty();
        }
        return Optional.of(new SearchedNumber(name, ends[0], upper, unit));
    }
}
