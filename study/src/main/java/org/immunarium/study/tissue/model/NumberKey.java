package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.immunarium.study.file.Section;
import org.immunarium.units.Unit;

/// A key of a file whose value is a number of a part of a model.
///
/// @param of the number in that part
/// @param <T> the part
record NumberKey<T>(String key, Unit unit, Bounds bounds, ToDoubleFunction<T> of) {

    /// The numbers of a section, in the order of the keys; those that it does not have are as in another.
    ///
    /// @param name of the part, for sources
    static <T> double[] read(List<NumberKey<T>> keys, Section section, T other, Values values, String name) {
        return keys.stream()
                .mapToDouble(each -> values.read(section, each.key, each.unit, each.bounds, name + "." + each.key)
                        .orElseGet(() -> each.of.applyAsDouble(other)))
                .toArray();
    }
}
