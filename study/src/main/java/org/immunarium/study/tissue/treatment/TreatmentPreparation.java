package org.immunarium.study.tissue.treatment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.immunarium.study.EventsTable;
import org.immunarium.study.RegimenNotices;
import org.immunarium.study.TimeScale;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.BodyLimits;
import org.immunarium.therapy.Dose;
import org.immunarium.therapy.Phase;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.therapy.pharmacokinetics.Concentration;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Turns what a study says is given into what a tissue is given: concentrations of drugs, cells, vaccines.
///
/// A drug's concentration in blood is what of it is unbound in plasma; around cells it is that times a share,
/// which is the model's, or what is known of the drug. Names are looked up whatever their capitals, those of
/// drugs also among their other names.
public final class TreatmentPreparation {

    private static final double MINUTES_A_DAY = 1440;
    private static final Unit MINUTE = Unit.parse("min");

    private final TissueModel model;
    private final Giving giving;
    private final Body body;
    private final double duration;
    private final RegimenNotices regimens;
    private final GivenCells cells;
    private final GivenVaccines vaccines;
    private final Consumer<Problem> problems;
    private final Consumer<Problem> notices;
    private final List<String> types;

    /// Of each drug of the model: its name there, and its unit.
    private final List<org.immunarium.tissue.model.Drug> drugs;

    /// @param giving   how what is given comes into the tissue
    /// @param duration of the study, min
    /// @param room     what is in the way of cells that are given
    /// @param problems gets what is wrong
    /// @param notices  gets what comes to nothing
    public TreatmentPreparation(
            TissueModel model,
            Giving giving,
            Body body,
            double duration,
            Room room,
            Consumer<Problem> problems,
            Consumer<Problem> notices) {
        this.model = model;
        this.giving = giving;
        this.body = body;
        this.duration = duration;
        this.problems = problems;
        this.notices = notices;
        regimens = new RegimenNotices(days(duration), TimeScale.words(duration));
        InfluxTimes times = InfluxTimes.of(model.steps(), duration);
        cells = new GivenCells(model, giving, body, times, room, notices);
        vaccines = new GivenVaccines(model, body, times, notices);
        types = model.types().stream().map(CellType::name).toList();
        drugs = model.immunity().map(its -> its.drugs()).orElse(List.of());
    }

    /// What the tissue is given; what is wrong is told, each once.
    public GivenTreatment of(StatedTreatment stated) {
        Set<Problem> told = new LinkedHashSet<>();
        Map<Integer, List<Given>> byDrug = new TreeMap<>();
        List<Treatment.Infusion> infusions = new ArrayList<>();
        List<Given> happening = new ArrayList<>();
        List<Treatment.Vaccination> vaccinations = new ArrayList<>();
        for (StatedTreatment.Words words : stated.therapy()) {
            for (Given given : doses(words, told)) {
                Optional<Integer> drug = drug(given.name());
                Optional<Giving.Vaccine> vaccine = vaccine(given.name());
                Optional<Integer> type = number(types, given.name());
                try {
                    if (drug.isPresent()) {
                        byDrug.computeIfAbsent(drug.get(), _ -> new ArrayList<>())
                                .add(given);
                    } else if (vaccine.isPresent()) {
                        vaccinations.add(vaccines.of(vaccine.get(), given));
                    } else if (type.isPresent()) {
                        infusions.addAll(cells.of(type.get(), given));
                    } else {
                        throw Given.wrong(unknown(given.name()));
                    }
                    happening.add(given);
                } catch (UnitException e) {
                    told.add(given.line().problem("therapy: " + e.reason()));
                } catch (InvalidInputException e) {
                    e.problems().forEach(each -> told.add(given.line().problem("therapy: " + each.message())));
                }
            }
        }
        Treatment.Course[] courses = new Treatment.Course[drugs.size()];
        for (int d = 0; d < courses.length; d++) {
            courses[d] = byDrug.containsKey(d) ? course(d, byDrug.get(d), told) : Treatment.Course.NONE;
        }
        hold(stated.medium(), byDrug.keySet(), courses, told);
        told.forEach(problems);
        byDrug.forEach(
                (drug, given) -> noticeIdle(drug, "therapy", given.getFirst().line()));
        stated.medium().forEach((name, value) -> drug(name).ifPresent(drug -> noticeIdle(drug, "medium", value)));
        infusions.sort(Comparator.comparingDouble(Treatment.Infusion::time));
        vaccinations.sort(Comparator.comparingDouble(Treatment.Vaccination::time));
        return new GivenTreatment(
                new Treatment(List.of(courses), infusions, vaccinations),
                // What is wrong may have no amount.
                told.isEmpty() ? events(happening, stated.medium()) : List.of());
    }

