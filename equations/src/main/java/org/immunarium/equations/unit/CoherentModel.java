package org.immunarium.equations.unit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Constraint;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.ModelUnits;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.model.Model.UnitDefinition;

/// Writes a model whose numbers fit by factors in its formulas, as [UnitConversion] leaves it, in one system of units:
/// every value and its unit are converted, and factors vanish from the formulas of which units fit by dimension.
///
/// It is a change of variables, whatever the formulas say: each quantity becomes a multiple of what it was, and so does
/// all that is assigned to it. So the trajectory is the same, in other units. And it means the same to a program that
/// converts units as to one that takes numbers as they stand, since there is nothing left to convert. Quantities whose
/// units are not known keep their numbers.
public final class CoherentModel {

    private final Model model;
    private final DeclaredUnits units;
    private final CoherentSystem system;
    private final Extents extents;
    private final Map<String, Double> scales = new HashMap<>();
    private final Set<String> called = new HashSet<>();
    private final Rescaling global;

    private CoherentModel(Model model) {
        this.model = model;
        units = new DeclaredUnits(model);
        system = new CoherentSystem(model, units);
        extents = new Extents(model, units);
        model.compartments().forEach(each -> scales.put(each.id(), system.factor(units.of(each.id()))));
        model.parameters().forEach(each -> scales.put(each.id(), system.factor(units.of(each.id()))));
        model.species().forEach(each -> scales.put(each.id(), countsAmount(each) ? amount(each) : concentration(each)));
        for (Reaction reaction : model.reactions()) {
            scales.put(reaction.id(), extent(reaction));
            Stream.of(reaction.reactants(), reaction.products())
                    .flatMap(List::stream)
                    .filter(each -> !each.id().isEmpty())
                    .forEach(each -> scales.put(each.id(), stoichiometry(reaction, each)));
        }
        global = rescaling(Map.of());
    }

    /// The model in one system of units.
    public static Model of(Model model) {
        return new CoherentModel(model).written();
    }

    private Rescaling rescaling(Map<String, Double> local) {
        return new Rescaling(name -> local.getOrDefault(name, scale(name)), system, units, called);
    }

    /// By what a symbol's value is multiplied.
    private double scale(String symbol) {
        return scales.getOrDefault(symbol, 1.0);
    }

    private double amount(Species species) {
        return system.factor(units.amountOf(species.id()));
    }

    private double concentration(Species species) {
        return amount(species) / scale(species.compartment());
    }

    /// Whether a species' symbol means its amount.
    private boolean countsAmount(Species species) {
        return species.hasOnlySubstanceUnits()
                || model.compartments().stream()
                        .anyMatch(each -> each.id().equals(species.compartment()) && each.dimensions() == 0);
    }

    private double extent(Reaction reaction) {
        return system.factor(extents.of(reaction));
    }

    private double stoichiometry(Reaction reaction, SpeciesReference reference) {
        double amount = model.species().stream()
                .filter(each -> each.id().equals(reference.species()))
                .mapToDouble(this::amount)
                .findFirst()
                .orElse(1);
        double conversion =
                extents.conversionFactor(reference.species()).map(this::scale).orElse(1.0);
        return amount / (extent(reaction) * conversion);
    }

