package org.immunarium.study.patient;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.InputFiles;
import org.immunarium.study.RegimenNotices;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.BodyLimits;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// What a study gives to a patient, from words and tables of events to additions in the model's
/// own units.
final class GivenDoses {

    /// Subjects of a table that are named where one must be chosen.
    private static final int MOST_IDS = 10;

    private static final Unit GRAY = Unit.parse("Gy");

    private final PatientModel model;
    private final Body body;
    private final Ratio days;
    private final RegimenNotices notices;
    private final InputFiles files;
    private final Remarks remarks;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Set<String> withoutTarget = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> drugs = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> told = new HashSet<>();
    private final Map<GivenDose, Placed<String>> places = new IdentityHashMap<>();

    /// @param targets where each drug enters; empty where that is wrong, which was told
    /// @param days    the end of the study, in days
    /// @param end     the same, for people
    GivenDoses(
            PatientModel model,
            Map<String, Optional<Target>> targets,
            Body body,
            Ratio days,
            String end,
            InputFiles files,
            Remarks remarks) {
        this.model = model;
        this.body = body;
        this.days = days;
        notices = new RegimenNotices(days, end);
        this.files = files;
        this.remarks = remarks;
        targets.forEach((drug, target) ->
                target.ifPresentOrElse(each -> this.targets.put(drug, each), () -> withoutTarget.add(drug)));
    }

    /// All doses that start before the end, in order of time.
    List<GivenDose> of(List<Given> therapy) {
        List<GivenDose> doses = new ArrayList<>();
        for (Given given : therapy) {
            switch (given) {
                case Given.Words(Placed<String> text, Therapy read) -> add(text, words(text, read), doses);
                case Given.Events(Placed<String> file, var id) -> add(file, events(file, id), doses);
            }
        }
        doses.sort(Comparator.comparingDouble(dose -> dose.intervention().time()));
        noticeOtherNames(doses);
        return doses;
    }

    /// Notes a drug that one therapy calls by two names: both are given.
    private void noticeOtherNames(List<GivenDose> doses) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (GivenDose dose : doses) {
            String written = dose.asked().drug();
            Drugs.find(written).ifPresent(drug -> {
                Set<String> all = names.computeIfAbsent(drug.name(), _ -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
                if (all.add(written) && all.size() > 1) {
                    remarks.notice(
                            place(dose),
                            "therapy: " + String.join(" and ", all) + " are one drug, " + drug.name()
                                    + ", which is given under each of these names");
                }
            });
        }
    }

    /// Where the study says that a dose is given.
    Placed<String> place(GivenDose dose) {
        return Objects.requireNonNull(places.get(dose));
    }

    /// Notes each target whose drug was not given to anyone so far.
    void noticeUnused(Map<String, Placed<Target>> asked) {
        asked.forEach((drug, target) -> {
            if (!drugs.contains(drug)) {
                remarks.notice(
                        target,
                        "targets." + drug + ": \"" + drug + "\" is never given, so this target is not used"
                                + NearMiss.hint(drug, drugs));
            }
        });
    }

    private List<Administration> words(Placed<String> text, Therapy therapy) {
        drugs.addAll(therapy.drugs());
        try {
            List<Administration> given = therapy.administrations(days);
            therapy.regimens()
                    .forEach(regimen -> notices.of(regimen, "one patient").forEach(each -> remarks.notice(text, each)));
            return given;
        } catch (InvalidInputException tooMany) {
            tooMany.problems()
                    .forEach(problem -> remarks.problem(text.problem(problem.source() + " " + problem.message())));
            return List.of();
        }
    }

