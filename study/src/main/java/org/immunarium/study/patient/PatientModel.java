package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.system.Quantity;
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
import org.immunarium.units.Unit;

/// A model as a study uses it: compiled, with its quantities found by the names that people use,
/// and their units.
final class PatientModel {

    private static final String TIME_UNIT = "time_unit_of_the_study";

    /// Places named where units do not fit; files whose units are guesses have them everywhere.
    private static final int MOST_CLASHES = 20;

    private final Placed<String> asked;
    private final CompiledModel compiled;
    private final Optional<PublishedModel> published;
    private final List<String> notices;
    private final DeclaredUnits units;
    private final Map<String, Quantity> byName = new LinkedHashMap<>();

    private PatientModel(Placed<String> asked, Model model, Optional<PublishedModel> published, List<String> notices) {
        this.asked = asked;
        this.compiled = CompiledModel.compile(model);
        this.published = published;
        this.notices = notices;
        this.units = new DeclaredUnits(model);
        index();
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

    /// What reading it brought up.
    List<String> notices() {
        return notices;
    }

    DeclaredUnits units() {
        return units;
    }

    /// What it is called, for people.
    String title() {
        return published
                .map(PublishedModel::title)
                .orElseGet(() -> model().name().isEmpty() ? asked.value() : model().name());
    }

    /// The quantity of this id, label or (unambiguous) name.
    ///
    /// @param problems is told where there is none, with the nearest that there is
    Optional<Quantity> find(String what, Placed<String> name, Consumer<Problem> problems) {
        Quantity quantity = byName.get(name.value());
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

    private void index() {
        List<Quantity> all = compiled.equations().quantities();
        all.forEach(q -> byName.put(q.id(), q));
        all.forEach(q -> byName.putIfAbsent(label(q.id()), q));
        Map<String, Integer> uses = new LinkedHashMap<>();
        all.forEach(q -> uses.merge(q.name(), 1, Integer::sum));
        for (Quantity q : all) {
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
