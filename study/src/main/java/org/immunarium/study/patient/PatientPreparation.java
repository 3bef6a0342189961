package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.results.Manifest;
import org.immunarium.study.InputFiles;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.SetOnce;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.study.patient.PatientStudy.Variant;
import org.immunarium.therapy.Target;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Looks up every name of a patient study in its model and turns every quantity into the model's
/// units. All problems are noted before any is told.
final class PatientPreparation {

    private static final double DEFAULT_DURATION = 100;
    private static final double DEFAULT_ROWS = 100;
    private static final double MOST_ROWS = 5e6;

    /// Of a patient whose tumour begins with few cells: how many, and how many stand still.
    private static final String START = "start_cells";

    private static final String ROOM = "C_max";

    /// Longer than any patient lives; a duration beyond was mistyped.
    private static final Quantity LONGEST = Quantity.parse("500 years");

    private final PatientStudy study;
    private final InputFiles files;
    private final ReadModel read;
    private final PatientModel model;
    private final NamedQuantities names;
    private final Remarks remarks = new Remarks();

    private PatientPreparation(PatientStudy study, InputFiles files, ReadModel read) {
        this.study = study;
        this.files = files;
        this.read = read;
        model = read.model();
        names = new NamedQuantities(model, remarks);
        read.notices().forEach(remarks::notice);
    }

    /// @throws InvalidInputException with everything that is wrong
    static PreparedStudy prepare(PatientStudy study, InputFiles files, ReadModel read) {
        return new PatientPreparation(study, files, read).prepared();
    }

    private PreparedStudy prepared() {
        double duration = duration();
        double every = every(duration);
        List<Column.Request> columns = columns();
        GivenDoses doses =
                new GivenDoses(model, targets(), study.body(), days(duration), end(duration), files, remarks);
        List<PatientCourse> courses = courses(doses);
        doses.noticeUnused(study.targets());
        courses.forEach(this::checkStart);
        if (study.method().value() == PatientStudy.SolverChoice.STOCHASTIC) {
            if (growth().isPresent()) {
                remarks.problem(study.method()
                        .problem("method: stochastic: this patient's tumour grows until it is found, which needs"
                                + " equations"));
            }
            new ChanceCheck(study, read, doses, remarks).check(courses);
        }
        Set<String> nonNegative = NonNegativeStates.of(study.nonNegative(), names, courses);
        Optional<PatientPopulation> population = study.population()
                .map(plan ->
                        new PatientPopulationReading(names, courses.getFirst(), duration, this::time, files).of(plan));
        CloneShares shares = CloneShares.of(model, study.tumour());
        Set<String> differing =
                Set.copyOf(population.map(PatientPopulation::ids).orElse(List.of()));
        courses.forEach(course -> checkShares(shares, course, differing));
        noticeMissingValues(courses, population);
        checkMemory(duration / every, columns, population);
        remarks.check();
        Solving solving = new Solving(study.method().value(), study.tolerances(), nonNegative, study.seed(), growth());
        PatientRun.Plan plan = new PatientRun.Plan(study, model, duration, every, columns, solving);
        Map<String, String> method = method(duration, every);
        List<Manifest.Setting> settings = settings(courses);
        List<String> notices = remarks.notices();
        if (study.method().value() == PatientStudy.SolverChoice.STOCHASTIC) {
            return new ReplicatesRun(plan, courses, study.replicates(), method, settings, notices);
        }
        return population
                .<PreparedStudy>map(p -> new PopulationRun(plan, courses, p, method, settings, notices))
                .orElseGet(() -> new PatientRun(plan, courses, method, settings, notices));
    }

