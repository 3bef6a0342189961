package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.model.CellType;
import org.immunarium.units.Quantity;

/// Whether the steps of a model can follow the rates at which cells grow and shrink.
///
/// @param step of the phenotype, min
record VolumeRates(double step) {

    /// Tells rates of a type that are too fast, each where it is said; what the type has from another was told there.
    ///
    /// @param like what the type begins as
    void check(Section section, CellType like, CellType type) {
        boolean inherits = section.has("like");
        check(section, List.of("volume"), VolumeSection.NUMBERS, inherits, like.volume(), type.volume());
        check(
                section,
                List.of("death", "apoptosis"),
                DeathSection.NUMBERS,
                inherits,
                like.apoptosis(),
                type.apoptosis());
        check(section, List.of("death", "necrosis"), DeathSection.NUMBERS, inherits, like.necrosis(), type.necrosis());
    }

    private <T> void check(Section type, List<String> path, List<NumberKey<T>> keys, boolean inherits, T like, T now) {
        for (NumberKey<T> each : keys) {
            double rate = each.of().applyAsDouble(now);
            if (!each.unit().equals(Values.PER_MINUTE) || VolumeChange.follows(rate, step)) {
                continue;
            }
            String wrong = String.join(".", path) + "." + each.key() + ": at most " + Quantity.number(1 / step, 3)
                    + " 1/min was expected, 1 over the phenotype step of " + Quantity.number(step) + " min; found "
                    + Quantity.number(rate) + " 1/min";
            Optional<Section> said = Optional.of(type);
            for (String key : path) {
                said = said.filter(section -> section.has(key)).flatMap(section -> section.section(key));
            }
            if (said.isPresent() && said.get().has(each.key())) {
                said.get().problem(each.key(), type.words() + "." + wrong);
            } else if (!inherits || rate != each.of().applyAsDouble(like)) {
                type.problem(type.words() + "." + wrong);
            }
        }
    }
}
