package org.immunarium.study.tissue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a model and its values are from.
///
/// @param about   what the model is, a paragraph; empty where it does not say
/// @param sources of the whole
/// @param values  of single values, by their names, or of all of a type or substance
/// @param said    the names of values that the model says by itself, those that are 0 too
record Provenance(String about, List<String> sources, Map<String, String> values, Set<String> said) {

    static final Provenance UNKNOWN = new Provenance("", List.of(), Map.of(), Set.of());

    /// Where a value is from: what is said of it, or else of the nearest that it belongs to.
    ///
    /// @param name such as `tumor.needs.divides above`, which belongs to `tumor.needs`
    /// @param of   the whole that it belongs to, such as `tumor`
    Optional<String> of(String name, String of) {
        for (String part = name; part.length() > of.length(); part = part.substring(0, part.lastIndexOf('.'))) {
            String source = values.get(part);
            if (source != null) {
                return Optional.of(source);
            }
        }
        return Optional.ofNullable(values.get(of));
    }
}
