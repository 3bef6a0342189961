package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.patient.GivenDose;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Quantity;

/// What one of a study's variants is given, and what else sets it apart.
///
/// @param id    as in [PatientStudy.Variant]; empty where the study has no variants
/// @param title for people
/// @param set   values that only this variant has
public record PatientArm(String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set) {

    /// The variants of a study, or its only arm; none where it is of no patient.
    public static List<PatientArm> of(Study study) {
        if (!(study instanceof PatientStudy patient)) {
            return List.of();
        }
        return patient.compare().isEmpty()
                ? List.of(new PatientArm("", "", patient.therapy(), Map.of()))
                : patient.compare().stream()
                        .map(variant -> new PatientArm(variant.id(), variant.title(), variant.therapy(), variant.set()))
                        .toList();
    }

    /// The doses that it gets, in the order given: those that start before the end of the study.
    ///
    /// @param prepared the same study, checked: what it runs with is what is told
    public List<GivenDose> doses(PreparedStudy prepared) {
        List<PatientCourse> courses = switch (prepared) {
            case PatientRun one -> one.courses();
            case ReplicatesRun many -> many.courses();
            case PopulationRun many -> List.of(many.course());
            default -> List.of();
        };
        return courses.stream()
                .filter(course -> course.id().equals(id))
                .flatMap(course -> course.doses().stream())
                .toList();
    }

    /// The patient's body, for doses by weight or surface.
    public static Body body(Study study) {
        return study instanceof PatientStudy patient ? patient.body() : Body.UNKNOWN;
    }

    /// All that its regimens say.
    public Therapy words() {
        return new Therapy(therapy.stream()
                .flatMap(given ->
                        given instanceof Given.Words(var _, Therapy read) ? read.regimens().stream() : Stream.empty())
                .toList());
    }

    /// In a line: `chemotherapy 5 mg/L q10d x 9; with k = 0.1 1/d`.
    public String inWords() {
        String given = therapy.isEmpty()
                ? "nothing is given"
                : therapy.stream().map(Given::inWords).collect(Collectors.joining(" + "));
        String values = set.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue().value())
                .collect(Collectors.joining(", "));
        return given + (values.isEmpty() ? "" : "; with " + values);
    }
}
