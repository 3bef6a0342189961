package org.immunarium.study.tissue.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.study.Overrides;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.therapy.Dose;
import org.immunarium.therapy.Regimen;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Quantity;

/// What a study says is given: names in it are not yet looked up.
///
/// @param therapy regimens, line by line
/// @param medium  drugs whose concentration around the cells is held, by name
public record StatedTreatment(List<Words> therapy, Map<String, Placed<Quantity>> medium) {

    /// A line of therapy.
    public record Words(Placed<String> text, Therapy therapy) {}

    /// Reads it from a section that may have its keys.
    public static StatedTreatment read(Section section) {
        List<Words> therapy = new ArrayList<>();
        for (Section.Item item : section.items("therapy", List.of("events", "id"))) {
            switch (item) {
                case Section.Item.Line(Placed<String> line) ->
                    therapy.add(new Words(
                            line, RegimenText.parse(line.value(), line.source(), line.line(), section::problem)));
                case Section.Item.Part(Section table) ->
                    table.problem(
                            "therapy: tables of events are of studies of patients; a tissue takes regimens in words,"
                                    + " as in nivolumab 240 mg IV at 0 d, 14 d");
            }
        }
        Map<String, Placed<Quantity>> medium = new LinkedHashMap<>();
        section.texts("medium")
                .forEach((drug, text) ->
                        section.quantity("medium." + drug, text).ifPresent(value -> medium.put(drug, value)));
        return new StatedTreatment(therapy, medium);
    }

    /// The same with further regimens.
    public StatedTreatment with(List<Overrides.Given> more) {
        List<Words> all = new ArrayList<>(therapy);
        more.forEach(each -> all.add(new Words(each.text(), each.therapy())));
        return new StatedTreatment(all, medium);
    }

    /// The same with other amounts: `medium.DRUG` of what is held, `therapy[1].dose` of the first regimen, and
    /// `therapy[DRUG].dose` of all regimens of a drug that have no other dose by their number.
    ///
    /// @param set     values by name, others among them
    /// @param matched gets the names of those that it has
    public StatedTreatment with(Map<String, Placed<Quantity>> set, Set<String> matched) {
        Map<String, Placed<Quantity>> held = new LinkedHashMap<>(medium);
        held.replaceAll((drug, own) -> {
            Optional<Placed<Quantity>> other = Optional.ofNullable(set.get("medium." + drug));
            other.ifPresent(_ -> matched.add("medium." + drug));
            return other.orElse(own);
        });
        List<Words> lines = new ArrayList<>();
        int number = 0;
        for (Words words : therapy) {
            List<Regimen> regimens = new ArrayList<>();
            for (Regimen regimen : words.therapy().regimens()) {
                number++;
                Optional<Dose> dose = Optional.empty();
                for (String name : List.of(dose(regimen.drug()), dose(String.valueOf(number)))) {
                    Placed<Quantity> said = set.get(name);
                    if (said != null) {
                        matched.add(name);
                        dose = Optional.of(Dose.of(said.value()));
                    }
                }
                regimens.add(dose.map(other -> with(regimen, other)).orElse(regimen));
            }
            lines.add(new Words(words.text(), new Therapy(regimens)));
        }
        return new StatedTreatment(lines, held);
    }

    /// @param which the number of a regimen, or its drug
    private static String dose(String which) {
        return "therapy[" + which + "].dose";
    }

    private static Regimen with(Regimen regimen, Dose dose) {
        return new Regimen(
                regimen.drug(),
                regimen.phases().stream().map(phase -> phase.withDose(dose)).toList());
    }

    /// What it gives, by the names of [#with]: doses of the first phase of each regimen, and what is held.
    public Map<String, Quantity> amounts() {
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        int number = 0;
        for (Words words : therapy) {
            for (Regimen regimen : words.therapy().regimens()) {
                number++;
                amounts.put(
                        dose(String.valueOf(number)),
                        regimen.phases().getFirst().dose().written());
            }
        }
        medium.forEach((drug, held) -> amounts.put("medium." + drug, held.value()));
        return amounts;
    }

    /// All names that [#with] takes.
    public List<String> names() {
        List<String> names = new ArrayList<>(amounts().keySet());
        therapy.stream()
                .flatMap(words -> words.therapy().regimens().stream())
                .map(regimen -> dose(regimen.drug()))
                .distinct()
                .forEach(names::add);
        return names;
    }

    /// Whether nothing is given.
    public boolean isNone() {
        return therapy.isEmpty() && medium.isEmpty();
    }

    /// Where each key that gives something begins, by key.
    public Map<String, Placed<?>> places() {
        Map<String, Placed<?>> places = new LinkedHashMap<>();
        therapy.stream().findFirst().ifPresent(first -> places.put("therapy", first.text()));
        medium.values().stream().findFirst().ifPresent(first -> places.put("medium", first));
        return places;
    }

    /// In a line: `nivolumab 240 mg IV q2w; nivolumab held at 100 nM`.
    public String inWords() {
        List<String> parts = new ArrayList<>();
        therapy.forEach(each -> parts.add(each.therapy().toString()));
        medium.forEach((drug, value) -> parts.add(drug + " held at " + value.value()));
        return parts.isEmpty() ? "nothing is given" : parts.stream().collect(Collectors.joining(" + "));
    }
}
