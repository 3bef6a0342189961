package org.immunarium.study.trial;

import java.util.List;
import org.immunarium.patient.response.Visit;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.endpoint.Participant;

/// A patient of a trial whose numbers did not fail, as its tables have it.
///
/// @param number  from which all follows that is the patient's own
/// @param arm     the place among the arms
/// @param stratum of the patient
/// @param visits  that were made, baseline first
/// @param harms   how bad each side effect was, in the order of [TreatmentPhase#events]
/// @param doses   that were given, in the order of time
/// @param outcome what was seen
record TrialPatient(
        long number, int arm, int stratum, List<Visit> visits, List<Harm> harms, List<Dose> doses, Outcome outcome)
        implements Ran, Participant {

    TrialPatient {
        visits = List.copyOf(visits);
        harms = List.copyOf(harms);
        doses = List.copyOf(doses);
    }

    /// When the last dose of any kind was given, in d; 0 of who had none.
    double lastDose() {
        return doses.isEmpty() ? 0 : doses.getLast().time();
    }

    /// A dose that was given.
    ///
    /// @param variant of the study of patients that it is of
    /// @param place   among the doses of that
    /// @param time    in d
    /// @param share   of it that care let pass, above 0 up to 1
    record Dose(int variant, int place, double time, double share) {}
}
