package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Quantity;

/// What one of a study's variants is given, and what else sets it apart.
///
/// @param id    as in [PatientStudy.Variant]; empty where the study has no variants
/// @param title for people
/// @param set   values that only this variant has
record PatientArm(String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set) {

    /// All that its regimens say.
    Therapy words() {
        return new Therapy(therapy.stream()
                .flatMap(given ->
                        given instanceof Given.Words(var _, Therapy read) ? read.regimens().stream() : Stream.empty())
                .toList());
    }

    /// In a line: `chemotherapy 5 mg/L q10d x 9; with k = 0.1 1/d`.
    String inWords() {
        String given = therapy.isEmpty()
                ? "nothing is given"
                : therapy.stream().map(Given::inWords).collect(Collectors.joining(" + "));
        String values = set.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue().value())
                .collect(Collectors.joining(", "));
        return given + (values.isEmpty() ? "" : "; with " + values);
    }
}