    /// Tells a drug that nothing in the model asks for.
    private void noticeIdle(int drug, String key, Placed<?> place) {
        Immunity immunity = model.immunity().orElseThrow();
        boolean acts = immunity.actions().stream().anyMatch(each -> each.agent().equals(new Agent.FromBlood(drug)));
        boolean seeps = immunity.supplies().stream().anyMatch(each -> each.drug() == drug);
        int signal = model.signals().place(Signal.DRUG, drug);
        boolean rules = model.rules().stream().anyMatch(rule -> rule.signal() == signal);
        if (!acts && !seeps && !rules) {
            notices.accept(place.problem(key + ": \"" + drugs.get(drug).name()
                    + "\": has no effect: the model has no action, no supply and no rule of it"));
        }
    }

    private List<EventsTable.Row> events(List<Given> doses, Map<String, Placed<Quantity>> medium) {
        List<EventsTable.Row> events = new ArrayList<>();
        medium.forEach(
                (drug, value) -> events.add(new EventsTable.Row(0, EventsTable.HELD, drug + ": " + value.value())));
        doses.forEach(each -> events.addAll(each.events(body, duration)));
        events.sort(Comparator.comparingDouble(EventsTable.Row::time));
        return events;
    }

    private static Ratio days(double minutes) {
        return Ratio.ofDecimal(minutes / MINUTES_A_DAY);
    }

    private List<Given> doses(StatedTreatment.Words words, Set<Problem> told) {
        List<Problem> wrong = words.therapy().regimens().stream()
                .flatMap(regimen -> regimen.phases().stream()
                        .flatMap(phase -> wrong(phase).stream())
                        .map(why -> words.text().problem("therapy: \"" + regimen.drug() + "\": " + why)))
                .toList();
        if (!wrong.isEmpty()) {
            told.addAll(wrong);
            return List.of();
        }
        try {
            List<Given> given = words.therapy().administrations(days(duration)).stream()
                    .map(dose -> new Given(words.text(), dose))
                    .toList();
            words.therapy()
                    .regimens()
                    .forEach(regimen -> regimens.of(regimen, "a tissue")
                            .forEach(each -> notices.accept(words.text().problem(each))));
            return given;
        } catch (InvalidInputException tooMany) {
            tooMany.problems().forEach(each -> told.add(words.text().problem("therapy: " + each.message())));
            return List.of();
        }
    }

    /// What is wrong with a dose that was set in place of the one in words, which was judged as it was read.
    private static Optional<String> wrong(Phase phase) {
        Dose dose = phase.dose();
        if (!(dose.amount().value() >= 0 && dose.amount().value() < Double.POSITIVE_INFINITY)) {
            return Optional.of("a dose of 0 or more was expected; found " + dose);
        }
        if (!dose.isAnAmount()) {
            return Optional.of("a dose was expected, as 240 mg, 3 mg/kg or 1e7 cells; found " + dose);
        }
        return dose.isRate() && phase.over().isEmpty()
                ? Optional.of("the rate " + dose + " needs a duration, as in over 28 d")
                : Optional.empty();
    }

    private static Optional<Integer> number(List<String> names, String name) {
        return IntStream.range(0, names.size())
                .boxed()
                .filter(place -> names.get(place).equalsIgnoreCase(name))
                .findFirst();
    }

    /// The drug of the model that a name means: one that is called so there, else one that is known under that
    /// name.
    private Optional<Integer> drug(String name) {
        return number(drugNames(), name)
                .or(() -> IntStream.range(0, drugs.size())
                        .boxed()
                        .filter(drug -> known(drug).isCalled(name))
                        .findFirst());
    }