    /// Notes a tumour that would begin with less than a cell, or without room, in a patient who begins with few.
    private void checkStart(PatientCourse course) {
        if (model.published()
                .filter(each -> SolidCancer.find(each.name()).isPresent())
                .isEmpty()) {
            return;
        }
        Map<String, Placed<Quantity>> said = said(course);
        List<String> about = List.of(START, ROOM, "D_T_max").stream()
                .filter(said::containsKey)
                .toList();
        if (about.isEmpty()) {
            return;
        }
        Map<String, Double> starting = model.compiled().starting(course.set(), List.of(START, ROOM));
        double cells = starting(course, START, starting);
        double room = starting(course, ROOM, starting);
        if (!(cells >= 1 && cells < room)) {
            remarks.problem(Objects.requireNonNull(said.get(about.getFirst()))
                    .problem("set." + about.getFirst() + ": a tumour that begins with at least 1 cell, and fewer than "
                            + Quantity.number(room, 3) + " (" + ROOM + "), was expected; it would begin with "
                            + Quantity.number(cells, 3)));
        }
    }

    /// Notes further clones that would have more cells at the start than the first, from which they come.
    ///
    /// @param differing ids of what differs between patients, each of whom is looked at when drawn
    private void checkShares(CloneShares shares, PatientCourse course, Set<String> differing) {
        Map<String, Placed<Quantity>> said = said(course);
        shares.wrong(course.set(), differing)
                .ifPresent(wrong -> shares.ids()
                        .filter(said::containsKey)
                        .reduce((_, last) -> last)
                        .ifPresent(id -> remarks.problem(
                                Objects.requireNonNull(said.get(id)).problem("set." + id + ": " + wrong))));
    }

    /// What a study sets in one of its variants, as it writes it.
    private Map<String, Placed<Quantity>> said(PatientCourse course) {
        Map<String, Placed<Quantity>> said = new LinkedHashMap<>(study.set());
        study.compare().stream()
                .filter(variant -> variant.id().equals(course.id()))
                .forEach(variant -> said.putAll(variant.set()));
        return said;
    }

    /// What a parameter starts at.
    ///
    /// @param formulas the values of those that follow from others
    private double starting(PatientCourse course, String id, Map<String, Double> formulas) {
        return Optional.ofNullable(course.set().get(id))
                .or(() -> Optional.ofNullable(formulas.get(id)))
                .orElseGet(() -> model.model().parameters().stream()
                        .filter(each -> each.id().equals(id))
                        .mapToDouble(Model.Parameter::value)
                        .findFirst()
                        .orElse(Double.NaN));
    }

    private Optional<Solving.Growth> growth() {
        return model.published()
                .flatMap(PublishedModel::growth)
                .map(each -> new Solving.Growth(
                        each.moment(), each.longest().in(model.units().time().orElseThrow())));
    }

    /// Notes a time course that has no room in memory.
    private void checkMemory(double rows, List<Column.Request> columns, Optional<PatientPopulation> population) {
        int kept = study.method().value() == PatientStudy.SolverChoice.STOCHASTIC && study.replicates() > 1
                ? Math.max(1, study.compare().size())
                : 0;
        int width = population
                .map(plan -> (int) plan.endpoints().stream()
                        .map(PatientPopulation.Measured::id)
                        .distinct()
                        .count())
                .orElse(columns.size());
        int atOnce = kept > 0 ? Memory.blocks() : population.isPresent() ? Memory.lanes() : 1;
        Memory.here().refusal(rows, width, kept, atOnce).ifPresent(why -> {
            Placed<?> place = study.output().every().<Placed<?>>map(q -> q).orElse(study.model());
            remarks.problem(place.problem("output.every: " + why));
        });
    }

    private void noticeMissingValues(List<PatientCourse> courses, Optional<PatientPopulation> population) {
        Set<String> given = new HashSet<>(courses.getFirst().set().keySet());
        courses.forEach(course -> given.retainAll(course.set().keySet()));
        population.ifPresent(plan -> given.addAll(plan.ids()));
        for (MissingValues.Missing missing : MissingValues.of(model, given)) {
            remarks.notice(
                    study.model(),
                    missing.words()
                            + " in the model, so what depends on it cannot be computed; give it one, as in set: {"
                            + missing.label() + ": 1}");
        }
    }

