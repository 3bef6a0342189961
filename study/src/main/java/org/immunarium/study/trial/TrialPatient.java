package org.immunarium.study.trial;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Visit;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.endpoint.Participant;

/// A patient of a trial whose numbers did not fail, as its tables have it.
///
/// @param number  from which all follows that is the patient's own
/// @param arm     the place among the arms
/// @param treatment the place among variants of what the patient was given at first
/// @param stratum of the patient
/// @param visits  that were made, baseline first
/// @param harms   how bad each side effect was, in the order of [TreatmentPhase#events]
/// @param doses   that were given, in the order of time
/// @param outcome what was seen
record TrialPatient(
        long number,
        int arm,
        int treatment,
        int stratum,
        List<Visit> visits,
        List<Harm> harms,
        List<Dose> doses,
        Outcome outcome)
        implements Ran, Participant {

    TrialPatient {
        visits = List.copyOf(visits);
        harms = List.copyOf(harms);
        doses = List.copyOf(doses);
    }

    /// When the last dose of the arm's treatment was given, in d; empty of who had none.
    Optional<Double> lastDose() {
        return lastDose(treatment, doses);
    }

    /// When the first dose was given of what comes after progression, in d; empty of who had none.
    Optional<Double> nextLine() {
        return nextLine(treatment, doses);
    }

    /// Until when side effects are those of the arm's treatment, in d: some time after its last dose, or the
    /// first of what comes after it.
    double countedUntil() {
        return countedUntil(treatment, doses, outcome.followed());
    }

    /// As [#countedUntil], before the patient is known.
    static double countedUntil(int treatment, List<Dose> doses, double followed) {
        return Math.min(
                Harm.countedUntil(lastDose(treatment, doses).orElse(0.0), followed),
                nextLine(treatment, doses).orElse(Double.POSITIVE_INFINITY));
    }

    private static Optional<Double> lastDose(int treatment, List<Dose> doses) {
        return doses.stream()
                .filter(dose -> dose.variant() == treatment)
                .map(Dose::time)
                .reduce((_, later) -> later);
    }

    /// Other variants are what is given after progression.
    private static Optional<Double> nextLine(int treatment, List<Dose> doses) {
        return doses.stream()
                .filter(dose -> dose.variant() != treatment)
                .map(Dose::time)
                .findFirst();
    }

    /// A dose that was given.
    ///
    /// @param variant of the study of patients that it is of
    /// @param place   among the doses of that
    /// @param time    in d
    /// @param share   of it that care let pass, above 0 up to 1
    record Dose(int variant, int place, double time, double share) {}
}
