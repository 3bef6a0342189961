package org.immunarium.study.fit.data;

import java.util.List;

/// What was measured of one patient.
///
/// @param patient      as the table calls it; empty where it has one patient only
/// @param times        at which something was, ascending, each once, in the model's unit
/// @param observations by line
public record PatientData(String patient, double[] times, List<Observation> observations) {

    /// One measurement.
    ///
    /// @param quantity place among those of the table
    /// @param time     place among the times
    /// @param value    in the model's unit
    public record Observation(int quantity, int time, double value) {}

    /// Those of one quantity.
    public List<Observation> of(int quantity) {
        return observations.stream().filter(each -> each.quantity() == quantity).toList();
    }
}