    private List<String> drugNames() {
        return drugs.stream().map(org.immunarium.tissue.model.Drug::name).toList();
    }

    private Drug known(int drug) {
        String name = drugs.get(drug).name();
        return giving.drugs().getOrDefault(name, new Drug(name, List.of()));
    }

    private Optional<Giving.Vaccine> vaccine(String name) {
        return giving.vaccines().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String unknown(String name) {
        if (model.immunity().isEmpty()) {
            return "\"" + name + "\" is no cell type of the model, and a model without immunity has no drugs and no"
                    + " vaccines" + NearMiss.hint(name, types);
        }
        List<String> names = new ArrayList<>(giving.names());
        names.addAll(types);
        return "\"" + name + "\" is no drug, vaccine or cell type of the model" + NearMiss.hint(name, names);
    }

    /// Drugs whose concentration is held.
    private void hold(
            Map<String, Placed<Quantity>> medium,
            Set<Integer> byTherapy,
            Treatment.Course[] courses,
            Set<Problem> told) {
        Map<Integer, String> held = new HashMap<>();
        medium.forEach((name, value) -> {
            Optional<Integer> drug = drug(name);
            if (drug.isEmpty()) {
                told.add(value.problem(
                        "medium: \"" + name + "\" is no drug of the model" + NearMiss.hint(name, drugNames())));
                return;
            }
            if (byTherapy.contains(drug.get())) {
                told.add(value.problem("medium: \"" + name + "\" is also given by therapy; one was expected"));
            }
            String before = held.putIfAbsent(drug.get(), name);
            if (before != null) {
                told.add(value.problem(
                        "medium: \"" + name + "\" is the same drug as \"" + before + "\"; one was expected"));
            }
            try {
                double concentration =
                        value.value().in(Unit.parse(drugs.get(drug.get()).unit()));
                courses[drug.get()] = Treatment.Course.everywhere(time -> concentration);
                if (concentration < 0) {
                    told.add(value.problem("medium." + name + ": 0 or more was expected; found " + value.value()));
                }
                BodyLimits.exceeded(value.value())
                        .ifPresent(most -> told.add(value.problem("medium." + name + ": a concentration of at most "
                                + most + " was expected; found " + value.value())));
            } catch (UnitException e) {
                told.add(value.problem("medium." + name + ": " + e.reason()));
            }
        });
    }

    /// A drug's concentration in blood, and its share in the tissue.
    private Treatment.Course course(int number, List<Given> given, Set<Problem> told) {
        Drug drug = known(number);
        String name = drugs.get(number).name();
        Placed<String> line = given.getFirst().line();
        if (drug.fact(DrugParameter.CENTRAL_VOLUME).isEmpty()) {
            told.add(line.problem("therapy: nothing says how \"" + name + "\" is spread and cleared; expected in the"
                    + " model, for example, drugs: {" + name
                    + ": {in blood: {clearance: 0.2 L/d, volume: 3.6 L}}}, or a drug that is known"
                    + NearMiss.hint(name, Drugs.names())));
            return Treatment.Course.NONE;
        }
        boolean whole = true;
        for (Given each : given) {
            try {
                drug.input(each.dose(), body);
            } catch (InvalidInputException e) {
                whole = false;
                e.problems().forEach(wrong -> told.add(each.line().problem("therapy: " + wrong)));
            }
        }
        if (!whole) {
            return Treatment.Course.NONE;
        }
        List<Administration> doses = given.stream().map(Given::dose).toList();
        double unbound = drug.unboundShare();
        try {
            Concentration plasma = drug.concentration(
                    doses, body, duration, Unit.parse(drugs.get(number).unit()), MINUTE);
            return new Treatment.Course(time -> unbound * plasma.at(time), drug.tumourToPlasma());
        } catch (InvalidInputException e) {
            e.problems().forEach(wrong -> told.add(line.problem("therapy: " + wrong)));
            return Treatment.Course.NONE;
        }
    }
}
