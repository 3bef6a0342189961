package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.negate;
import static org.immunarium.equations.system.Names.symbol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Apply;
import org.immunarium.equations.expression.Expression.Constant;
import org.immunarium.equations.expression.Expression.Delay;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.expression.Operator;
import org.immunarium.equations.system.EquationSystem.ConstraintEquation;
import org.immunarium.equations.system.EquationSystem.DelayTerm;
import org.immunarium.equations.system.EquationSystem.DrawTerm;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.Start;
import org.immunarium.equations.system.EquationSystem.State;
import org.immunarium.units.Quantity;

/// The last part of lowering: delays become slots, definitions are put in order, symbols are
/// checked, conditions on time are found.
final class Assembly {

    private final Lowering lowering;
    private final EventLowering events;
    private final List<DelayTerm> delays = new ArrayList<>();
    private final Map<Delay, String> slots = new LinkedHashMap<>();
    private final List<Expression> past = new ArrayList<>();
    private final Past before;

    Assembly(Lowering lowering, EventLowering events) {
        this.lowering = lowering;
        this.events = events;
        before = new Past(lowering);
    }

    EquationSystem assemble(List<State> rates) {
        Map<String, Expression> start = order(before.startDefinitions(), "initial value");
        Map<String, Expression> pure = new LinkedHashMap<>();
        lowering.definitions.forEach((name, value) -> pure.put(name, pure(value)));
        Map<String, Expression> definitions = order(pure, "definition");
        List<State> states = new ArrayList<>();
        for (State s : rates) {
            states.add(new State(s.symbol(), pure(s.equation()), s.algebraic()));
        }
        List<EventEquations> occurrences = new ArrayList<>();
        for (EventEquations e : events.events) {
            occurrences.add(new EventEquations(
                    e.id(),
                    e.name(),
                    pure(e.trigger()),
                    e.delay().map(this::pure),
                    e.priority().map(this::pure),
                    e.useValuesFromTriggerTime(),
                    e.initialTrigger(),
                    e.persistent(),
                    e.variables(),
                    e.values().stream().map(this::pure).toList(),
                    events.updates(e.variables(), definitions)));
        }
        List<Expression> valid = lowering.constraints.stream().map(this::pure).toList();
        List<DrawTerm> draws = lowering.draws.stream()
                .map(d -> new DrawTerm(
                        d.slot(),
                        d.distribution(),
                        d.arguments().stream().map(this::pure).toList()))
                .toList();
        if (!lowering.fastRates.isEmpty()) {
            lowering.generated.add(Names.FAST);
            lowering.generated.add(Names.SLOW);
        }
        Set<String> stateSymbols = new HashSet<>();
        states.forEach(s -> stateSymbols.add(s.symbol()));
        Conditions conditions = new Conditions(definitions, stateSymbols);
        Map<String, Expression> smooth = new LinkedHashMap<>();
        definitions.forEach((name, value) -> smooth.put(name, conditions.smooth(value)));
        List<State> smoothStates = states.stream()
                .map(s -> new State(s.symbol(), conditions.smooth(s.equation()), s.algebraic()))
                .toList();
        occurrences.forEach(e -> conditions.trigger(e.trigger()));

        List<String> parameters = new ArrayList<>();
        lowering.stored.stream().filter(s -> !stateSymbols.contains(s)).forEach(parameters::add);
        parameters.addAll(lowering.generated);
        conditions.switches.forEach(s -> parameters.add(s.slot()));
        checkSymbols(definitions, states, occurrences, valid, start, stateSymbols, new HashSet<>(parameters));
        lowering.declared.check();
        return new EquationSystem(
                lowering.declared.model,
                lowering.quantities,
                smoothStates,
                parameters,
                definitions,
                smooth,
                new Start(lowering.given, start, lowering.forms, past),
                occurrences,
                delays,
                draws,
                conditions.switches,
                conditions.timed,
                conditions.crossings,
                lowering.reactions,
                constraints(valid, conditions));
    }

