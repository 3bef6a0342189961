package org.immunarium.equations.simulation;

import java.util.List;
import java.util.Map;

/// One of many virtual patients: what is its own.
///
/// @param id            its number, from which its luck follows
/// @param values        initial values and parameters that are set, by id
/// @param interventions what it is given
public record Patient(long id, Map<String, Double> values, List<Intervention> interventions) {
    public Patient {
        values = Map.copyOf(values);
        interventions = List.copyOf(interventions);
    }
}