    private List<PatientCourse> courses(GivenDoses doses) {
        List<PatientCourse> courses = new ArrayList<>();
        PatientArm single = new PatientArm("", "", study.therapy(), Map.of());
        PatientCourse own = new PatientCourse(single, values(Map.of()), doses.of(study.therapy()));
        if (study.compare().isEmpty()) {
            courses.add(own);
        } else if (!study.therapy().isEmpty()) {
            remarks.notice(
                    study.therapy().getFirst().place(),
                    "therapy: is given to nobody, since each variant under compare has a therapy of its own");
        }
        for (Variant variant : study.compare()) {
            PatientArm arm = new PatientArm(variant.id(), variant.title(), variant.therapy(), variant.set());
            courses.add(new PatientCourse(arm, values(variant.set()), doses.of(variant.therapy())));
        }
        return courses;
    }

    private double duration() {
        if (study.duration().isPresent()) {
            Placed<Quantity> asked = study.duration().get();
            double duration = time("duration", asked, 1);
            boolean inTime = model.units()
                    .time()
                    .filter(unit -> unit.dimension().equals(Dimension.TIME))
                    .isPresent();
            if (inTime && !(duration <= LONGEST.in(model.units().time().get()))) {
                remarks.problem(asked.problem("duration: at most 500 years were expected; found " + asked.value()));
                return 1;
            }
            return duration;
        }
        Optional<PublishedModel> published = model.published();
        if (published.isPresent() && model.units().time().isPresent()) {
            return published.get().duration().in(model.units().time().get());
        }
        remarks.notice("no duration was given: " + Quantity.number(DEFAULT_DURATION) + " of the model's units of time"
                + model.units().time().map(unit -> " [" + unit + "]").orElse("") + " are run");
        return DEFAULT_DURATION;
    }

    private double every(double duration) {
        double every = study.output()
                .every()
                .map(q -> time("output.every", q, duration))
                .orElse(duration / DEFAULT_ROWS);
        if (duration / every > MOST_ROWS) {
            study.output()
                    .every()
                    .ifPresent(q -> remarks.problem(q.problem("output.every: " + q.value() + " would give more than "
                            + Quantity.number(MOST_ROWS) + " rows")));
            return duration;
        }
        if (every > duration) {
            study.output()
                    .every()
                    .ifPresent(q -> remarks.notice(
                            q,
                            "output.every: " + q.value() + " is longer than the run of " + end(duration)
                                    + ", so only its start and its end are written down"));
        }
        return every;
    }

    /// A time in the model's unit; a plain number is in that unit already.
    private double time(String what, Placed<Quantity> asked, double otherwise) {
        Quantity quantity = asked.value();
        if (quantity.unit().dimension().equals(Dimension.NONE)) {
            return quantity.value();
        }
        Optional<Unit> unit = model.units().time();
        if (unit.isEmpty() || !unit.get().dimension().equals(Dimension.TIME)) {
            remarks.problem(
                    asked.problem(what + ": the model does not declare its unit of time; give a plain number, or add,"
                            + " for example, time unit: d"));
            return otherwise;
        }
        try {
            return quantity.in(unit.get());
        } catch (UnitException e) {
            remarks.problem(asked.problem(what + ": " + e.reason()));
            return otherwise;
        }
    }

    private List<Column.Request> columns() {
        if (study.output().columns().isEmpty()) {
            List<Column.Request> all = model.compiled().defaultColumns();
            if (all.isEmpty()) {
                remarks.notice(study.model(), "the model has no species and no variables, so nothing is written down");
            }
            return all;
        }
        List<Column.Request> requests = new ArrayList<>();
        for (Placed<String> name : study.output().columns()) {
            names.find("output.columns", name)
                    .map(q -> Column.Request.of(q.id()))
                    .ifPresent(request -> {
                        if (requests.contains(request)) {
                            remarks.problem(name.problem("output.columns: \"" + name.value()
                                    + "\" is there before; each column" + " once was expected"));
                        }
                        requests.add(request);
                    });
        }
        return requests;
    }

    /// A time in the model's unit, in days.
    private Ratio days(double time) {
        return model.units()
                .time()
                .filter(unit -> unit.dimension().equals(Dimension.TIME))
                .map(unit -> unit.exactFactorTo(Unit.parse("d")).times(Ratio.ofDecimal(time)))
                .orElse(Ratio.ofDecimal(time));
    }

    /// A time in the model's unit, for people.
    private String inWords(double time) {
        return Quantity.number(time)
                + model.units().time().map(unit -> " " + unit).orElse("");
    }

