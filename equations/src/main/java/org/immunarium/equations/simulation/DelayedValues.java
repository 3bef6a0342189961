package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.immunarium.numerics.ode.Lane;

/// The delayed values of one run: looks up the past, and knows when jumps of the past come back.
final class DelayedValues {

    /// Jumps in derivatives higher than this do not hurt the accuracy of a step.
    private static final int HIGHEST_ORDER_OF_JUMPS = 4;

    private final ModelRun run;
    private final Programs programs;
    private final int states;
    private final History history;
    private final double[] lags;
    /// Whether a delayed value needs itself, ever further back.
    private final boolean endless;
    private final List<Jump> jumps = new ArrayList<>();
    private final double[] clock = new double[1];
    private final double[] one = new double[1];
    private final double[] node;
    /// The given values, which the time before the start depends on.
    private double[] given = new double[0];

    private double longestStep = Double.POSITIVE_INFINITY;

    /// The solution jumps in its `order`-th derivative at a time.
    private record Jump(double time, double order) {}

    DelayedValues(ModelRun run, Programs programs) {
        this.run = run;
        this.programs = programs;
        states = programs.layout.states;
        history = new History(states);
        lags = new double[programs.delays.length];
        endless = IntStream.range(0, lags.length).anyMatch(k -> needed(k).contains(k));
        node = new double[isAny() ? states : 0];
    }

    /// The delays that the value of one needs, and those that these need.
    private Set<Integer> needed(int delay) {
        Set<Integer> needed = new TreeSet<>();
        List<Integer> open = new ArrayList<>(List.of(delay));
        while (!open.isEmpty()) {
            for (int next : programs.delays[open.removeLast()].needs()) {
                if (needed.add(next)) {
                    open.add(next);
                }
            }
        }
        return needed;
    }

    /// Whether the model has delayed values.
    boolean isAny() {
        return lags.length > 0;
    }

    /// Takes the initial values as those at the start.
    ///
    /// @param inputs given values, then draws
    void begin(double[] inputs) {
        given = inputs;
        if (isAny()) {
            jumps.add(new Jump(run.time, 0));
            history.add(Double.NEGATIVE_INFINITY, run.time, run.y.clone(), run.p.clone());
        }
    }

    /// The longest step that does not reach past a delay; infinite where there is none.
    double longestStep() {
        return longestStep;
    }

    /// Remembers a step of a lane up to `to`.
    void remember(Lane lane, double to) {
        double from = Math.max(lane.stepStart(), history.end());
        if (!isAny() || !(to > from)) {
            return;
        }
        double[] nodes = new double[History.NODES.length * states];
        for (int k = 0; k < History.NODES.length; k++) {
            lane.interpolate(k == History.NODES.length - 1 ? to : from + History.NODES[k] * (to - from), node);
            System.arraycopy(node, 0, nodes, k * states, states);
        }
        history.add(from, to, nodes, run.p.clone());
    }

    /// The next time at which a jump comes back through a delay, or at which a delay would reach
    /// into the next step.
    double nextEcho() {
        double time = run.time;
        lags(time, run.y, run.p);
        longestStep = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        double reach = endless ? Double.POSITIVE_INFINITY : 0;
        for (int k = 0; k < lags.length; k++) {
            if (programs.delays[k].steady() && lags[k] > 0) {
                longestStep = Math.min(longestStep, lags[k]);
                for (Jump jump : jumps) {
                    double echo = jump.time + lags[k];
                    if (echo > ModelRun.after(time)) {
                        next = Math.min(next, echo);
                    }
                }
                reach += lags[k];
            } else {
                reach = Double.POSITIVE_INFINITY;
            }
        }
        double oldest = time - reach;
        history.forget(oldest);
        jumps.removeIf(jump -> jump.time < oldest);
        return next;
    }

    /// Remembers that the solution jumps now, or that a jump comes back.
    void rememberJumps(boolean changed) {
        double time = run.time;
        double order = changed ? 0 : Double.POSITIVE_INFINITY;
        for (int k = 0; k < lags.length && order > 0; k++) {
            for (Jump jump : jumps) {
                if (Math.abs(jump.time + lags[k] - time) <= 4 * Math.ulp(time)) {
                    order = Math.min(order, jump.order + 1);
                }
            }
        }
        if (order <= HIGHEST_ORDER_OF_JUMPS) {
            jumps.add(new Jump(time, order));
        }
    }

    private void lags(double t, double[] state, double[] parameters) {
        clock[0] = t;
        programs.delayLags.evaluate(clock, state, parameters, lags);
    }

    /// Sets the slots of delayed values as they are at `t` with this state now.
    ///
    /// @param left whether the past is wanted as it was just before, where it jumped
    void fill(double t, double[] state, boolean left) {
        for (int k : programs.layout.delayOrder) {
            run.p[programs.delays[k].slot()] = delayed(k, t, state, run.p, left);
        }
    }

    private double delayed(int k, double t, double[] state, double[] parameters, boolean left) {
        lags(t, state, parameters);
        double lag = Math.max(lags[k], 0);
        double then = t - lag;
        double[] stateThen = state;
        double[] parametersThen = parameters;
        double known = history.end();
        if (lag > 0) {
            if (history.beforeStart(then)) {
                clock[0] = then;
                programs.delays[k].before().evaluate(clock, state, given, one);
                return one[0];
            }
            stateThen = new double[states];
            parametersThen = history.at(Math.min(then, known), left, stateThen).clone();
            if (then > known) {
                // The lag reaches into the step that is being made, which is taken to be straight.
                double fraction = (then - known) / (t - known);
                for (int i = 0; i < stateThen.length; i++) {
                    stateThen[i] += fraction * (state[i] - stateThen[i]);
                }
            }
            for (int j : programs.delays[k].needs()) {
                parametersThen[programs.delays[j].slot()] = delayed(j, then, stateThen, parametersThen, left);
            }
        }
        clock[0] = then;
        programs.delays[k].value().evaluate(clock, stateThen, parametersThen, one);
        return one[0];
    }
}