    private Model written() {
        ModelUnits own = model.units();
        ModelUnits converted = new ModelUnits(
                own.substance().map(system::id),
                own.time().map(system::id),
                own.volume().map(system::id),
                own.area().map(system::id),
                own.length().map(system::id),
                own.extent().map(system::id));
        List<Compartment> compartments =
                model.compartments().stream().map(this::compartment).toList();
        List<Species> species = model.species().stream().map(this::species).toList();
        List<Parameter> parameters =
                model.parameters().stream().map(this::parameter).toList();
        List<InitialAssignment> initial = model.initialAssignments().stream()
                .map(each -> new InitialAssignment(each.symbol(), global.times(each.value(), scale(each.symbol()))))
                .toList();
        List<Rule> rules = model.rules().stream().map(this::rule).toList();
        List<Reaction> reactions =
                model.reactions().stream().map(this::reaction).toList();
        List<Event> events = model.events().stream().map(this::event).toList();
        List<Constraint> constraints = model.constraints().stream()
                .map(each -> new Constraint(global.condition(each.condition()), each.message()))
                .toList();
        // Functions that are called keep their numbers, and so the units of these; most went into the formulas.
        List<UnitDefinition> kept = model.unitDefinitions().stream()
                .filter(each -> !called.isEmpty() || units.resolve(each.id()).isEmpty())
                .toList();
        return new Model(
                model.id(),
                model.name(),
                converted,
                model.conversionFactor(),
                system.definitions(kept),
                called.isEmpty() ? List.of() : model.functions(),
                compartments,
                species,
                parameters,
                initial,
                rules,
                reactions,
                events,
                constraints);
    }

    private Compartment compartment(Compartment of) {
        return new Compartment(
                of.id(),
                of.name(),
                of.dimensions(),
                system.value(of.size(), units.of(of.id())),
                of.unit().map(system::id),
                of.constant());
    }

    private Species species(Species of) {
        return new Species(
                of.id(),
                of.name(),
                of.compartment(),
                of.initialIsAmount()
                        ? system.value(of.initial(), units.amountOf(of.id()))
                        : of.initial() * concentration(of),
                of.initialIsAmount(),
                of.substanceUnit().map(system::id),
                of.hasOnlySubstanceUnits(),
                of.boundaryCondition(),
                of.constant(),
                of.conversionFactor());
    }

    private Parameter parameter(Parameter of) {
        return new Parameter(
                of.id(),
                of.name(),
                system.value(of.value(), units.parameter(of)),
                of.unit().map(system::id),
                of.constant());
    }

    private Rule rule(Rule rule) {
        return switch (rule) {
            case AssignmentRule(String variable, Expression value) ->
                new AssignmentRule(variable, global.times(value, scale(variable)));
            case RateRule(String variable, Expression rate) ->
                new RateRule(variable, global.times(rate, scale(variable)));
            case AlgebraicRule(Expression value) -> new AlgebraicRule(global.condition(value));
        };
    }

    private Reaction reaction(Reaction of) {
        Map<String, Double> local = new HashMap<>();
        of.localParameters().forEach(each -> local.put(each.id(), system.factor(units.parameter(each))));
        return new Reaction(
                of.id(),
                of.name(),
                of.reversible(),
                of.fast(),
                of.compartment(),
                references(of, of.reactants()),
                references(of, of.products()),
                of.modifiers(),
                of.localParameters().stream().map(this::parameter).toList(),
                of.rate().map(rate -> rescaling(local).times(rate, extent(of))));
    }

    private List<SpeciesReference> references(Reaction reaction, List<SpeciesReference> references) {
        return references.stream()
                .map(each -> {
                    double scale = stoichiometry(reaction, each);
                    return new SpeciesReference(
                            each.id(),
                            each.species(),
                            whole(each.stoichiometry() * scale),
                            each.stoichiometryMath().map(math -> global.times(math, scale)),
                            each.constant());
                })
                .toList();
    }

    /// A whole number, but for rounding, as one.
    private static double whole(double value) {
        double nearest = Math.rint(value);
        return nearest != 0 && UnitInference.isOne(value / nearest) ? nearest : value;
    }

    private Event event(Event of) {
        return new Event(
                of.id(),
                of.name(),
                global.condition(of.trigger()),
                of.delay().map(delay -> global.times(delay, 1)),
                of.priority().map(priority -> global.times(priority, 1)),
                of.useValuesFromTriggerTime(),
                of.initialTrigger(),
                of.persistent(),
                of.assignments().stream()
                        .map(each -> new EventAssignment(
                                each.variable(), global.times(each.value(), scale(each.variable()))))
                        .toList());
    }
}