    /// The end of the run, for people: as they gave it, where they did so with a unit.
    private String end(double duration) {
        return study.duration()
                .map(Placed::value)
                .filter(given -> !given.unit().equals(Unit.ONE))
                .map(Quantity::toString)
                .orElse(inWords(duration));
    }

    /// Where each drug enters: the shipped model's own targets and the study's; empty where one is wrong.
    private Map<String, Optional<Target>> targets() {
        Map<String, Optional<Target>> targets = new LinkedHashMap<>();
        model.published()
                .ifPresent(shipped -> shipped.targets().forEach((drug, own) -> targets.put(drug, Optional.of(own))));
        study.targets()
                .forEach((drug, target) -> targets.put(
                        drug,
                        names.find("targets." + drug + ".into", target.map(Target::into))
                                .filter(place -> takesDoses(drug, place, target))
                                .map(place -> target.value().withInto(place.id()))));
        return targets;
    }

    private boolean takesDoses(String drug, ModelQuantity place, Placed<Target> target) {
        String what = "targets." + drug + ".into: \"" + target.value().into() + "\" ";
        switch (place.kind()) {
            case SPECIES, PARAMETER -> {
                if (model.takesDoses(place.id())) {
                    return true;
                }
                remarks.problem(target.problem(what + "is determined by a rule, so nothing can be added to it"));
            }
            case COMPARTMENT, REACTION, STOICHIOMETRY ->
                remarks.problem(target.problem(what + "is a "
                        + place.kind().name().toLowerCase(Locale.ROOT) + "; a species or a parameter was expected"));
        }
        return false;
    }

    /// The values in place of the model's: the study's, and a variant's on top.
    private Map<String, Double> values(Map<String, Placed<Quantity>> own) {
        Map<String, Double> values = new LinkedHashMap<>();
        set(study.set(), values);
        set(own, values);
        return values;
    }

    private void set(Map<String, Placed<Quantity>> set, Map<String, Double> values) {
        SetOnce<String> said = new SetOnce<>(remarks::problem);
        set.forEach((name, placed) -> names.settable("set", "set." + name, placed.map(_ -> name))
                .ifPresent(quantity -> {
                    said.set(quantity.id(), placed.map(_ -> name));
                    names.start("set." + name, quantity, placed).ifPresent(value -> values.put(quantity.id(), value));
                    if (model.isIdle(quantity)) {
                        remarks.notice(placed, "set." + name + ": nothing in the model uses it");
                    }
                }));
    }

    private Map<String, String> method(double duration, double every) {
        Map<String, String> method = new LinkedHashMap<>();
        method.put("model", model.title());
        method.put("duration", inWords(duration));
        study.tumour().ifPresent(planned -> method.putAll(planned.inWords()));
        if (!study.therapy().isEmpty()) {
            method.put("therapy", therapy(study.therapy()));
        }
        study.compare().forEach(variant -> method.put("variant \"" + variant.title() + "\"", inWords(variant)));
        study.body().weight().ifPresent(weight -> method.put("weight", weight.toString()));
        study.body().height().ifPresent(height -> method.put("height", height.toString()));
        if (!study.targets().isEmpty()) {
            method.put(
                    "targets",
                    study.targets().entrySet().stream()
                            .map(each -> each.getKey() + " into "
                                    + each.getValue().value().into())
                            .collect(Collectors.joining("; ")));
        }
        study.units()
                .filter(policy -> policy == PatientStudy.UnitPolicy.CONVERT)
                .ifPresent(_ -> method.put("units", "brought together by what the model declares"));
        model.published()
                .flatMap(PublishedModel::growth)
                .ifPresent(growth -> method.put(
                        "start",
                        "the moment \"" + growth.moment() + "\", until which the tumour grows untreated; within "
                                + growth.longest() + " of the model's own start"));
        Telling.tumour(model).ifPresent(tumour -> method.put("tumour", model.label(tumour.id())));
        study.population().ifPresent(plan -> {
            method.put("patients", Integer.toString(plan.patients().value()));
            method.put(
                    "varied",
                    plan.vary().isEmpty()
                            ? "nothing"
                            : plan.vary().entrySet().stream()
                                    .map(each -> each.getKey() + " "
                                            + each.getValue().value().inWords())
                                    .collect(Collectors.joining("; ")));
            plan.drawn().ifPresent(drawn -> method.put("sampling", drawn.value().word()));
            if (!plan.correlations().isEmpty()) {
                method.put(
                        "correlations",
                        plan.correlations().stream()
                                .map(pair -> pair.value().one() + " with "
                                        + pair.value().other() + ": "
                                        + Quantity.number(pair.value().normal()))
                                .collect(Collectors.joining("; ")));
            }
        });
        method.put("written down", "every " + inWords(every));
        method.put("solver", study.method().value().word());
        if (study.method().value() == PatientStudy.SolverChoice.STOCHASTIC) {
            method.put("replicates", Integer.toString(study.replicates()));
            model.published().ifPresent(published -> method.put("source", published.citation()));
            return method;
        }
        method.put("relative tolerance", Quantity.number(study.tolerances().relative()));
        method.put(
                "absolute tolerance",
                study.tolerances().absolute().isPresent()
                        ? Quantity.number(study.tolerances().absolute().getAsDouble())
                        : "by each state's own scale");
        if (!study.nonNegative().isEmpty()) {
            method.put(
                    "non-negative",
                    study.nonNegative().stream().map(Placed::value).collect(Collectors.joining(", ")));
        }
        model.published().ifPresent(published -> method.put("source", published.citation()));
        return method;
    }

