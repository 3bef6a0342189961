package org.immunarium.benchmarks.cvode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.compile.CSource;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Evaluator;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.EventEquations;
import org.immunarium.equations.system.Names;

/// A model as C, and its initial values for any patient.
///
/// It may have events whose triggers depend on states; nothing in it may depend on time, on the past or on chance.
public final class ModelInC {

    private final EquationSystem equations;
    private final Scope scope;
    private final int states;
    private final int parameters;

    /// @throws UnsupportedOperationException naming what in the model cannot be done
    public ModelInC(EquationSystem equations) {
        this.equations = equations;
        states = equations.states().size();
        parameters = equations.parameters().size();
        if (!equations.switches().isEmpty()
                || !equations.timed().isEmpty()
                || !equations.delays().isEmpty()
                || !equations.draws().isEmpty()
                || equations.events().size() != equations.crossings().size()) {
            throw new UnsupportedOperationException("conditions on time, delays, draws, triggers with several parts");
        }
        Scope.Builder names = Scope.builder();
        for (int i = 0; i < states; i++) {
            names.state(equations.states().get(i).symbol(), i);
        }
        for (int j = 0; j < parameters; j++) {
            names.parameter(equations.parameters().get(j), j);
        }
        equations.definitions().forEach(names::definition);
        scope = names.build();
    }

    /// The source of derivatives, Jacobian and events.
    public String source() {
        List<Expression> rates =
                equations.states().stream().map(EquationSystem.State::equation).toList();
        Equations derivatives = new Equations(scope, rates);
        Equations roots = new Equations(scope, equations.crossings());
        List<CSource.Event> events =
                equations.events().stream().map(this::event).toList();
        return CSource.model(derivatives, derivatives.jacobian(states), parameters, roots, events);
    }

    private CSource.Event event(EventEquations event) {
        Scope.Builder names = scope.toBuilder();
        for (int k = 0; k < event.values().size(); k++) {
            names.definition(Names.value(k), event.values().get(k));
        }
        List<CSource.Target> targets = new ArrayList<>();
        for (EquationSystem.Update update : event.updates()) {
            int state = stateOf(update.symbol());
            targets.add(
                    state >= 0
                            ? new CSource.Target(true, state)
                            : new CSource.Target(false, equations.parameters().indexOf(update.symbol())));
        }
        List<Expression> values =
                event.updates().stream().map(EquationSystem.Update::value).toList();
        return new CSource.Event(targets, new Equations(names.build(), values));
    }

    private int stateOf(String symbol) {
        for (int i = 0; i < states; i++) {
            if (equations.states().get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        return -1;
    }

    /// The place of a parameter in its column.
    public int parameter(String symbol) {
        return equations.parameters().indexOf(symbol);
    }

    /// How a patient begins.
    public record Beginning(double[] state, double[] parameter) {}

    /// The initial state and parameters.
    ///
    /// @param set a patient's own values, by id
    public Beginning beginning(Map<String, Double> set) {
        Scope.Builder names = Scope.builder();
        equations.start().given().forEach((id, value) -> names.constant(Names.given(id), set.getOrDefault(id, value)));
        Map<String, Expression> definitions = equations.start().definitions(set.keySet());
        definitions.forEach(names::definition);
        Evaluator evaluator = new Evaluator(names.build());
        Map<String, Double> initial = new LinkedHashMap<>();
        for (String symbol : definitions.keySet()) {
            initial.put(symbol, evaluator.evaluate(new Expression.Symbol(symbol), 0, new double[0], new double[0]));
        }
        double[] state = new double[states];
        for (int i = 0; i < states; i++) {
            state[i] = initial.getOrDefault(equations.states().get(i).symbol(), Double.NaN);
        }
        double[] parameter = new double[parameters];
        for (int j = 0; j < parameters; j++) {
            parameter[j] = initial.getOrDefault(equations.parameters().get(j), 0.0);
        }
        return new Beginning(state, parameter);
    }
}