    private List<Administration> events(Placed<String> name, Optional<Placed<String>> id) {
        try {
            if (files.find(name.value())
                    .filter(file -> !Files.isRegularFile(file))
                    .isPresent()) {
                remarks.problem(name.problem(
                        "therapy: \"" + name.value() + "\" is not a regular file; a table of events was expected"));
                return List.of();
            }
            Optional<EventTable> table = files.events(name.value());
            if (table.isEmpty()) {
                remarks.problem(name.problem("therapy: there is no file \"" + name.value() + "\" beside the study"));
                return List.of();
            }
            Optional<EventTable.Subject> chosen = subject(table.get(), name, id);
            if (chosen.isEmpty()) {
                return List.of();
            }
            EventTable.Subject subject = chosen.get();
            if (!subject.resets().isEmpty()) {
                remarks.problem(name.problem("therapy: \"" + name.value()
                        + "\" empties all compartments (EVID 3 or 4), which equations cannot do"));
            }
            subject.doses().forEach(dose -> drugs.add(dose.drug()));
            List<Administration> given = subject.doses().stream()
                    .filter(dose -> dose.time().compareTo(days) < 0)
                    .toList();
            if (given.size() < subject.doses().size()) {
                remarks.notice(
                        name,
                        notices.late(
                                "\"" + name.value() + "\"",
                                given.size(),
                                subject.doses().size()));
            }
            return given;
        } catch (InvalidInputException e) {
            e.problems().forEach(remarks::problem);
        }
        return List.of();
    }

    /// Whose events are meant; empty where that is not known, which was told.
    private Optional<EventTable.Subject> subject(EventTable table, Placed<String> name, Optional<Placed<String>> id) {
        Map<String, EventTable.Subject> subjects = table.subjects();
        if (id.isEmpty() && subjects.size() == 1) {
            return subjects.values().stream().findFirst();
        }
        if (id.isPresent() && subjects.containsKey(id.get().value())) {
            return Optional.of(subjects.get(id.get().value()));
        }
        String ids = subjects.size() == 1 ? "the ID " : "the IDs ";
        ids += subjects.keySet().stream().limit(MOST_IDS).collect(Collectors.joining(", "));
        ids += subjects.size() > MOST_IDS ? " and " + (subjects.size() - MOST_IDS) + " more" : "";
        String start = "therapy: \"" + name.value() + "\" has ";
        if (subjects.isEmpty()) {
            remarks.problem(name.problem(start + "no events"));
        } else if (id.isPresent()) {
            String asked = id.get().value();
            remarks.problem(id.get()
                    .problem(start + "no ID " + asked + "; it has " + ids + NearMiss.hint(asked, subjects.keySet())));
        } else {
            remarks.problem(name.problem(start + ids + "; choose one, as in {events: " + name.value() + ", id: "
                    + subjects.keySet().iterator().next() + "}"));
        }
        return Optional.empty();
    }

    private void add(Placed<String> place, List<Administration> given, List<GivenDose> doses) {
        List<Administration> aimed = given.stream()
                .filter(dose -> !withoutTarget.contains(dose.drug()))
                .filter(dose -> !isUnknown(place, dose.drug()))
                .toList();
        List<Administration> possible =
                aimed.stream().filter(dose -> isPossible(place, dose)).toList();
        refuseOtherWays(place, possible);
        try {
            for (GivenDose dose : GivenDose.of(model, possible, targets, body, place.source())) {
                doses.add(dose);
                places.put(dose, place);
            }
        } catch (InvalidInputException e) {
            e.problems().forEach(problem -> remarks.problem(place.problem(problem.message())));
        }
    }

    /// Whether a dose is one that anybody could be given; if not, that is told.
    private boolean isPossible(Placed<String> place, Administration dose) {
        Optional<String> wrong = ofAPlace(dose)
                .map(treatment ->
                        wrongAtAPlace(dose, SolidCancer.most(treatment).orElseThrow()))
                .orElseGet(() -> amount(dose)
                        .flatMap(amount -> BodyLimits.exceeded(amount)
                                .map(most -> "a dose of " + amount + ": at most " + most + " was expected")));
        wrong.ifPresent(words -> remarks.problem(place.problem(dose.drug() + ": " + words)));
        return wrong.isEmpty();
    }

    /// Radiotherapy or an operation, in a patient who has equations for them.
    private Optional<String> ofAPlace(Administration dose) {
        return solidCancer()
                .flatMap(cancer -> cancer.known(List.of(dose.drug())).stream()
                        .filter(treatment -> SolidCancer.most(treatment).isPresent())
                        .findFirst());
    }