    private static String therapy(List<Given> therapy) {
        return therapy.stream().map(Given::inWords).collect(Collectors.joining("; "));
    }

    private static String inWords(Variant variant) {
        List<String> words = new ArrayList<>();
        words.add(variant.therapy().isEmpty() ? "no therapy" : therapy(variant.therapy()));
        variant.set().forEach((name, value) -> words.add(name + " = " + value.value()));
        return String.join("; ", words);
    }

    /// Every parameter with the value that the run uses, in each variant where they differ. One that follows from
    /// others has their formula for its source; where patients differ each has its own, so they are left out.
    private List<Manifest.Setting> settings(List<PatientCourse> courses) {
        Map<String, Double> own = new HashMap<>();
        Map<String, String> formulas = study.population().isPresent() ? Map.of() : ModelInWords.derived(model.model());
        List<Map<String, Double>> derived = courses.stream()
                .map(course -> model.compiled().starting(course.set(), List.copyOf(formulas.keySet())))
                .toList();
        model.model().parameters().stream()
                .filter(parameter -> !Double.isNaN(parameter.value()))
                .forEach(parameter -> own.put(parameter.id(), parameter.value()));
        List<Manifest.Setting> settings = new ArrayList<>();
        for (ModelQuantity quantity : model.compiled().equations().quantities()) {
            String id = quantity.id();
            List<Optional<Double>> used = new ArrayList<>();
            for (int i = 0; i < courses.size(); i++) {
                Optional<Double> follows = Optional.ofNullable(derived.get(i).get(id));
                used.add(Optional.ofNullable(courses.get(i).set().get(id))
                        .or(() -> follows)
                        .or(() -> Optional.ofNullable(own.get(id))));
            }
            boolean differs = used.stream().distinct().count() > 1;
            for (int i = 0; i < (differs ? used.size() : 1); i++) {
                boolean isSet = courses.get(i).set().containsKey(id);
                String where = (isSet ? isOfCommandLine(id) && !differs ? "command line" : "study" : "model")
                        + (differs ? ", variant \"" + courses.get(i).title() + "\"" : "");
                String source = isSet ? "" : formulas.getOrDefault(id, "");
                used.get(i)
                        .ifPresent(value -> settings.add(new Manifest.Setting(
                                model.label(id), value, model.units().text(id), where, source)));
            }
        }
        return settings;
    }

    private boolean isOfCommandLine(String id) {
        return study.set().entrySet().stream()
                .filter(each -> each.getValue().line() == 0)
                .anyMatch(
                        each -> model.find(each.getKey()).map(ModelQuantity::id).equals(Optional.of(id)));
    }
}
