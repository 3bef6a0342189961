package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.study.InputFiles;
import org.immunarium.study.OpenedStudy;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

/// What one of a study's variants is given, and what else sets it apart.
///
/// @param id    as in [PatientStudy.Variant]; empty where the study has no variants
/// @param title for people
/// @param set   values that only this variant has
public record PatientArm(String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set) {

    /// Larger than any table of a treatment.
    public static final int LARGEST_TABLE_BYTES = 1 << 26;

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

    /// All doses that start before the end of a study, in order of time.
    ///
    /// @param prepared the same study, checked
    public List<Administration> doses(OpenedStudy opened, PreparedStudy prepared) {
        Ratio end = plan(prepared).map(PatientRun.Plan::days).orElse(Ratio.ZERO);
        List<Administration> doses = new ArrayList<>();
        for (Given given : therapy) {
            doses.addAll(
                    switch (given) {
                        case Given.Words(var _, Therapy words) -> words.administrations(end);
                        case Given.Events events ->
                            events(events, opened.files())
                                    .filter(dose -> dose.time().compareTo(end) < 0)
                                    .toList();
                    });
        }
        doses.sort(Administration.ORDER);
        return doses;
    }

    private static Stream<Administration> events(Given.Events events, InputFiles files) {
        String file = events.file().value();
        return files.text(file, LARGEST_TABLE_BYTES).stream()
                .map(text -> EventTable.parse(text, file, Unit.parse("mg")))
                .flatMap(table -> table.subjects().entrySet().stream())
                .filter(subject ->
                        events.id().isEmpty() || events.id().get().value().equals(subject.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(subject -> subject.doses().stream());
    }

    private static Optional<PatientRun.Plan> plan(PreparedStudy prepared) {
        return switch (prepared) {
            case PatientRun one -> Optional.of(one.plan());
            case ReplicatesRun many -> Optional.of(many.plan());
            case PopulationRun many -> Optional.of(many.plan());
            default -> Optional.empty();
        };
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
