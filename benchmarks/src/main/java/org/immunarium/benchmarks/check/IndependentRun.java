package org.immunarium.benchmarks.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.immunarium.equations.compile.Evaluator;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;

/// A run of a model by Hipparchus' DOP853 over interpreted equations.
///
/// It shares with our own runs how a model is lowered to equations, and nothing after that: no compiled code, no
/// solver, no event location. Conditions and events may depend on time alone: it stops at each time where one can
/// change, and computes on either side with the condition as it is inside the piece.
final class IndependentRun {

    private final EquationSystem equations;
    private final Scope scope;
    private final Evaluator evaluator;
    private final double[] parameter;
    private double[] state;
    private double time;
    private final boolean[] held;
    private final DormandPrince853Integrator integrator;
    private int evaluations;

    /// @param relative relative tolerance
    /// @param absolute absolute tolerance of each state
    /// @throws UnsupportedOperationException naming what in the model this check cannot do
    IndependentRun(EquationSystem equations, double end, double relative, double[] absolute) {
        this.equations = equations;
        if (!equations.delays().isEmpty()
                || !equations.draws().isEmpty()
                || !equations.crossings().isEmpty()) {
            throw new UnsupportedOperationException("delays, draws and triggers that depend on states");
        }
        if (equations.states().stream().anyMatch(EquationSystem.State::algebraic)) {
            throw new UnsupportedOperationException("algebraic rules");
        }
        state = new double[equations.states().size()];
        parameter = new double[equations.parameters().size()];
        Scope.Builder names = Scope.builder();
        for (int i = 0; i < state.length; i++) {
            names.state(equations.states().get(i).symbol(), i);
        }
        for (int j = 0; j < parameter.length; j++) {
            names.parameter(equations.parameters().get(j), j);
        }
        equations.definitions().forEach(names::definition);
        scope = names.build();
        evaluator = new Evaluator(scope);
        begin();
        held = new boolean[equations.events().size()];
        for (int k = 0; k < held.length; k++) {
            held[k] = equations.events().get(k).initialTrigger();
        }
        integrator = new DormandPrince853Integrator(0, end, absolute, relativeEach(relative));
        fireEvents(0);
    }

    private double[] relativeEach(double relative) {
        double[] each = new double[state.length];
        Arrays.fill(each, relative);
        return each;
    }

    private void begin() {
        Scope.Builder scope = Scope.builder();
        equations.start().given().forEach((id, value) -> scope.constant(Names.given(id), value));
        equations.start().definitions().forEach(scope::definition);
        Evaluator start = new Evaluator(scope.build());
        Map<String, Double> initial = new LinkedHashMap<>();
        for (String name : equations.start().definitions().keySet()) {
            initial.put(name, start.evaluate(new Expression.Symbol(name), 0, new double[0], new double[0]));
        }
        for (int i = 0; i < state.length; i++) {
            state[i] = initial.getOrDefault(equations.states().get(i).symbol(), Double.NaN);
        }
        for (int j = 0; j < parameter.length; j++) {
            parameter[j] = initial.getOrDefault(equations.parameters().get(j), 0.0);
        }
    }

    /// The value of a symbol now.
    double value(String symbol) {
        return evaluate(new Expression.Symbol(symbol), time, state);
    }

    /// The states at each time by CVODE, `[time * states + state]`; from a run that has not advanced.
    ///
    /// @throws UnsupportedOperationException naming what is missing, or what in the model CVODE is not given
    double[] byCvode(double[] times, double relative, double[] absolute) {
        return CvodeRun.states(equations, scope, state, parameter, times, relative, absolute);
    }

    /// Takes over a state at a time, as another integrator found it.
    void become(double at, double[] with) {
        time = at;
        state = with;
    }

    /// Goes on to a later time.
    ///
    /// @throws RuntimeException if that takes too many evaluations or steps out of where the equations are
    ///                          defined: the model is stiff
    void advance(double until) {
        fireEvents(Math.nextUp(time));
        for (double stop : stops(until)) {
            setSwitches(0.5 * (time + stop));
            if (state.length > 0) {
                state = integrator
                        .integrate(new Piece(time, stop), new ODEState(time, state), stop)
                        .getPrimaryState();
            }
            rememberTriggers(Math.nextDown(stop));
            time = stop;
            fireEvents(time);
            if (stop < until) {
                fireEvents(Math.nextUp(time));
            }
        }
    }

    /// Holds conditions on time alone as they are within a piece.
    private void setSwitches(double within) {
        for (EquationSystem.Switch s : equations.switches()) {
            set(s.slot(), evaluate(s.condition(), within, state) != 0 ? 1 : 0);
        }
    }

    /// The times up to `until` at which something may change, and `until` itself.
    private List<Double> stops(double until) {
        Set<Double> stops = new TreeSet<>();
        List<Expression> thresholds = new ArrayList<>(equations.timed());
        equations.switches().forEach(s -> thresholds.add(s.threshold()));
        for (Expression threshold : thresholds) {
            double at = evaluate(threshold, time, state);
            if (at > time && at < until) {
                stops.add(at);
            }
        }
        stops.add(until);
        return List.copyOf(stops);
    }

    private void rememberTriggers(double before) {
        for (int k = 0; k < held.length; k++) {
            held[k] = evaluate(equations.events().get(k).trigger(), before, state) != 0;
        }
    }

    private void fireEvents(double at) {
        for (int k = 0; k < held.length; k++) {
            EquationSystem.EventEquations event = equations.events().get(k);
            boolean now = evaluate(event.trigger(), at, state) != 0;
            boolean fires = now && !held[k];
            held[k] = now;
            if (!fires) {
                continue;
            }
            if (event.delay().isPresent()) {
                throw new UnsupportedOperationException("delayed events");
            }
            for (int a = 0; a < event.values().size(); a++) {
                set(Names.value(a), evaluate(event.values().get(a), time, state));
            }
            Map<String, Double> updated = new LinkedHashMap<>();
            for (EquationSystem.Update update : event.updates()) {
                updated.put(update.symbol(), evaluate(update.value(), time, state));
            }
            updated.forEach(this::set);
        }
    }

    private void set(String symbol, double value) {
        for (int i = 0; i < state.length; i++) {
            if (equations.states().get(i).symbol().equals(symbol)) {
                state[i] = value;
            }
        }
        int j = equations.parameters().indexOf(symbol);
        if (j >= 0) {
            parameter[j] = value;
        }
    }

    private double evaluate(Expression expression, double at, double[] with) {
        return evaluator.evaluate(expression, at, with, parameter);
    }

    /// The equations within a piece of time, its ends taken as if just inside.
    private final class Piece implements OrdinaryDifferentialEquation {

        private static final int MOST_EVALUATIONS = 30_000;

        private final double from;
        private final double to;

        Piece(double start, double end) {
            from = Math.nextUp(start);
            to = Math.nextDown(end);
        }

        @Override
        public int getDimension() {
            return state.length;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            if (++evaluations > MOST_EVALUATIONS) {
                throw new IllegalStateException("stiff: more than " + MOST_EVALUATIONS + " evaluations");
            }
            double inside = Math.clamp(t, from, to);
            double[] derivative = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                derivative[i] = evaluate(equations.states().get(i).equation(), inside, y);
            }
            return derivative;
        }
    }
}
