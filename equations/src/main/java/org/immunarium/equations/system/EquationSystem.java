package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.equations.expression.DistributionFamily;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;

/// A model as equations: what is integrated, what is held, what is defined by formulas, and what
/// happens at events.
///
/// Every symbol of a formula is one of
/// - a *state*, which changes continuously: y' = rate, or 0 = residual for an algebraic one;
/// - a *parameter*, which is held between events. Besides the model's own there are generated ones,
///   which whoever runs the system fills: `delay:k` (a delayed value), `draw:k` (a random draw),
///   `when:k` (a condition on time alone, held during a step), `value:k` (what an event assigns),
///   `infusion:X` and `concentration-infusion:X` (rates of administration into X), `fast:` and `slow:`
///   (the factors of fast reactions and of everything else);
/// - a *definition*, an expression over the others.
///
/// A species that reactions change, or whose compartment changes, is held as its amount: `amount:S`
/// where the symbol S means a concentration. `amount:S` and `concentration:S` are defined for every
/// species.
///
/// Function calls are inlined, local parameters are `reaction.parameter`, `rateOf` is the
/// definition `rate:X`.
///
/// For exact stochastic simulation ([#stochastic]) reactions change nothing continuously: what they
/// alone change is a parameter, and the state `hazard:` collects the rates of all of them.
///
/// @param model       what was lowered
/// @param quantities  all that has a value and an id, in the model's order
/// @param states      what changes continuously
/// @param parameters  what is held, generated parameters included
/// @param definitions formulas, each using only earlier ones
/// @param smooth      the same definitions with conditions on time alone replaced by `when:k`: what
///                    the right-hand side uses, so that it has no jump within a step that ends
///                    where such a condition changes
/// @param start       how everything begins
/// @param events      the model's events
/// @param delays      delayed values
/// @param draws       random draws
/// @param switches    conditions on time alone that the right-hand side uses
/// @param timed       times at which triggers can change, where these follow from parameters alone
/// @param crossings   differences whose change of sign can change a trigger
/// @param reactions   reactions as propensity and change, for exact stochastic simulation
/// @param constraints conditions under which the model is valid
public record EquationSystem(
        Model model,
        List<ModelQuantity> quantities,
        List<State> states,
        List<String> parameters,
        Map<String, Expression> definitions,
        Map<String, Expression> smooth,
        Start start,
        List<EventEquations> events,
        List<DelayTerm> delays,
        List<DrawTerm> draws,
        List<Switch> switches,
        List<Expression> timed,
        List<Expression> crossings,
        List<ReactionEquation> reactions,
        List<ConstraintEquation> constraints) {

    /// Lowers a model.
    ///
    /// @throws org.immunarium.units.InvalidInputException naming everything that is wrong with the
    ///                                                    model
    public static EquationSystem of(Model model) {
        return of(model, Set.of());
    }

    /// Lowers a model whose reactions happen one by one, by chance.
    ///
    /// @throws org.immunarium.units.InvalidInputException naming everything that is wrong with the
    ///                                                    model, or that has no meaning for it: fast
    ///                                                    reactions, delayed values, `rateOf` what
    ///                                                    reactions change
    public static EquationSystem stochastic(Model model) {
        return new Lowering(model, Set.of(), true).lower();
    }

    /// Lowers a model some of whose quantities receive infusions.
    ///
    /// @param infused ids of species, compartments or parameters; each gets the parameter
    ///                `infusion:id`, a rate in amount (of a species) or in its own unit per unit of
    ///                time; a species in a compartment with a size also `concentration-infusion:id`,
    ///                a rate in concentration per unit of time
    /// @throws org.immunarium.units.InvalidInputException naming everything that is wrong with the
    ///                                                    model
    public static EquationSystem of(Model model, Set<String> infused) {
        return new Lowering(model, infused, false).lower();
    }

    /// What changes when an amount `value:0` (of a species; of anything else, in its own unit) is
    /// added to a quantity.
    ///
    /// @throws IllegalArgumentException if the model has no such quantity, or a rule determines it
    public Update dose(String target) {
        return dose(target, Measure.AMOUNT);
    }

    /// What changes when `value:0` is added to a quantity: to a species an amount or a concentration,
    /// in the compartment as large as it is then; to anything else a value in its own unit.
    ///
    /// @throws IllegalArgumentException if the model has no such quantity, or a rule determines it, or
    ///                                  it has no concentration
    public Update dose(String target, Measure measure) {
        boolean byAmount = holds(Names.amount(target));
        if (!byAmount && !holds(target)) {
            throw new IllegalArgumentException("\"" + target + "\" cannot be dosed: a rule determines it, or the"
                    + " model has nothing of that id");
        }
        String place = byAmount ? Names.amount(target) : target;
        Expression value = Names.symbol(Names.value(0));
        for (ModelQuantity q : quantities) {
            if (q.id().equals(target) && q.kind() == ModelQuantity.Kind.SPECIES) {
                Expression size = Names.symbol(q.compartment().orElseThrow());
                boolean holdsAmount = byAmount || q.amount();
                if (holdsAmount && measure == Measure.CONCENTRATION) {
                    if (q.amount() && Names.symbol(target).equals(definitions.get(Names.concentration(target)))) {
                        throw new IllegalArgumentException(
                                "\"" + target + "\" has no concentration: its compartment is a point");
                    }
                    value = LinearForm.multiply(value, size);
                } else if (!holdsAmount && measure == Measure.AMOUNT) {
                    value = LinearForm.divide(value, size);
                }
            }
        }
        return new Update(place, LinearForm.add(Names.symbol(place), value));
    }

    /// The symbols that an expression depends on, definitions followed and included.
    public Set<String> dependencies(Expression expression) {
        return Dependencies.closure(expression, definitions);
    }

    /// Whether an expression keeps its value between events: it depends neither on states nor on
    /// time or the past.
    public boolean isSteady(Expression expression) {
        Set<String> moving = new HashSet<>();
        states.forEach(s -> moving.add(s.symbol()));
        delays.forEach(d -> moving.add(d.slot()));
        List<Expression> parts = new ArrayList<>(List.of(expression));
        for (String name : dependencies(expression)) {
            Expression definition = definitions.get(name);
            if (definition != null) {
                parts.add(definition);
            }
        }
        return parts.stream()
                .noneMatch(part ->
                        LinearForm.contains(part, e -> e instanceof Expression.Time || Assembly.isSymbolIn(e, moving)));
    }

    /// The times at which each event's trigger changes, where it depends on time alone and these are
    /// numbers in it; else empty.
    public List<Set<Double>> timesOfTriggers() {
        Set<String> symbols = states.stream().map(State::symbol).collect(Collectors.toSet());
        Conditions conditions = new Conditions(definitions, symbols);
        return events.stream().map(event -> conditions.timesOf(event.trigger())).toList();
    }

    /// Every symbol that a formula names.
    public Set<String> named() {
        List<Expression> formulas = new ArrayList<>(definitions.values());
        formulas.addAll(start.definitions().values());
        states.forEach(state -> formulas.add(state.equation()));
        for (EventEquations event : events) {
            formulas.add(event.trigger());
            event.delay().ifPresent(formulas::add);
            event.priority().ifPresent(formulas::add);
            formulas.addAll(event.values());
            event.updates().forEach(update -> formulas.add(update.value()));
        }
        delays.forEach(delay -> formulas.addAll(List.of(delay.value(), delay.lag())));
        draws.forEach(draw -> formulas.addAll(draw.arguments()));
        constraints.forEach(constraint -> formulas.add(constraint.condition()));
        Set<String> named = new HashSet<>();
        formulas.forEach(formula -> named.addAll(Dependencies.symbols(formula)));
        return named;
    }

    private boolean holds(String symbol) {
        return parameters.contains(symbol) || isState(symbol);
    }

    /// Whether a quantity changes continuously by an equation of its own: it is a state, or its amount is.
    public boolean changesContinuously(String quantity) {
        return isState(quantity) || isState(Names.amount(quantity));
    }

    private boolean isState(String symbol) {
        return states.stream().anyMatch(s -> s.symbol().equals(symbol));
    }

    /// A state.
    ///
    /// @param symbol    its symbol in formulas
    /// @param equation  its rate of change, or the residual that is zero where it is algebraic
    /// @param algebraic whether it is determined by `equation` = 0
    public record State(String symbol, Expression equation, boolean algebraic) {}

    /// How states and parameters begin.
    ///
    /// @param given       declared values by quantity id, NaN where there is none; `given:id` in
    ///                    formulas
    /// @param definitions the initial value of every state, parameter and definition, each using
    ///                    only earlier ones
    /// @param past        the value of each delay's expression at a time before the start: initial
    ///                    assignments and rules as they were then, everything else as at the start
    ///                    and at rest
    /// @param forms       for each quantity, the definitions that change when it is set to a value
    ///                    of the user's
    public record Start(
            LinkedHashMap<String, Double> given,
            Map<String, Expression> definitions,
            Map<String, Map<String, Expression>> forms,
            List<Expression> past) {

        /// The initial values when the given quantities are set to values of the user's, `given:id`.
        ///
        /// @throws IllegalArgumentException if a quantity cannot be set since a rule determines it,
        ///                                  or is not known
        public Map<String, Expression> definitions(Set<String> set) {
            Map<String, Expression> result = new LinkedHashMap<>(definitions);
            for (String id : set) {
                Map<String, Expression> form = forms.get(id);
                if (form == null) {
                    throw new IllegalArgumentException("\"" + id + "\" cannot be set: a rule determines it, or the"
                            + " model has nothing of that id");
                }
                result.putAll(form);
            }
            Dependencies.Order order = Dependencies.order(result);
            return order.definitions();
        }
    }

    /// An event.
    ///
    /// @param values  what its assignments evaluate to, in order: `value:0`, `value:1`, …
    /// @param updates the states and parameters that change when the values are in place
    public record EventEquations(
            String id,
            String name,
            Expression trigger,
            Optional<Expression> delay,
            Optional<Expression> priority,
            boolean useValuesFromTriggerTime,
            boolean initialTrigger,
            boolean persistent,
            List<String> variables,
            List<Expression> values,
            List<Update> updates) {}

    /// A state or parameter and its new value.
    public record Update(String symbol, Expression value) {}

    /// `slot` holds the value that `value` had `lag` before now.
    public record DelayTerm(String slot, Expression value, Expression lag) {}

    /// `slot` holds a random draw.
    public record DrawTerm(String slot, DistributionFamily distribution, List<Expression> arguments) {}

    /// `slot` is 1 while `condition` holds, else 0; it changes only where time passes `threshold`.
    public record Switch(String slot, Expression condition, Expression threshold) {}

    /// A condition under which the model is valid.
    ///
    /// @param message   what it means that it does not hold; may be empty
    /// @param crossings differences whose change of sign can change it, while states and time move on
    /// @param times     the times at which those of them change that depend on time alone, where these
    ///                  follow from parameters
    public record ConstraintEquation(
            Expression condition, String message, List<Expression> crossings, List<Expression> times) {

        /// Whether nothing but time and what is held between events decides on it, and its times are
        /// known.
        public boolean isTimed() {
            return times.size() == crossings.size();
        }
    }

    /// A reaction as a chance process.
    ///
    /// @param id      its id, whose symbol is its rate in extent per time
    /// @param fast    whether it is taken to be in equilibrium
    /// @param changes what one extent of it adds to each state or parameter that holds an amount
    public record ReactionEquation(String id, boolean fast, List<Update> changes) {}
}
