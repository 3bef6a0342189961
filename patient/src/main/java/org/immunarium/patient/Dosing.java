package org.immunarium.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.Measure;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Target;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Turns doses into what a model is given: each drug into its target, in the model's declared units and time
/// (days where it declares no unit of time).
public final class Dosing {

    private static final Unit DAY = Unit.parse("d");

    private final Model model;
    private final Map<String, Target> targets;
    private final Body body;
    private final String source;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final DeclaredUnits units;

    private Dosing(Model model, Map<String, Target> targets, Body body, String source) {
        this.model = model;
        this.targets = targets;
        this.body = body;
        this.source = source;
        units = new DeclaredUnits(model);
    }

    /// What the doses are to a model.
    ///
    /// @param given   doses, in order
    /// @param targets where each drug enters, by its name, whatever its capitals
    /// @param source  the study, for problems
    /// @return an intervention for each dose, in the same order
    /// @throws InvalidInputException with every drug that has no target, target that is not in the model, and dose
    ///     that cannot be said in its target's unit
    public static List<Intervention> interventions(
            Model model, List<Administration> given, Map<String, Target> targets, Body body, String source) {
        Dosing dosing = new Dosing(model, targets, body, source);
        List<Intervention> interventions = new ArrayList<>();
        for (Administration dose : given) {
            dosing.intervention(dose).ifPresent(interventions::add);
        }
        if (!dosing.problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(dosing.problems));
        }
        return interventions;
    }

    private Optional<Intervention> intervention(Administration dose) {
        Optional<Target> target = target(dose.drug());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Place> place = place(dose.drug(), target.get());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            Place into = place.get();
            double value = target.get().valueOf(dose, body, into.unit());
            double perDay = DAY.factorTo(units.time().orElse(DAY));
            double start = dose.days() * perDay;
            if (dose.isBolus()) {
                return Optional.of(new Intervention.Bolus(start, into.id(), into.measure(), value));
            }
            double duration = dose.durationInDays() * perDay;
            return Optional.of(new Intervention.Infusion(start, duration, into.id(), into.measure(), value / duration));
        } catch (UnitException e) {
            problems.add(Problem.of(source, e.reason()));
            return Optional.empty();
        }
    }

    private Optional<Target> target(String drug) {
        for (Map.Entry<String, Target> entry : targets.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(drug)) {
                return Optional.of(entry.getValue());
            }
        }
        problems.add(Problem.of(
                source,
                "\"" + drug + "\" is given, but no target says where it enters the model"
                        + (NearMiss.of(drug, targets.keySet()).isEmpty()
                                ? ", as in targets: {" + drug + ": {into: Plasma.Drug, as: amount}}"
                                : NearMiss.hint(drug, targets.keySet()))));
        return Optional.empty();
    }

    /// Where a dose goes.
    ///
    /// @param unit    what the target counts
    /// @param measure whether that is an amount or a concentration
    private record Place(String id, Unit unit, Measure measure) {}

    private Optional<Place> place(String drug, Target target) {
        for (Model.Species species : model.species()) {
            if (species.id().equals(target.into()) || name(species).equals(target.into())) {
                return species(drug, target, species);
            }
        }
        for (Model.Parameter parameter : model.parameters()) {
            if (parameter.id().equals(target.into())) {
                return unit(drug, target, units.of(parameter.id()))
                        .map(unit -> new Place(parameter.id(), unit, Measure.AMOUNT));
            }
        }
        Map<String, String> known = new LinkedHashMap<>();
        model.species().forEach(each -> known.put(each.id(), name(each)));
        model.parameters().forEach(each -> known.put(each.id(), each.id()));
        Set<String> names = new LinkedHashSet<>(known.keySet());
        names.addAll(known.values());
        problems.add(Problem.of(
                source,
                "the target of " + drug + ", \"" + target.into() + "\", is not in the model"
                        + NearMiss.hint(target.into(), names)));
        return Optional.empty();
    }

    private Optional<Place> species(String drug, Target target, Model.Species species) {
        if (target.as() == Target.Measure.AMOUNT) {
            return unit(drug, target, units.amountOf(species.id()))
                    .map(unit -> new Place(species.id(), unit, Measure.AMOUNT));
        }
        boolean point = model.compartments().stream()
                .anyMatch(each ->
                        each.id().equals(species.compartment()) && each.dimensions() == 0 && Double.isNaN(each.size()));
        if (point) {
            problems.add(Problem.of(
                    source,
                    "the target of " + drug + " is a concentration in \"" + species.compartment()
                            + "\", which is a point and has no size: give an amount"));
            return Optional.empty();
        }
        Optional<Unit> concentration = units.amountOf(species.id())
                .flatMap(amount -> units.of(species.compartment()).map(amount::over));
        return unit(drug, target, concentration).map(unit -> new Place(species.id(), unit, Measure.CONCENTRATION));
    }

    private Optional<Unit> unit(String drug, Target target, Optional<Unit> declared) {
        Optional<Unit> unit = target.unit().or(() -> declared);
        if (unit.isEmpty()) {
            problems.add(Problem.of(
                    source,
                    "the model does not say in which unit \"" + target.into() + "\" is, where " + drug
                            + " enters: say it in the target, as in unit: mg"));
        }
        return unit;
    }

    /// `Compartment.Name`.
    private String name(Model.Species species) {
        String compartment = model.compartments().stream()
                .filter(each -> each.id().equals(species.compartment()))
                .map(each -> each.name().isEmpty() ? each.id() : each.name())
                .findFirst()
                .orElse(species.compartment());
        return compartment + "." + (species.name().isEmpty() ? species.id() : species.name());
    }
}
