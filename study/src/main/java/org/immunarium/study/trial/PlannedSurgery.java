package org.immunarium.study.trial;

import java.util.List;
import java.util.Map;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.therapy.RegimenText;

/// An operation at diagnosis, after which patients come into a trial.
///
/// @param variant its place among the variants of the study of patients
/// @param before  how long before they come in, in d, above 0
public record PlannedSurgery(int variant, double before) {

    /// Scans and healing come before adjuvant treatment; six weeks.
    static final double USUAL = 42;

    private static final String REGIMEN = "resection 1 operation";

    /// What is done, as a variant of the study of patients.
    ///
    /// @param file  receives problems
    /// @param place where the study asks for it
    static PatientStudy.Variant variant(Section file, Placed<String> place) {
        return new PatientStudy.Variant(
                "surgery",
                "Surgery",
                List.of(new PatientStudy.Given.Words(
                        place.map(_ -> REGIMEN),
                        RegimenText.parse(REGIMEN, place.source(), place.line(), file::problem))),
                Map.of());
    }
}
