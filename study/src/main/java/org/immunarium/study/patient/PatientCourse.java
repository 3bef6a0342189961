package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.immunarium.patient.GivenDose;
import org.immunarium.study.Words;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.TherapyInWords;

/// One time course to run.
///
/// @param arm   what was asked for it
/// @param set   values in place of the model's, by id, in the model's units
/// @param doses those that start before the end, in order
record PatientCourse(PatientArm arm, Map<String, Double> set, List<GivenDose> doses) {

    private static final int MOST_DOSES = 60;

    /// The folder of its tables; empty where the run has only this one.
    String id() {
        return arm.id();
    }

    /// For people.
    String title() {
        return arm.title();
    }

    /// What is given, dose by dose, in lines; empty where nothing is and there is nothing beside it.
    ///
    /// @param body for doses by weight or surface
    String inWords(Body body) {
        Words words = new Words();
        if (id().isEmpty() && arm.therapy().isEmpty()) {
            return "";
        }
        words.line(id().isEmpty() ? "Therapy:" : "Variant " + id() + " (" + title() + "): " + arm.inWords());
        Therapy therapy = arm.words();
        if (!therapy.regimens().isEmpty()) {
            words.line(TherapyInWords.sentences(therapy).strip());
        }
        if (!doses.isEmpty()) {
            words.line(TherapyInWords.table(doses.stream().map(GivenDose::asked).toList(), body, MOST_DOSES)
                    .stripTrailing());
            words.list(
                    "Into the model:",
                    doses.stream().map(GivenDose::what).distinct().toList(),
                    Function.identity());
        }
        return words.notes(TherapyInWords.notes(therapy, body)).line("").toString();
    }
}
