package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.NumericalFailure;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.equations.unit.UnitCheck;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.published.PublishedModels;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.UnitPolicy;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// A model as a study uses it: compiled, with its quantities found by the names that people use,
/// and their units.
final class PatientModel {

    private static final String TIME_UNIT = "time_unit_of_the_study";

    /// Places named where units do not fit; files whose units are guesses have them everywhere.
    private static final int MOST_CLASHES = 20;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Placed<String> asked;
    private final CompiledModel compiled;
    private final Optional<PublishedModel> published;
    private final List<String> notices;
    private final DeclaredUnits units;
    private final Map<String, org.immunarium.equations.system.Quantity> byId = new LinkedHashMap<>();
    private final Map<String, org.immunarium.equations.system.Quantity> byName = new LinkedHashMap<>();
    private final Influence influence;
    private final boolean isLabelled;

    private PatientModel(Placed<String> asked, Model model, Optional<PublishedModel> published, List<String> notices) {
        this.asked = asked;
        this.compiled = CompiledModel.compile(model);
        this.published = published;
        this.notices = notices;
        this.units = new DeclaredUnits(model);
        influence = new Influence(compiled.equations());
        index();
        isLabelled = byId.keySet().stream().anyMatch(id -> !label(id).equals(id));
    }

    /// Reads and compiles the model that a study names.
    ///
    /// @throws InvalidInputException with everything that is wrong with it
    static PatientModel read(PatientStudy study, InputFiles files) {
        Placed<String> name = study.model();
        Optional<Path> file = files.find(name.value());
        if (file.isPresent()) {
            if (Files.isDirectory(file.get())) {
                throw new InvalidInputException(
                        name.problem("model \"" + name.value() + "\": is a folder; an SBML file was expected"));
            }
            SbmlDocument document = SbmlReader.read(file.get());
            List<String> notices = new ArrayList<>();
            document.notices().forEach(notice -> notices.add(notice.toString()));
            Model declared = withTime(document.model(), timeUnit(document.model(), study));
            Model model = brought(declared, document.origin(), study, notices);
            try {
                return new PatientModel(name, model, Optional.empty(), notices);
            } catch (InvalidInputException e) {
                throw new InvalidInputException(e.problems().stream()
                        .map(p -> new Problem(document.source(), p.line(), p.element(), p.message()))
                        .toList());
            }
        }
        Optional<PublishedModel> published = PublishedModels.find(name.value());
        if (published.isPresent()) {
            return new PatientModel(
                    name, withTime(published.get().model(), study.timeUnit().map(Placed::value)), published, List.of());
        }
        throw new InvalidInputException(name.problem("model \"" + name.value()
                + "\": there is no such file beside the study, and no shipped model of this name"
                + NearMiss.hint(name.value(), PublishedModels.names())));
    }

    /// The model with its units brought together where the study wants that; else with a proposal
    /// to do so where it mixes them.
    private static Model brought(Model model, ModelCheck.Origin origin, PatientStudy study, List<String> notices) {
        if (study.units().equals(Optional.of(UnitPolicy.CONVERT))) {
            UnitConversion.Result converted = UnitConversion.convert(model, origin);
            converted.notices().forEach(notice -> notices.add(notice.toString()));
            return converted.model();
        }
        List<Problem> clashes = UnitCheck.notices(model, origin);
        clashes.stream().limit(MOST_CLASHES).forEach(notice -> notices.add(notice.toString()));
        if (clashes.size() > MOST_CLASHES) {
            notices.add("and " + (clashes.size() - MOST_CLASHES) + " more places where units do not fit");
        }
        if (study.units().isEmpty()) {
            UnitConversion.proposal(model).ifPresent(notices::add);
        }
        return model;
    }

    /// The unit in which time is counted, where the study says so: in words, or, where all units are
    /// brought together and the file names none (SBML then means seconds), by that of its duration.
    private static Optional<Unit> timeUnit(Model model, PatientStudy study) {
        boolean unnamed = model.units().time().map("second"::equals).orElse(true);
        if (study.timeUnit().isEmpty() && study.units().equals(Optional.of(UnitPolicy.CONVERT)) && unnamed) {
            return study.duration()
                    .map(duration -> duration.value().unit())
                    .filter(unit -> unit.dimension().equals(Dimension.TIME));
        }
        return study.timeUnit().map(Placed::value);
    }

    /// The model with another unit of time declared: its numbers stay, what they mean changes.
    private static Model withTime(Model model, Optional<Unit> time) {
        if (time.isEmpty()) {
            return model;
        }
        double seconds = time.get().factorTo(Unit.parse("s"));
        List<Model.UnitDefinition> definitions = new ArrayList<>(model.unitDefinitions());
        definitions.add(
                new Model.UnitDefinition(TIME_UNIT, "", List.of(new Model.UnitFactor("second", 1, 0, seconds))));
        return model.withUnitDefinitions(definitions).withUnits(model.units().withTime(TIME_UNIT));
    }

    CompiledModel compiled() {
        return compiled;
    }

    Model model() {
        return compiled.model();
    }

    Optional<PublishedModel> published() {
        return published;
    }

    /// What bears on what in it.
    Influence influence() {
        return influence;
    }

    /// What reading it brought up.
    List<String> notices() {
        return notices;
    }

    DeclaredUnits units() {
        return units;
    }

