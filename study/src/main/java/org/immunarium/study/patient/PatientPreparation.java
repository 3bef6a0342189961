package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.results.Manifest;
import org.immunarium.study.InputFiles;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.study.patient.PatientStudy.Variant;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
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

    private final PatientStudy study;
    private final InputFiles files;
    private final PatientModel model;
    /// Variants may share what is wrong: each problem once.
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<String> notices = new ArrayList<>();

    private PatientPreparation(PatientStudy study, InputFiles files) {
        this.study = study;
        this.files = files;
        this.model = PatientModel.read(study, files);
        notices.addAll(model.notices());
        unwatched(model.model()).ifPresent(notices::add);
    }

    /// @throws InvalidInputException with everything that is wrong
    static PreparedStudy prepare(PatientStudy study, InputFiles files) {
        return new PatientPreparation(study, files).prepared();
    }

    private PreparedStudy prepared() {
        double duration = duration();
        double every = every(duration);
        List<Column.Request> columns = columns();
        List<PatientCourse> courses = new ArrayList<>();
        if (study.compare().isEmpty()) {
            courses.add(course("", "", study.therapy(), Map.of(), duration));
        } else {
            for (Variant variant : study.compare()) {
                courses.add(course(variant.id(), variant.title(), variant.therapy(), variant.set(), duration));
            }
        }
        if (study.method() == PatientStudy.Method.STOCHASTIC) {
            checkChance(courses);
        }
        Set<String> nonNegative = NonNegativeStates.of(study.nonNegative(), model, courses, problems::add);
        Optional<PatientPopulation> population = study.population()
                .flatMap(plan -> PatientPopulation.prepare(
                        plan, model, courses.getFirst().set(), problems::add));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(problems));
        }
        Solving solving = new Solving(study.method(), study.tolerances(), nonNegative, study.seed());
        PatientRun.Plan plan = new PatientRun.Plan(model, duration, every, columns, solving);
        Map<String, String> method = method(duration, every);
        List<Manifest.Setting> settings = settings(courses);
        if (study.method() == PatientStudy.Method.STOCHASTIC) {
            return new ReplicatesRun(plan, courses, study.replicates(), method, settings, notices);
        }
        return population
                .<PreparedStudy>map(p -> new PopulationRun(plan, courses.getFirst(), p, method, settings, notices))
                .orElseGet(() -> new PatientRun(plan, courses, method, settings, notices));
    }

    /// Notes what has no meaning where reactions happen one by one.
    private void checkChance(List<PatientCourse> courses) {
        if (model.model().reactions().isEmpty()
                && model.compiled().equations().draws().isEmpty()) {
            problems.add(study.model()
                    .problem("method: stochastic: the model has no reactions and draws nothing at random (it is written"
                            + " as rates of change), so nothing in it happens by chance"));
        }
        try {
            model.compiled().stochastic();
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
        }
        for (PatientCourse course : courses) {
            course.doses().stream()
                    .filter(dose -> dose.intervention() instanceof Intervention.Infusion)
                    .findFirst()
                    .ifPresent(dose -> problems.add(study.model()
                            .problem("method: stochastic: \"" + dose.what()
                                    + "\" is an infusion, which is no whole number of molecules or cells at any time;"
                                    + " give it at once")));
        }
    }

    /// What a user should know of a model that says when it is valid.
    private static Optional<String> unwatched(Model model) {
        if (model.constraints().isEmpty()) {
            return Optional.empty();
        }
        List<String> messages = model.constraints().stream()
                .map(constraint -> constraint.message().strip())
                .map(message -> message.isEmpty() ? "one without a message" : "\"" + message + "\"")
                .toList();
        return Optional.of("the model's constraints are not watched, so nothing tells when it is no longer valid: "
                + String.join(", ", messages));
    }

    private double duration() {
        if (study.duration().isPresent()) {
            return time("duration", study.duration().get(), 1);
        }
        Optional<PublishedModel> published = model.published();
        if (published.isPresent() && model.units().time().isPresent()) {
            return published.get().duration().in(model.units().time().get());
        }
        notices.add("no duration was given: " + Quantity.number(DEFAULT_DURATION) + " of the model's units of time"
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
                    .ifPresent(q -> problems.add(q.problem("output.every: " + q.value() + " would give more than "
                            + Quantity.number(MOST_ROWS) + " rows")));
            return duration;
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
            problems.add(
                    asked.problem(what + ": the model does not declare its unit of time; give a plain number, or add,"
                            + " for example, time unit: d"));
            return otherwise;
        }
        try {
            return quantity.in(unit.get());
        } catch (UnitException e) {
            problems.add(asked.problem(what + ": " + e.reason()));
            return otherwise;
        }
    }

    private List<Column.Request> columns() {
        if (study.output().columns().isEmpty()) {
            return model.compiled().defaultColumns();
        }
        List<Column.Request> requests = new ArrayList<>();
        for (Placed<String> name : study.output().columns()) {
            model.find("output.columns", name, problems::add).ifPresent(q -> requests.add(Column.Request.of(q.id())));
        }
        return requests;
    }

    private PatientCourse course(
            String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set, double duration) {
        Map<String, Double> values = new LinkedHashMap<>();
        values(study.set(), values);
        values(set, values);
        Ratio days = model.units()
                .time()
                .filter(unit -> unit.dimension().equals(Dimension.TIME))
                .map(unit -> unit.exactFactorTo(Unit.parse("d")).times(Ratio.ofDecimal(duration)))
                .orElse(Ratio.ofDecimal(duration));
        return new PatientCourse(
                id, title, values, new GivenDoses(study, model, days, files, problems::add).of(therapy));
    }

    private void values(Map<String, Placed<Quantity>> set, Map<String, Double> values) {
        set.forEach((name, placed) -> model.find("set", placed.map(_ -> name), problems::add)
                .ifPresent(quantity -> {
                    Quantity value = placed.value();
                    Optional<Unit> unit = model.units().of(quantity.id());
                    if (value.unit().equals(Unit.ONE)
                            || unit.isEmpty() && value.unit().dimension().equals(Dimension.NONE)) {
                        values.put(quantity.id(), value.value());
                    } else if (unit.isEmpty()) {
                        problems.add(placed.problem("set." + name + ": the model does not declare the unit of " + name
                                + "; give a plain number"));
                    } else {
                        try {
                            values.put(quantity.id(), inUnit(value, unit.get()));
                        } catch (UnitException e) {
                            problems.add(placed.problem("set." + name + ": " + e.reason()));
                        }
                    }
                }));
    }

    /// The value in the model's unit; models count cells as amounts, as SBML's items.
    private static double inUnit(Quantity value, Unit unit) {
        return value.unit().convertsTo(unit)
                ? value.in(unit)
                : new Quantity(value.value(), value.unit().withCountsAsAmounts()).in(unit.withCountsAsAmounts());
    }

    private Map<String, String> method(double duration, double every) {
        Map<String, String> method = new LinkedHashMap<>();
        String unit = model.units().time().map(each -> " " + each).orElse("");
        method.put("model", model.title());
        method.put("duration", Quantity.number(duration) + unit);
        if (!study.therapy().isEmpty()) {
            List<String> words = new ArrayList<>();
            for (Given given : study.therapy()) {
                words.add(
                        switch (given) {
                            case Given.Words(Placed<String> text) -> text.value();
                            case Given.Events(Placed<String> file) -> "events of " + file.value();
                        });
            }
            method.put("therapy", String.join("; ", words));
        }
        study.population().ifPresent(plan -> method.put("patients", Integer.toString(plan.patients())));
        method.put("written down", "every " + Quantity.number(every) + unit);
        method.put("solver", study.method().word());
        if (study.method() == PatientStudy.Method.STOCHASTIC) {
            method.put("replicates", Integer.toString(study.replicates()));
            method.put("seed", Long.toString(study.seed()));
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

    /// Every parameter with the value that the run uses; what differs between variants is not
    /// repeated here.
    private List<Manifest.Setting> settings(List<PatientCourse> courses) {
        Map<String, Double> set = courses.getFirst().set();
        List<Manifest.Setting> settings = new ArrayList<>();
        for (org.immunarium.equations.system.Quantity quantity :
                model.compiled().equations().quantities()) {
            String unit = model.units().text(quantity.id());
            Double changed = set.get(quantity.id());
            if (changed != null) {
                settings.add(new Manifest.Setting(model.label(quantity.id()), changed, unit, "study"));
            } else if (quantity.kind() == org.immunarium.equations.system.Quantity.Kind.PARAMETER) {
                value(quantity.id())
                        .ifPresent(value ->
                                settings.add(new Manifest.Setting(model.label(quantity.id()), value, unit, "model")));
            }
        }
        return settings;
    }

    private Optional<Double> value(String id) {
        return model.model().parameters().stream()
                .filter(p -> p.id().equals(id) && !Double.isNaN(p.value()))
                .map(Model.Parameter::value)
                .findFirst();
    }
}
