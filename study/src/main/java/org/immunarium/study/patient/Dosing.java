package org.immunarium.study.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.Quantity;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.Target.Measure;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// What is given to a patient, from words to additions in the model's own units.
final class Dosing {

    private final PatientStudy study;
    private final PatientModel model;
    private final Consumer<Problem> problems;
    private final Map<String, Placed<Target>> targets = new LinkedHashMap<>();

    Dosing(PatientStudy study, PatientModel model, Consumer<Problem> problems) {
        this.study = study;
        this.model = model;
        this.problems = problems;
        model.published()
                .ifPresent(shipped -> shipped.targets()
                        .forEach((drug, target) -> targets.put(drug, new Placed<>(target, shipped.name(), 0))));
        targets.putAll(study.targets());
    }

    /// A dose as it is given to the model.
    ///
    /// @param what for people: `nivolumab: 240 mg IV into Cent.Nivo`
    record Dose(Intervention intervention, String what) {

        double start() {
            return intervention.time();
        }
    }

    /// All doses that start before the end, in order; problems are noted.
    ///
    /// @param days the end, in days
    List<Dose> doses(List<Given> therapy, Ratio days, InputFiles files) {
        if (therapy.isEmpty()) {
            return List.of();
        }
        Optional<Unit> time = model.units().time();
        if (time.isEmpty()) {
            problems.accept(place(therapy.getFirst())
                    .problem("therapy: the model does not declare its unit of time; add, for example, time unit: d"));
            return List.of();
        }
        List<Dose> doses = new ArrayList<>();
        for (Given given : therapy) {
            switch (given) {
                case Given.Words(Placed<String> text) -> {
                    List<Problem> found = new ArrayList<>();
                    Therapy read = RegimenText.parse(text.value(), text.source(), Math.max(1, text.line()), found::add);
                    found.forEach(problems);
                    if (found.isEmpty()) {
                        add(read.administrations(days), text, doses, time.get());
                    }
                }
                case Given.Events(Placed<String> name) -> add(events(name, files, days), name, doses, time.get());
            }
        }
        doses.sort(Comparator.comparingDouble(Dose::start));
        return doses;
    }

    private List<Administration> events(Placed<String> name, InputFiles files, Ratio days) {
        Optional<Path> file = files.find(name.value());
        if (file.isEmpty()) {
            problems.accept(name.problem("therapy: there is no file \"" + name.value() + "\" beside the study"));
            return List.of();
        }
        try {
            EventTable table = EventTable.parse(Files.readString(file.get()), name.value(), Unit.parse("mg"));
            if (table.subjects().size() != 1) {
                problems.accept(name.problem("therapy: \"" + name.value() + "\" has "
                        + table.subjects().size() + " subjects; a study of one patient was expected"));
                return List.of();
            }
            EventTable.Subject subject = table.subjects().values().iterator().next();
            if (!subject.resets().isEmpty()) {
                problems.accept(name.problem("therapy: \"" + name.value()
                        + "\" empties compartments (EVID 3 or 4), which equations cannot do"));
            }
            return subject.doses().stream()
                    .filter(dose -> dose.time().compareTo(days) < 0)
                    .toList();
        } catch (InvalidInputException e) {
            e.problems().forEach(problems);
        } catch (IOException e) {
            problems.accept(name.problem("therapy: \"" + name.value() + "\" cannot be read: " + e.getMessage()));
        }
        return List.of();
    }

    private void add(List<Administration> given, Placed<String> place, List<Dose> doses, Unit time) {
        Map<String, Optional<Entry>> entries = new LinkedHashMap<>();
        for (Administration each : given) {
            Optional<Entry> entry = entries.computeIfAbsent(each.drug(), drug -> entry(drug, place));
            if (entry.isEmpty()) {
                continue;
            }
            try {
                doses.add(entry.get().dose(each, time));
            } catch (UnitException e) {
                problems.accept(place.problem(e.reason()));
                entries.put(each.drug(), Optional.empty());
            }
        }
    }

    /// Where a drug enters, ready to take doses.
    private final class Entry {
        private final Target target;
        private final Quantity into;
        private final Unit unit;
        private final double perValue;

        /// @param perValue what an addition of 1 in `unit` adds to the target in the model's terms
        Entry(Target target, Quantity into, Unit unit, double perValue) {
            this.target = target;
            this.into = into;
            this.unit = unit;
            this.perValue = perValue;
        }

        Dose dose(Administration given, Unit time) {
            double added = target.valueOf(given, study.body(), unit) * perValue;
            Ratio perDay = ModelUnitReading.daysIn(time);
            double start = given.time().over(perDay).doubleValue();
            String what = given.drug() + ": " + given.dose()
                    + (given.route().abbreviation().isEmpty()
                            ? ""
                            : " " + given.route().abbreviation())
                    + " into " + model.label(into);
            if (given.isBolus()) {
                return new Dose(new Intervention.Bolus(start, into.id(), added), what);
            }
            double duration = given.duration().over(perDay).doubleValue();
            return new Dose(new Intervention.Infusion(start, duration, into.id(), added / duration), what);
        }
    }

    private Optional<Entry> entry(String drug, Placed<String> place) {
        Placed<Target> target = targets.get(drug);
        if (target == null) {
            String known = targets.isEmpty() ? "" : " (known: " + String.join(", ", targets.keySet()) + ")";
            problems.accept(place.problem("where " + drug + " enters the model is not said" + known
                    + "; add, for example, targets: {" + drug + ": {into: SPECIES, molar mass: 143600 g/mol}}"));
            return Optional.empty();
        }
        Optional<Quantity> into = model.find("targets." + drug + ".into", target.map(Target::into), problems);
        if (into.isEmpty()) {
            return Optional.empty();
        }
        return entry(drug, target, into.get());
    }

    private Optional<Entry> entry(String drug, Placed<Target> target, Quantity into) {
        boolean species = into.kind() == Quantity.Kind.SPECIES;
        boolean concentration = species && target.value().as() == Measure.CONCENTRATION;
        Optional<Unit> unit = target.value()
                .unit()
                .or(() -> !species
                        ? model.units().of(into)
                        : concentration
                                ? model.units().concentration(into)
                                : model.units().amount(into));
        if (unit.isEmpty()) {
            problems.accept(target.problem("targets." + drug + ": the model does not declare the unit of "
                    + target.value().into() + "; add, for example, unit: nmol"));
            return Optional.empty();
        }
        double perValue = 1;
        if (concentration) {
            Optional<Model.Compartment> compartment = model.model().compartments().stream()
                    .filter(c -> into.compartment().equals(Optional.of(c.id())))
                    .findFirst();
            perValue = compartment.map(Model.Compartment::size).orElse(Double.NaN);
            if (!(perValue > 0) || !compartment.map(Model.Compartment::constant).orElse(false)) {
                problems.accept(target.problem("targets." + drug + ": a dose can add to a concentration only where the"
                        + " compartment has a constant size; use as: amount"));
                return Optional.empty();
            }
        }
        return Optional.of(new Entry(target.value(), into, unit.get(), perValue));
    }

    private static Placed<String> place(Given given) {
        return switch (given) {
            case Given.Words(Placed<String> text) -> text;
            case Given.Events(Placed<String> file) -> file;
        };
    }
}
