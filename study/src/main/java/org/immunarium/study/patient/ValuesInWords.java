package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.Words;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Single values of a patient or a model, for people: each with its unit, how sure it is and who says so.
public final class ValuesInWords {

    private final String what;
    private final PatientModel model;
    private final Map<String, KnownValue> rows = new LinkedHashMap<>();
    private final List<Manifest.Setting> set;

    private ValuesInWords(String what, PatientModel model, List<Manifest.Setting> set) {
        this.what = what;
        this.model = model;
        this.set =
                set.stream().filter(each -> !each.origin().startsWith("model")).toList();
    }

    /// Of a shipped model, also values that only some studies of it have.
    ///
    /// @param what  as on the command line, for problems
    /// @param names of values, as its tables call them
    /// @throws InvalidInputException if it has no such value
    public static String of(String what, PublishedModel published, List<String> names) {
        ValuesInWords values = new ValuesInWords(what, PatientModel.of(published, published.model()), List.of());
        published.evidence().ifPresent(values::know);
        SolidCancer.find(published.name()).map(SolidCancer::furtherValues).ifPresent(values::know);
        return values.of(names);
    }

    /// Of a study of one patient or of many, with what the study sets.
    ///
    /// @param what  as on the command line, for problems
    /// @param names of values, as its tables call them
    /// @throws InvalidInputException if it has no such value, or is no study of a patient
    public static String of(String what, PreparedStudy prepared, List<String> names) {
        if (!(prepared instanceof PreparedPatient patient)) {
            throw new InvalidInputException(Problem.of(
                    what,
                    "single values are told of a model, or of a study of a patient; found \""
                            + String.join("\", \"", names) + "\" beside another"));
        }
        ValuesInWords values = new ValuesInWords(what, patient.plan().model(), patient.parameters());
        patient.plan().model().published().flatMap(PublishedModel::evidence).ifPresent(values::know);
        return values.of(names);
    }

    private void know(ParameterTable table) {
        table.values().forEach(row -> rows.putIfAbsent(row.name(), row));
    }

    private String of(List<String> names) {
        Words words = new Words();
        List<Problem> unknown = new ArrayList<>();
        names.forEach(name -> {
            Optional<String> line = line(name);
            line.ifPresent(words::line);
            if (line.isEmpty()) {
                unknown.add(Problem.of(what, "has no value \"" + name + "\"" + hint(name)));
            } else {
                set(name).forEach(words::line);
            }
        });
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(unknown);
        }
        return words.toString();
    }

    private String hint(String name) {
        Set<String> known = new TreeSet<>(model.names());
        known.addAll(rows.keySet());
        String near = NearMiss.hint(name, known);
        if (!near.isEmpty()) {
            return near;
        }
        boolean planned = set.isEmpty()
                && model.published()
                        .flatMap(published -> SolidCancer.find(published.name()))
                        .isPresent();
        return model.hint(name)
                + (planned ? "; values of further clones and tumours are told of a study that has them" : "");
    }

    private Optional<String> line(String name) {
        Optional<String> id = model.find(name).map(ModelQuantity::id);
        return Stream.of(Optional.of(name), id.map(model::label))
                .flatMap(Optional::stream)
                .flatMap(each -> Optional.ofNullable(rows.get(each)).stream())
                .findFirst()
                .map(EvidenceInWords::line)
                .or(() -> id.flatMap(each -> ModelInWords.value(model.model(), each))
                        .map(each -> each + source()));
    }

    /// Of what has no row in a table of values.
    private String source() {
        return model.published()
                .filter(published -> published.evidence().isEmpty())
                .map(published -> " (published; " + published.citation() + ")")
                .orElse("");
    }

    /// What a study says instead, in each of its variants where they differ.
    private List<String> set(String name) {
        String label = model.find(name).map(each -> model.label(each.id())).orElse(name);
        return set.stream()
                .filter(each -> each.name().equals(label))
                .map(each -> "  here " + Quantity.number(each.value())
                        + (each.unit().isEmpty() || each.unit().equals("1") ? "" : " " + each.unit()) + ", set by the "
                        + each.origin())
                .toList();
    }
}
