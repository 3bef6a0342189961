package org.immunarium.study.trial.calibration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.study.RunContext;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.trial.calibration.PlausibleCourse;

/// Where plausible patients are drawn and treated: here, or in pieces elsewhere. What becomes of a patient does not
/// depend on it.
interface CalibrationSite {

    /// A plausible patient.
    ///
    /// @param values of what is asked of patients
    record Plausible(Candidate candidate, double[] values) {}

    /// Draws patients and diagnoses them.
    ///
    /// @param from     the first number
    /// @param to       the last
    /// @param consumer is given them in the order of numbers; nothing for one whose tumour is not found in time
    void draw(long from, long to, Consumer<Optional<Plausible>> consumer);

    /// Runs patients under a therapy.
    ///
    /// @param consumer is given what became of them in their order; nothing for one whose numbers failed
    void treat(List<Candidate> all, int therapy, Consumer<Optional<PlausibleCourse>> consumer);

    /// Where a run says that it is carried out.
    static CalibrationSite of(PreparedCalibration calibration, RunContext context) {
        return context.elsewhere()
                .<CalibrationSite>map(place -> new CalibrationPieces(context.folder(), place))
                .orElseGet(() -> new CalibrationHere(calibration, context.threads()));
    }
}
