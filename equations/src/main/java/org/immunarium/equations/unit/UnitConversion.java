package org.immunarium.equations.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AlgebraicRule;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Constraint;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;
import org.immunarium.equations.model.Model.InitialAssignment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.RateRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.model.PartNames;
import org.immunarium.units.Dimension;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;

/// Brings a model that mixes units, such as an export of SimBiology, to equations that hold as they stand.
///
/// Every quantity keeps its declared unit and its number; factors are put into the mathematics where different
/// units meet. Results, values that are set and doses are therefore in declared units, and the model that comes
/// out is ordinary SBML that means the same to every simulator. What does not fit by dimension is left as it is,
/// with a notice.
///
/// A reaction's extent is counted in the unit of its first species; another species whose amount is in another
/// unit gets the factor in its stoichiometry.
public final class UnitConversion {

    /// @param model   the model with its units brought together
    /// @param notices what does not fit, each with its place
    public record Result(Model model, List<Problem> notices) {}

    private final Model model;
    private final ModelCheck.Origin origin;
    private final DeclaredUnits units;
    private final Extents extents;
    private final Map<String, Optional<Unit>> reactionRates = new HashMap<>();
    private final Set<Problem> notices = new LinkedHashSet<>();

    private UnitConversion(Model model, ModelCheck.Origin origin) {
        this.model = model;
        this.origin = origin;
        this.units = new DeclaredUnits(model);
        this.extents = new Extents(model, units);
        model.reactions().forEach(r -> reactionRates.put(r.id(), DeclaredUnits.over(extents.of(r), units.time())));
    }

    /// Brings the units of a model together.
    ///
    /// @param origin finds the places of its parts, as in the document that was read
    public static Result convert(Model model, ModelCheck.Origin origin) {
        UnitConversion conversion = new UnitConversion(model, origin);
        Model converted = conversion.converted();
        return new Result(converted, List.copyOf(conversion.notices));
    }

    /// Says that a model mixes units of one dimension, if it does, and proposes to convert them.
    public static Optional<String> proposal(Model model) {
        DeclaredUnits units = new DeclaredUnits(model);
        Map<Dimension, Map<Unit, String>> used = new LinkedHashMap<>();
        for (String symbol : units.symbols()) {
            units.of(symbol)
                    .filter(unit -> !unit.dimension().isNone())
                    .ifPresent(unit -> used.computeIfAbsent(unit.dimension(), d -> new LinkedHashMap<>())
                            .putIfAbsent(unit, units.text(symbol)));
        }
        List<String> mixed = new ArrayList<>();
        used.forEach((dimension, found) -> {
            if (found.size() > 1) {
                mixed.add(dimension + " in " + String.join(" and ", found.values()));
            }
        });
        return mixed.isEmpty()
                ? Optional.empty()
                : Optional.of("the model mixes units (" + String.join("; ", mixed.subList(0, Math.min(3, mixed.size())))
                        + (mixed.size() > 3 ? "; …" : "")
                        + "): numbers are used as they stand, as SBML has it; \"units: convert\" brings them"
                        + " together, as SimBiology does");
    }

    private Model converted() {
        List<Rule> rules = model.rules().stream().map(this::rule).toList();
        return model.withInitialAssignments(
                        model.initialAssignments().stream().map(this::initial).toList())
                .withRules(rules)
                .withReactions(model.reactions().stream().map(this::reaction).toList())
                .withEvents(model.events().stream().map(this::event).toList())
                .withConstraints(
                        model.constraints().stream().map(this::constraint).toList());
    }

    private UnitInference inference(Object part) {
        return inference(part, Map.of());
    }

    private UnitInference inference(Object part, Map<String, Optional<Unit>> local) {
        return new UnitInference(
                units,
                model.functions(),
                name -> local.getOrDefault(name, reactionRates.getOrDefault(name, units.of(name))),
                message -> notices.add(origin.problem(part, PartNames.describe(part), message)));
    }

    private InitialAssignment initial(InitialAssignment initial) {
        return new InitialAssignment(
                initial.symbol(), inference(initial).in(initial.value(), units.of(initial.symbol()), "the value"));
    }

