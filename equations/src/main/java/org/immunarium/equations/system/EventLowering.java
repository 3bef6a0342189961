package org.immunarium.equations.system;

import static org.immunarium.equations.system.LinearForm.divide;
import static org.immunarium.equations.system.LinearForm.multiply;
import static org.immunarium.equations.system.Names.symbol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.EquationSystem.Update;

/// What events do to stored symbols.
///
/// An assignment gives a symbol its new value; what is stored follows from it. A concentration that
/// is assigned becomes an amount in the compartment as it was before the event, since all
/// assignments of an event are made at once; a compartment that changes its size at an event leaves
/// the amounts in it alone, whether they are stored as amounts or as concentrations.
final class EventLowering {

    private final Lowering lowering;
    final List<EventEquations> events = new ArrayList<>();

    EventLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    void read() {
        int number = 0;
        for (Model.Event event : lowering.declared.model.events()) {
            number++;
            String label = event.id().isEmpty() ? "event " + number : "event \"" + event.id() + "\"";
            List<String> variables = new ArrayList<>();
            List<Expression> values = new ArrayList<>();
            for (Model.EventAssignment assignment : event.assignments()) {
                if (known(assignment.variable(), label)) {
                    lowering.generated.add(Names.value(variables.size()));
                    variables.add(assignment.variable());
                    values.add(expression(assignment.value()));
                }
            }
            events.add(new EventEquations(
                    event.id(),
                    event.name(),
                    expression(event.trigger()),
                    event.delay().map(this::expression),
                    event.priority().map(this::expression),
                    event.useValuesFromTriggerTime(),
                    event.initialTrigger(),
                    event.persistent(),
                    variables,
                    values,
                    List.of()));
        }
    }

    private Expression expression(Expression e) {
        return lowering.base(lowering.declared.inline(e));
    }

    private boolean known(String variable, String label) {
        if (lowering.declared.assigned.containsKey(variable)) {
            lowering.declared.problem(label, "assigns \"" + variable + "\", which an assignment rule determines");
            return false;
        }
        if (!lowering.stored.contains(variable)
                && !lowering.ramps.has(variable)
                && !lowering.stored.contains(Names.amount(variable))) {
            lowering.declared.problem(label, "assigns \"" + variable + "\", which the model does not have");
            return false;
        }
        return true;
    }

    /// What changes when `variables` take the values `value:0`, `value:1`, …
    ///
    /// @param definitions in order
    List<Update> updates(List<String> variables, Map<String, Expression> definitions) {
        Map<String, Expression> after = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            after.put(variables.get(i), symbol(Names.value(i)));
        }
        Map<String, Expression> assigned = Map.copyOf(after);
        definitions.forEach((name, value) -> {
            if (!assigned.containsKey(name)) {
                Expression changed = Rewriting.substitute(value, after);
                if (changed != value) {
                    after.put(name, changed);
                }
            }
        });
        List<Update> updates = new ArrayList<>();
        for (String variable : variables) {
            Expression value = assigned.getOrDefault(variable, symbol(variable));
            if (lowering.ramps.has(variable)) {
                updates.add(new Update(Names.base(variable), value));
                updates.add(new Update(Names.since(variable), new Expression.Time()));
            } else if (lowering.stored.contains(variable)) {
                updates.add(new Update(variable, inNewSize(variable, value, after)));
            } else if (lowering.stored.contains(Names.amount(variable))) {
                String size = lowering.declared.compartmentOf(variable);
                updates.add(new Update(Names.amount(variable), multiply(value, symbol(size))));
            }
        }
        for (Model.Species s : lowering.declared.species.values()) {
            boolean concentration = lowering.stored.contains(s.id()) && !lowering.declared.meansAmount(s);
            Expression size = after.get(s.compartment());
            if (concentration && size != null && !assigned.containsKey(s.id())) {
                updates.add(new Update(s.id(), inNewSize(s.id(), symbol(s.id()), after)));
            }
        }
        return updates;
    }

    /// A stored concentration after its compartment has changed its size around an amount that stays.
    private Expression inNewSize(String variable, Expression value, Map<String, Expression> after) {
        Model.Species s = lowering.declared.species.get(variable);
        Expression size = s == null || lowering.declared.meansAmount(s) ? null : after.get(s.compartment());
        return s == null || size == null ? value : divide(multiply(value, symbol(s.compartment())), size);
    }
}