    /// What it is called, for people: by its own name, or, where it has none, by its file's.
    String title() {
        if (published.isPresent()) {
            return published.get().title();
        }
        String file = asked.value().substring(asked.value().replace('\\', '/').lastIndexOf('/') + 1);
        return model().name().isBlank() ? file.replaceFirst("\\.\\w+$", "") : model().name();
    }

    /// The quantity of this id, label or (unambiguous) name.
    ///
    /// @param problems is told where there is none, with the nearest that there is
    Optional<org.immunarium.equations.system.Quantity> find(
            String what, Placed<String> name, Consumer<Problem> problems) {
        org.immunarium.equations.system.Quantity quantity = byName.get(name.value());
        if (quantity == null) {
            problems.accept(name.problem(what + ": the model has no \"" + name.value() + "\""
                    + NearMiss.hint(name.value(), byName.keySet())));
        }
        return Optional.ofNullable(quantity);
    }

    /// How a quantity is called in tables.
    String label(String id) {
        return compiled.column(Column.Request.of(id)).label();
    }

    /// Whether something can be added to it: not to what a rule determines.
    boolean takesDoses(String id) {
        try {
            return !compiled.equations().dose(id).symbol().isEmpty();
        } catch (IllegalArgumentException determined) {
            return false;
        }
    }

    /// Whether nothing uses it: a parameter that no formula names.
    boolean isIdle(org.immunarium.equations.system.Quantity quantity) {
        return quantity.kind() == org.immunarium.equations.system.Quantity.Kind.PARAMETER
                && !influence.isUsed(quantity.id());
    }

    /// Whether it can be set: what a rule determines cannot.
    ///
    /// @param problems is told where it cannot
    boolean canBeSet(String what, String id, Placed<?> place, Consumer<Problem> problems) {
        boolean can = compiled.equations().start().forms().containsKey(id);
        if (!can) {
            problems.accept(place.problem(what + ": a rule of the model determines it, so it cannot be set"));
        }
        return can;
    }

    /// What a study gives a quantity, in the model's unit; a plain number is in that unit already.
    ///
    /// @param what     for problems: `set.k_growth`
    /// @param problems is told where its unit does not fit
    OptionalDouble value(String what, String id, Placed<Quantity> given, Consumer<Problem> problems) {
        Quantity value = given.value();
        Optional<Unit> unit = units.of(id);
        if (value.unit().equals(Unit.ONE)
                || unit.isEmpty() && value.unit().dimension().equals(Dimension.NONE)) {
            return OptionalDouble.of(value.value());
        }
        if (unit.isEmpty()) {
            problems.accept(given.problem(
                    what + ": the model does not declare the unit of " + label(id) + "; give a plain number"));
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(inUnit(value, unit.get()));
        } catch (UnitException e) {
            problems.accept(given.problem(what + ": " + e.reason()));
            return OptionalDouble.empty();
        }
    }

    /// The value in the model's unit; models count cells as amounts, as SBML's items.
    private static double inUnit(Quantity value, Unit unit) {
        return value.unit().convertsTo(unit)
                ? value.in(unit)
                : new Quantity(value.value(), value.unit().withCountsAsAmounts()).in(unit.withCountsAsAmounts());
    }

    /// An event of the model, as its tables call things: by its id, or, where ids are opaque, by its name or by what
    /// it sets.
    String event(String idOrName) {
        if (!isLabelled) {
            return idOrName;
        }
        return model().events().stream()
                .filter(event -> event.id().equals(idOrName))
                .findFirst()
                .map(event -> event.name().isBlank()
                        ? "sets "
                                + event.assignments().stream()
                                        .map(each -> label(each.variable()))
                                        .collect(Collectors.joining(", "))
                        : event.name())
                .orElse(idOrName);
    }

    /// A failure told with the labels of tables in place of ids.
    NumericalFailure inWords(NumericalFailure failure) {
        String quantity = failure.quantity().isEmpty() ? "" : name(failure.quantity());
        String reason = QUOTED.matcher(failure.reason())
                .replaceAll(found -> Matcher.quoteReplacement("\"" + name(found.group(1)) + "\""));
        return new NumericalFailure(quantity, failure.time(), reason);
    }

    /// What a symbol of the equations is called: `amount:mw1e0d2f5c` is `Plasma.Drug`.
    private String name(String symbol) {
        String id = symbol.substring(symbol.indexOf(':') + 1);
        return byId.containsKey(id) ? label(id) : event(id);
    }

    private void index() {
        List<org.immunarium.equations.system.Quantity> all =
                compiled.equations().quantities();
        all.forEach(q -> byId.put(q.id(), q));
        byName.putAll(byId);
        all.forEach(q -> byName.putIfAbsent(label(q.id()), q));
        Map<String, Integer> uses = new LinkedHashMap<>();
        all.forEach(q -> uses.merge(q.name(), 1, Integer::sum));
        for (org.immunarium.equations.system.Quantity q : all) {
            if (!q.name().isEmpty() && uses.getOrDefault(q.name(), 0) == 1) {
                byName.putIfAbsent(q.name(), q);
            }
            q.compartment().ifPresent(c -> byName.putIfAbsent(compartmentName(c) + "." + q.name(), q));
        }
    }

    /// A compartment's name where it has one, else its id.
    String compartmentName(String id) {
        return model().compartments().stream()
                .filter(c -> c.id().equals(id) && !c.name().isEmpty())
                .map(Model.Compartment::name)
                .findFirst()
                .orElse(id);
    }
}