    private Rule rule(Rule rule) {
        UnitInference inference = inference(rule);
        return switch (rule) {
            case AssignmentRule(String variable, Expression value) ->
                new AssignmentRule(variable, inference.in(value, units.of(variable), "the value"));
            case RateRule(String variable, Expression rate) ->
                new RateRule(
                        variable, inference.in(rate, DeclaredUnits.over(units.of(variable), units.time()), "the rate"));
            case AlgebraicRule(Expression value) ->
                new AlgebraicRule(inference.measure(value).expression());
        };
    }

    private Reaction reaction(Reaction reaction) {
        Map<String, Optional<Unit>> local = new HashMap<>();
        for (Parameter parameter : reaction.localParameters()) {
            local.put(parameter.id(), units.parameter(parameter));
        }
        UnitInference inference = inference(reaction, local);
        Optional<Unit> rate = reactionRates.getOrDefault(reaction.id(), Optional.empty());
        return new Reaction(
                reaction.id(),
                reaction.name(),
                reaction.reversible(),
                reaction.fast(),
                reaction.compartment(),
                references(reaction, reaction.reactants()),
                references(reaction, reaction.products()),
                reaction.modifiers(),
                reaction.localParameters(),
                reaction.rate().map(r -> inference.in(r, rate, "the rate")));
    }

    private List<SpeciesReference> references(Reaction reaction, List<SpeciesReference> references) {
        return references.stream().map(r -> reference(reaction, r)).toList();
    }

    private SpeciesReference reference(Reaction reaction, SpeciesReference reference) {
        Optional<Unit> gives = extents.of(reaction);
        Optional<String> conversion = extents.conversionFactor(reference.species());
        if (conversion.isPresent()) {
            gives = DeclaredUnits.times(gives, units.of(conversion.get()));
        }
        Optional<Unit> takes = units.amountOf(reference.species());
        Optional<Expression> math = reference
                .stoichiometryMath()
                .map(m -> inference(reference).in(m, Optional.of(Unit.ONE), "the stoichiometry"));
        double factor = 1;
        if (gives.isPresent() && takes.isPresent()) {
            if (gives.get().convertsTo(takes.get())) {
                factor = gives.get().factorTo(takes.get());
            } else {
                notices.add(origin.problem(
                        reference,
                        PartNames.describe(reference),
                        "its amount is in " + takes.get() + " and the reaction's extent in " + gives.get()));
            }
        }
        if (UnitInference.isOne(factor)) {
            factor = 1;
        }
        if (factor != 1 && !reference.id().isEmpty() && isReassigned(reference.id())) {
            notices.add(origin.problem(
                    reference,
                    PartNames.describe(reference),
                    "its stoichiometry is given elsewhere, so its unit " + takes.get() + " is not converted"));
            factor = 1;
        }
        double by = factor;
        return new SpeciesReference(
                reference.id(),
                reference.species(),
                reference.stoichiometry() * by,
                math.map(m -> UnitInference.scaled(m, by)),
                reference.constant());
    }

    private boolean isReassigned(String id) {
        Set<String> changed = new HashSet<>();
        model.initialAssignments().forEach(i -> changed.add(i.symbol()));
        model.events().forEach(e -> e.assignments().forEach(a -> changed.add(a.variable())));
        for (Rule rule : model.rules()) {
            switch (rule) {
                case AssignmentRule assignment -> changed.add(assignment.variable());
                case RateRule rate -> changed.add(rate.variable());
                case AlgebraicRule _ -> {}
            }
        }
        return changed.contains(id);
    }

    private Event event(Event event) {
        UnitInference inference = inference(event);
        return new Event(
                event.id(),
                event.name(),
                inference.measure(event.trigger()).expression(),
                event.delay().map(d -> inference.in(d, units.time(), "the delay")),
                event.priority().map(p -> inference.measure(p).expression()),
                event.useValuesFromTriggerTime(),
                event.initialTrigger(),
                event.persistent(),
                event.assignments().stream()
                        .map(a -> new EventAssignment(
                                a.variable(), inference(a).in(a.value(), units.of(a.variable()), "the value")))
                        .toList());
    }

    private Constraint constraint(Constraint constraint) {
        return new Constraint(
                inference(constraint).measure(constraint.condition()).expression(), constraint.message());
    }
}