    private List<ConstraintEquation> constraints(List<Expression> valid, Conditions conditions) {
        List<ConstraintEquation> constraints = new ArrayList<>();
        for (int k = 0; k < valid.size(); k++) {
            String message = lowering.declared.model.constraints().get(k).message();
            constraints.add(new ConstraintEquation(
                    valid.get(k),
                    message,
                    conditions.crossingsOf(valid.get(k)),
                    conditions.thresholdsOf(valid.get(k))));
        }
        return constraints;
    }

    private Map<String, Expression> order(Map<String, Expression> unordered, String what) {
        Dependencies.Order order = Dependencies.order(unordered);
        for (List<String> circle : order.circles()) {
            lowering.declared.problem(
                    what + (circle.size() == 1 ? "" : "s") + " of \"" + String.join("\", \"", circle) + "\"",
                    circle.size() == 1 ? "depends on itself" : "depend on each other in a circle");
        }
        if (!order.circles().isEmpty()) {
            lowering.declared.check();
        }
        return order.definitions();
    }

    /// Delayed values become slots, the same slot for the same delay.
    private Expression pure(Expression expression) {
        if (!LinearForm.contains(expression, e -> e instanceof Delay)) {
            return expression;
        }
        // Slots are made from the original delay, whose inner delays are not slots yet, for the time before the start.
        if (expression instanceof Delay delay) {
            return delayed(new Delay(pure(delay.value()), pure(delay.lag())), delay);
        }
        return Rewriting.withChildren(expression, this::pure);
    }

    private Expression delayed(Delay delay, Delay original) {
        if (LinearForm.isZero(delay.lag())) {
            return delay.value();
        }
        if (lowering.chance) {
            lowering.declared.problem("delay", "is not supported where reactions happen one by one (stochastic)");
        }
        if (delay.lag() instanceof Constant(double lag, var unit) && lag < 0) {
            lowering.declared.problem("delay", "has the lag " + Quantity.number(lag) + "; zero or more was expected");
        }
        String slot = slots.get(delay);
        if (slot == null) {
            slot = Names.delay(delays.size());
            slots.put(delay, slot);
            lowering.generated.add(slot);
            delays.add(new DelayTerm(slot, delay.value(), delay.lag()));
            past.add(before.at(original.value()));
        }
        return symbol(slot);
    }

    private void checkSymbols(
            Map<String, Expression> definitions,
            List<State> states,
            List<EventEquations> occurrences,
            List<Expression> valid,
            Map<String, Expression> start,
            Set<String> stateSymbols,
            Set<String> parameters) {
        Set<String> known = new HashSet<>(definitions.keySet());
        known.addAll(stateSymbols);
        known.addAll(parameters);
        definitions.forEach((name, value) -> check(value, "formula of \"" + Names.plain(name) + "\"", known));
        states.forEach(s -> check(s.equation(), "rate of \"" + Names.plain(s.symbol()) + "\"", known));
        for (int i = 0; i < occurrences.size(); i++) {
            EventEquations e = occurrences.get(i);
            String label = e.id().isEmpty() ? "event " + (i + 1) : "event \"" + e.id() + "\"";
            check(e.trigger(), label, known);
            e.delay().ifPresent(x -> check(x, label, known));
            e.priority().ifPresent(x -> check(x, label, known));
            e.values().forEach(x -> check(x, label, known));
        }
        for (int k = 0; k < valid.size(); k++) {
            check(valid.get(k), "constraint " + (k + 1), known);
        }
        known.addAll(start.keySet());
        lowering.given.keySet().forEach(id -> known.add(Names.given(id)));
        start.forEach((name, value) -> check(value, "initial value of \"" + Names.plain(name) + "\"", known));
    }

    private void check(Expression expression, String element, Set<String> known) {
        for (String symbol : Dependencies.symbols(expression)) {
            if (!known.contains(symbol)) {
                lowering.declared.problem(element, "unknown symbol \"" + symbol + "\"");
            }
        }
    }

    /// `a - b`, for a comparison.
    static Expression difference(Expression a, Expression b) {
        return LinearForm.isZero(b) ? a : LinearForm.isZero(a) ? negate(b) : new Apply(Operator.SUBTRACT, a, b);
    }

    static boolean isSymbolIn(Expression e, Set<String> names) {
        return e instanceof Symbol(String name) && names.contains(name);
    }
}
