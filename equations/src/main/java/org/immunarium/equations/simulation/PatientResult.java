package org.immunarium.equations.simulation;

import java.util.List;
import java.util.Optional;
import org.immunarium.numerics.NumericalFailure;

/// What the run of one virtual patient gave.
///
/// @param id          the patient's number
/// @param times       the times that were reached, of those asked for
/// @param values      `values[column][time]`
/// @param occurrences events and doses in order
/// @param failure     what ended the run early, if anything did
/// @param end         what it was at its end; empty where it failed
public record PatientResult(
        long id,
        double[] times,
        double[][] values,
        List<Occurrence> occurrences,
        Optional<NumericalFailure> failure,
        Optional<Snapshot> end) {}