    private Optional<String> wrongAtAPlace(Administration dose, Quantity most) {
        if (dose.route() != Route.UNSPECIFIED) {
            return Optional.of("a dose " + dose.route().words() + " ("
                    + dose.route().abbreviation() + "): no route was expected, since it acts where the tumour is");
        }
        boolean operation = !most.unit().convertsTo(GRAY);
        Optional<Quantity> amount = amount(dose);
        if (amount.isPresent()
                && amount.get().unit().convertsTo(most.unit())
                && amount.get().in(most.unit()) <= most.value()
                && (!operation || amount.get().in(most.unit()) == 1)) {
            return Optional.empty();
        }
        return Optional.of((operation ? "1 operation at a time" : "a dose of at most " + most)
                + " was expected, as in " + dose.drug() + (operation ? " 1 operation" : " 8 Gy") + "; found "
                + dose.dose());
    }

    /// Empty where it depends on a weight that is not known, which is told with the dose.
    private Optional<Quantity> amount(Administration dose) {
        try {
            return Optional.of(dose.dose().amountFor(body));
        } catch (UnitException unknown) {
            return Optional.empty();
        }
    }

    /// Whether a patient with a solid tumour, who has equations for drugs that he is given, has none for this
    /// one; that is told once at a place.
    private boolean isUnknown(Placed<String> place, String drug) {
        Optional<SolidCancer> cancer = solidCancer();
        boolean aimed = targets.keySet().stream().anyMatch(each -> each.equalsIgnoreCase(drug));
        if (cancer.isEmpty()
                || aimed
                || Drugs.find(drug).map(Drug::name).filter(targets::containsKey).isPresent()) {
            return false;
        }
        List<String> places = targets.keySet().stream()
                .filter(each -> each.startsWith(drug + " of "))
                .toList();
        Set<String> known = new TreeSet<>(cancer.get().known(Drugs.names()));
        known.addAll(targets.keySet());
        Optional<String> elsewhere = elsewhere(drug);
        String wrong = elsewhere.isPresent()
                ? elsewhere.get()
                : places.isEmpty()
                        ? "\"" + drug + "\" has no equations in this patient" + NearMiss.hint(drug, known)
                        : "\"" + drug + "\": one of " + String.join(", ", places) + " was expected";
        if (told.add(place.value() + wrong)) {
            remarks.problem(place.problem(wrong));
        }
        return true;
    }

    /// What is wrong with a treatment of a tumour that the patient does not have.
    private Optional<String> elsewhere(String drug) {
        return solidCancer()
                .flatMap(cancer -> cancer.known(List.of(drug)).stream().findFirst())
                .filter(treatment -> SolidCancer.most(treatment).isPresent())
                .filter(treatment -> drug.startsWith(treatment + " of "))
                .map(treatment -> {
                    List<String> places = targets.keySet().stream()
                            .filter(each -> each.startsWith(treatment + " of "))
                            .toList();
                    return "\"" + drug + "\": "
                            + (places.isEmpty()
                                    ? "this patient's only tumour has no name; " + treatment
                                    : "this patient has no such tumour; one of " + String.join(", ", places))
                            + " was expected";
                });
    }

    private Optional<SolidCancer> solidCancer() {
        return model.published().flatMap(each -> SolidCancer.find(each.name()));
    }

    /// A dose by a way that a patient with a solid tumour has no equations for would go whole into blood.
    private void refuseOtherWays(Placed<String> place, List<Administration> given) {
        Optional<SolidCancer> cancer = solidCancer();
        if (cancer.isEmpty()) {
            return;
        }
        given.stream()
                .filter(dose -> cancer.get().known(List.of(dose.drug())).stream()
                        .anyMatch(drug -> !cancer.get().takes(drug, dose.route())))
                .map(dose -> dose.drug() + ": a dose " + dose.route().words() + " ("
                        + dose.route().abbreviation()
                        + ") has no equations here; "
                        + (dose.route() == Route.INTRAVENOUS ? "IM or SC" : "IV") + " was expected")
                .distinct()
                .forEach(wrong -> remarks.problem(place.problem(wrong)));
    }
}
