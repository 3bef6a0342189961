package org.immunarium.equations.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One of many virtual patients: what is its own.
///
/// @param id            its number, from which its luck follows
/// @param values        initial values and parameters that are set, by id; of no meaning where it goes on from
///                      somewhere
/// @param from          what another run was at its end; empty of a patient that begins with the model's initial values
/// @param interventions what it is given
/// @param controller    who decides on the way how the run goes on
public record Patient(
        long id,
        Map<String, Double> values,
        Optional<Snapshot> from,
        List<Intervention> interventions,
        Optional<Controller> controller) {
    public Patient {
        values = Map.copyOf(values);
        interventions = List.copyOf(interventions);
    }

    /// A patient whose run goes as it goes.
    public Patient(long id, Map<String, Double> values, List<Intervention> interventions) {
        this(id, values, Optional.empty(), interventions, Optional.empty());
    }
}
