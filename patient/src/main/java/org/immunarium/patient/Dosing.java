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
import org.immunarium.equations.unit.Counts;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Dose;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Turns doses into what a model is given: each drug into its target, in the model's declared units and time
/// (days where it declares no unit of time).
public final class Dosing {

    private static final Unit DAY = Unit.parse("d");

    /// Of amounts in words.
    private static final int DIGITS = 6;

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

    /// What a dose is to a model.
    ///
    /// @param amount what it adds in all, in the model's unit, as people write it: `1.67e-6 mol`;
    ///               empty where the dose is written so
    public record Added(Intervention intervention, String amount) {}

    /// As [#added], without words.
    public static List<Intervention> interventions(
            Model model, List<Administration> given, Map<String, Target> targets, Body body, String source) {
        return added(model, given, targets, body, source).stream()
                .map(Added::intervention)
                .toList();
    }

    /// What the doses are to a model.
    ///
    /// @param given   doses, in order
    /// @param targets where each drug enters, by its name, whatever its capitals
    /// @param source  the study, for problems
    /// @return one for each dose, in the same order
    /// @throws InvalidInputException with every drug that has no target, target that is not in the model, and dose
    ///     that cannot be said in its target's unit; cells cannot be said in moles unless the target names its unit
    public static List<Added> added(
            Model model, List<Administration> given, Map<String, Target> targets, Body body, String source) {
        Dosing dosing = new Dosing(model, targets, body, source);
        List<Added> added = new ArrayList<>();
        for (Administration dose : given) {
            dosing.added(dose).ifPresent(added::add);
        }
        if (!dosing.problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(dosing.problems));
        }
        return added;
    }

    private Optional<Added> added(Administration dose) {
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
            checkCounts(dose, target.get(), into);
            double value = target.get().valueOf(dose, body, into.unit());
            return Optional.of(new Added(intervention(dose, into, value), inWords(dose, into, value)));
        } catch (UnitException e) {
            problems.add(Problem.of(source, e.reason()));
            return Optional.empty();
        }
    }

    private Intervention intervention(Administration dose, Place into, double value) {
        double perDay = DAY.factorTo(units.time().orElse(DAY));
        double start = dose.days() * perDay;
        if (dose.isBolus()) {
            return new Intervention.Bolus(start, into.id(), into.measure(), value);
        }
        double duration = dose.durationInDays() * perDay;
        return new Intervention.Infusion(start, duration, into.id(), into.measure(), value / duration);
    }

    private String inWords(Administration dose, Place into, double value) {
        Quantity written = dose.dose().amountFor(body);
        boolean same = dose.dose().basis() == Dose.Basis.FIXED
                && written.value() == value
                && written.unit().withCountsAsAmounts().equals(into.unit().withCountsAsAmounts());
        return same ? "" : (Quantity.number(value, DIGITS) + " " + into.unitText()).strip();
    }

    private void checkCounts(Administration dose, Target target, Place into) {
        Unit given = dose.dose().amount().unit();
        if (target.unit().isEmpty() && Counts.areTakenForMoles(given, into.unit())) {
            throw new UnitException(dose.drug() + ": a dose of " + dose.dose() + " into " + target.into()
                    + ", which is in " + into.unitText() + ": cells are not parts of a mole unless that is meant; say"
                    + " in the target what " + target.into() + " is in, as in unit: " + given + ", or in unit: "
                    + into.unit() + " where it is moles");
        }
    }

    private Optional<Target> target(String drug) {
        for (Map.Entry<String, Target> entry : targets.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(drug)) {
                return Optional.of(entry.getValue());
            }
        }
        // A trade name, or another that the catalogue knows.
        Optional<Target> known = Drugs.find(drug).map(Drug::name).map(targets::get);
        if (known.isPresent()) {
            return known;
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
    /// @param unit     what the target counts
    /// @param unitText the same, as people read it
    /// @param measure  whether that is an amount or a concentration
    private record Place(String id, Unit unit, String unitText, Measure measure) {}

    private Optional<Place> place(String drug, Target target) {
        for (Model.Species species : model.species()) {
            if (species.id().equals(target.into()) || name(species).equals(target.into())) {
                return species(drug, target, species);
            }
        }
        for (Model.Parameter parameter : model.parameters()) {
            if (parameter.id().equals(target.into())) {
                return unit(drug, target, units.of(parameter.id()))
                        .map(unit -> new Place(
                                parameter.id(), unit, text(unit, units.text(parameter.id())), Measure.AMOUNT));
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
                    .map(unit ->
                            new Place(species.id(), unit, text(unit, units.amountText(species.id())), Measure.AMOUNT));
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
        return unit(drug, target, concentration)
                .map(unit -> new Place(species.id(), unit, unit.toString(), Measure.CONCENTRATION));
    }

    /// A unit by the name that the model has for it, where that says what it is.
    private static String text(Unit unit, String declared) {
        boolean telling;
        try {
            telling = Unit.parse(declared).withCountsAsAmounts().equals(unit.withCountsAsAmounts());
        } catch (UnitException word) {
            telling = !unit.number().equals(Ratio.ONE);
        }
        return telling ? declared : unit.toString();
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
