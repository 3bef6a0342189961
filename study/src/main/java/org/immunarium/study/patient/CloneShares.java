package org.immunarium.study.patient;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.units.Quantity;

/// How many cells the further clones of a tumour have at the start: each a share of those of the first clone, from
/// which they come, and all together at most as many as it.
///
/// @param first  the first clone
/// @param shares what each of the others has unless a study says otherwise, by the parameter's id; empty of a
///               tumour
///               of one clone
record CloneShares(String first, Map<String, Double> shares) {

    /// What rounding may add to 1.
    private static final double ROUNDING = 1e-6;

    /// So many that 1 and what is more than rounding above it are told apart.
    private static final int DIGITS = 7;

    CloneShares {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /// Those of a patient.
    ///
    /// @param planned what a study says of the tumour; empty for one tumour of one clone
    static CloneShares of(PatientModel model, Optional<PlannedTumour> planned) {
        List<Clone> clones = planned.map(PlannedTumour::clones).orElse(List.of());
        Map<String, Double> shares = new LinkedHashMap<>();
        clones.stream()
                .skip(1)
                .map(clone -> "share_" + clone.name())
                .forEach(id -> model.model().parameters().stream()
                        .filter(parameter -> parameter.id().equals(id))
                        .map(Model.Parameter::value)
                        .forEach(value -> shares.put(id, value)));
        return new CloneShares(clones.isEmpty() ? "" : clones.getFirst().name(), shares);
    }

    /// What was expected in place of these values and what was found; empty where they may be.
    ///
    /// @param values by id, in place of the model's own
    Optional<String> wrong(Map<String, Double> values) {
        return wrong(values, Set.of());
    }

    /// As [#wrong(Map)], of those shares that are known.
    ///
    /// @param open ids of values that differ between patients
    Optional<String> wrong(Map<String, Double> values, Set<String> open) {
        Map<String, Double> known = new LinkedHashMap<>(shares);
        known.replaceAll((id, own) -> values.getOrDefault(id, own));
        known.keySet().removeAll(open);
        double together = known.values().stream().mapToDouble(share -> share).sum();
        if (together <= 1 + ROUNDING) {
            return Optional.empty();
        }
        String found = known.entrySet().stream()
                .map(each -> each.getKey() + " = " + Quantity.number(each.getValue(), DIGITS))
                .collect(Collectors.joining(", "));
        return Optional.of("shares of the cells of " + first + " that add up to at most 1 were expected; found " + found
                + ", together " + Quantity.number(together, DIGITS));
    }

    /// The ids.
    Stream<String> ids() {
        return shares.keySet().stream();
    }
}
