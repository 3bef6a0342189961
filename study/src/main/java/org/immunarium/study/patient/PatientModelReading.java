package org.immunarium.study.patient;

import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.study.OpenedStudy;

/// The model that a study is about.
public final class PatientModelReading {

    private PatientModelReading() {}

    /// The model, where the study is of a patient.
    ///
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong with it
    public static Optional<Model> of(OpenedStudy opened) {
        return opened.study() instanceof PatientStudy study
                ? Optional.of(PatientModel.read(study, opened.files()).model())
                : Optional.empty();
    }
}
