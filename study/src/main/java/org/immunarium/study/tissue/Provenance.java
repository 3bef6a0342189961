package org.immunarium.study.tissue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a model and its values are from.
///
/// @param about   what the model is, a paragraph; empty where it does not say
/// @param sources of the whole
/// @param values  of single values, by their names, or of all of a type or substance
record Provenance(String about, List<String> sources, Map<String, String> values) {

    static final Provenance UNKNOWN = new Provenance("", List.of(), Map.of());

    /// Where a value is from: what is said of it, or of what it belongs to.
    ///
    /// @param name such as `tumor.oxygen uptake`
    /// @param of   what it belongs to, such as `tumor`
    Optional<String> of(String name, String of) {
        return Optional.ofNullable(values.get(name)).or(() -> Optional.ofNullable(values.get(of)));
    }
}
