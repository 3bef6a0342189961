package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.simulation.Programs.EventProgram;

/// One run of a model between its steps: its values, and everything that happens at an instant.
///
/// Whoever integrates asks for [#limit], integrates no further than that, and then calls [#settle],
/// which carries out what is due: doses, events that follow from them, changes of conditions on
/// time. Within a step nothing happens unless a trigger changes, for which [#triggersChanged] can
/// be asked.
///
/// The order at one instant: infusions end, infusions begin, boluses are given; then triggers are
/// looked at, and events that are due are carried out one by one, the highest priority first,
/// equals by lot; after each, constraints hold again and triggers are looked at again.
final class Course {

    /// More events than this at one instant will not end.
    private static final int MOST_EVENTS_AT_ONCE = 100_000;
    /// Jumps in derivatives higher than this do not hurt the accuracy of a step.
    private static final int HIGHEST_ORDER_OF_JUMPS = 4;

    private final Programs programs;
    private final Chance chance;
    private final List<Action> actions;
    private final List<Updating> boluses;
    private final int[] infusionSlots;
    /// How many infusions into each target are going on.
    private final int[] running;
    private final double end;
    private final Optional<Consistency> consistency;
    final List<Occurrence> occurrences = new ArrayList<>();

    final double[] y;
    final double[] p;
    double time;
    double limit;
    boolean[] was;
    List<Pending> pending = new ArrayList<>();
    int nextAction;
    long triggerings;
    private double longestStep = Double.POSITIVE_INFINITY;
    private double[] inputs = new double[0];
    final History history;
    /// The factor of fast reactions in steps.
    final double fastness;

    private final double[] clock = new double[1];
    private boolean[] now;
    private final double[] truth;
    private final double[] times;
    private final double[] conditions;
    private final double[] one = new double[1];
    private double[] values = new double[0];
    private double[] updates = new double[0];
    private final double[] lags;
    private final List<double[]> jumps = new ArrayList<>();

    /// How a bolus changes a state or parameter.
    record Updating(Kernel kernel, int target) {}

    /// @param actions       doses in order of time
    /// @param infusionSlots parameters that hold rates of infusion
    /// @param end           where integration ends
    Course(
            Programs programs,
            Chance chance,
            List<Action> actions,
            List<Updating> boluses,
            int[] infusionSlots,
            double start,
            double end) {
        this.programs = programs;
        this.chance = chance;
        this.actions = actions;
        this.boluses = boluses;
        this.infusionSlots = infusionSlots;
        running = new int[infusionSlots.length];
        this.time = start;
        this.end = end;
        fastness = Consistency.fastness(programs.equations, end - start);
        y = new double[programs.states];
        p = new double[programs.parameters];
        int events = programs.events.length;
        was = new boolean[events];
        now = new boolean[events];
        truth = new double[events];
        times = new double
                [programs.equations.switches().size()
                        + programs.equations.timed().size()];
        conditions = new double[programs.switchSlot.length];
        lags = new double[programs.delays.length];
        history = new History(programs.states);
        consistency = Consistency.of(programs, this);
    }

    /// Sets the initial values and carries out what happens at the start.
    ///
    /// @param start the program of initial values
    /// @param given the value of each given quantity, in its order
    void begin(Programs.StartProgram start, double[] given) {
        clock[0] = time;
        inputs = Arrays.copyOf(given, given.length + programs.equations.draws().size());
        for (int k = 0; k < programs.equations.draws().size(); k++) {
            inputs[given.length + k] = draw(k, start.drawArguments().get(k), y, inputs);
        }
        double[] out = new double[start.targets().length];
        start.kernel().evaluate(clock, y, inputs, out);
        for (int k = 0; k < out.length; k++) {
            put(start.targets()[k], out[k]);
        }
        for (int k = 0; k < programs.equations.draws().size(); k++) {
            p[programs.parameter(programs.equations.draws().get(k).slot())] = inputs[given.length + k];
        }
        if (programs.fast >= 0) {
            p[programs.fast] = 1;
            p[programs.slow] = 1;
        }
        if (lags.length > 0) {
            jumps.add(new double[] {time, 0});
            history.add(Double.NEGATIVE_INFINITY, time, y.clone(), p.clone());
        }
        for (int e = 0; e < was.length; e++) {
            was[e] = programs.events[e].equations().initialTrigger();
        }
        hold(time);
        restore(time);
        settle(time);
    }

    private double draw(int k, Kernel arguments, double[] state, double[] parameters) {
        int count = programs.equations.draws().get(k).arguments().size();
        double[] values = new double[count];
        arguments.evaluate(clock, state, parameters, values);
        return chance.draw(programs.equations.draws().get(k).distribution(), values);
    }

    private void put(int place, double value) {
        if (place < programs.states) {
            y[place] = value;
        } else {
            p[place - programs.states] = value;
        }
    }

    /// A little after `t`: far enough that a comparison of sums that are equal but for rounding has
    /// changed.
    static double after(double t) {
        return t + 4 * Math.ulp(t);
    }

    /// Carries out everything that is due at `t`, with the state as it is just before, and plans ahead.
    ///
    /// @return whether anything happened that makes the equations begin anew
    boolean settle(double t) {
        time = t;
        boolean changed = false;
        while (nextAction < actions.size() && actions.get(nextAction).time() <= t) {
            act(actions.get(nextAction++));
            changed = true;
        }
        if (changed) {
            restore(t);
        }
        if (programs.events.length > 0) {
            changed |= events();
            changed |= eventsJustAfter(t);
        }
        changed |= hold(time);
        if (lags.length > 0) {
            rememberJumps(changed);
        }
        limit = nextBoundary();
        return changed;
    }

    /// The longest step that does not reach past a delay; infinite where there is none.
    double longestStep() {
        return longestStep;
    }

    /// Whether the end has been reached.
    boolean finished() {
        return time >= end;
    }

    private void act(Action action) {
        switch (action.kind()) {
            case BOLUS -> {
                Updating update = boluses.get(action.place());
                p[programs.firstValueSlot] = action.value();
                fillDelays(time, y, false);
                clock[0] = time;
                update.kernel().evaluate(clock, y, p, one);
                put(update.target(), one[0]);
            }
            default -> {
                int place = action.place();
                running[place] += action.kind() == Occurrence.Kind.INFUSION_START ? 1 : -1;
                p[infusionSlots[place]] = running[place] == 0 ? 0 : p[infusionSlots[place]] + action.value();
            }
        }
        occurrences.add(new Occurrence(action.time(), action.kind(), action.what()));
    }

    /// Events whose triggers on time change at the next representable times after `t`: a threshold
    /// that was computed may lie just before the time at which a comparison with it changes, and
    /// `time > t` holds only after `t`.
    private boolean eventsJustAfter(double t) {
        if (programs.equations.timed().isEmpty()) {
            return false;
        }
        boolean changed = false;
        double last = after(t);
        for (double moment = Math.nextUp(t); moment <= last; moment = Math.nextUp(moment)) {
            if (triggersChanged(moment, y)) {
                time = moment;
                changed |= events();
            }
        }
        return changed;
    }

    /// Whether any trigger is not what it was at the last look.
    boolean triggersChanged(double t, double[] state) {
        look(t, state);
        return !Arrays.equals(now, was);
    }

    private void look(double t, double[] state) {
        fillDelays(t, state, false);
        clock[0] = t;
        programs.triggers.evaluate(clock, state, p, truth);
        for (int e = 0; e < now.length; e++) {
            // Not a number is not true.
            now[e] = truth[e] != 0 && !Double.isNaN(truth[e]);
        }
    }

    /// Looks at the triggers and carries out what is due until nothing is.
    private boolean events() {
        boolean changed = false;
        notice();
        int count = 0;
        for (int next = nextDue(); next >= 0; next = nextDue()) {
            Pending due = pending.remove(next);
            carryOut(due);
            changed = true;
            restore(time);
            notice();
            if (++count > MOST_EVENTS_AT_ONCE) {
                throw new NumericalFailure(
                        programs.events[due.event()].equations().id(), time, "events set each other off without end");
            }
        }
        return changed;
    }

    /// Triggers that have become true start their events; those that have become false stop what is
    /// not persistent.
    private void notice() {
        look(time, y);
        for (int e = 0; e < now.length; e++) {
            if (was[e] && !now[e] && !programs.events[e].equations().persistent()) {
                int event = e;
                pending.removeIf(x -> x.event() == event);
            }
        }
        boolean[] before = was;
        was = now;
        now = before;
        for (int e = 0; e < was.length; e++) {
            if (was[e] && !before[e]) {
                trigger(e);
            }
        }
    }

    private void trigger(int e) {
        EventProgram event = programs.events[e];
        double delay = 0;
        drawAfresh(event.timingDraws());
        clock[0] = time;
        if (event.equations().delay().isPresent()) {
            event.delay().evaluate(clock, y, p, one);
            delay = one[0];
            if (!(delay >= 0)) {
                throw new NumericalFailure(
                        event.equations().id(),
                        time,
                        "the delay of the event is " + delay + "; zero or more was expected");
            }
        }
        double[] values = new double[0];
        if (event.equations().useValuesFromTriggerTime()) {
            values = evaluateValues(event).clone();
        }
        pending.add(new Pending(e, time + delay, triggerings++, values));
    }

    private double[] evaluateValues(EventProgram event) {
        int count = event.equations().values().size();
        if (values.length != count) {
            values = new double[count];
        }
        drawAfresh(event.draws());
        clock[0] = time;
        event.values().evaluate(clock, y, p, values);
        return values;
    }

    /// New random draws for those that an evaluation now uses.
    void drawAfresh(int[] used) {
        for (int k : used) {
            clock[0] = time;
            p[programs.parameter(programs.equations.draws().get(k).slot())] = draw(k, programs.drawArguments[k], y, p);
        }
    }

    /// The place in `pending` of what to carry out now, or -1.
    private int nextDue() {
        int best = -1;
        double bestPriority = Double.NaN;
        int equals = 0;
        for (int k = 0; k < pending.size(); k++) {
            if (pending.get(k).time() > time) {
                continue;
            }
            double priority = priority(pending.get(k).event());
            if (best < 0 || higher(priority, bestPriority)) {
                best = k;
                bestPriority = priority;
                equals = 1;
            } else if (priority == bestPriority) {
                equals++;
            }
        }
        if (equals > 1) {
            int chosen = chance.below(equals);
            for (int k = 0; k < pending.size(); k++) {
                if (pending.get(k).time() <= time
                        && priority(pending.get(k).event()) == bestPriority
                        && chosen-- == 0) {
                    return k;
                }
            }
        }
        return best;
    }

    /// Events without a priority come last, in the order in which they were triggered.
    private static boolean higher(double a, double b) {
        return a > b || (Double.isNaN(b) && !Double.isNaN(a));
    }

    private double priority(int e) {
        EventProgram event = programs.events[e];
        if (event.equations().priority().isEmpty()) {
            return Double.NaN;
        }
        clock[0] = time;
        event.priority().evaluate(clock, y, p, one);
        return one[0];
    }

    private void carryOut(Pending due) {
        EventProgram event = programs.events[due.event()];
        fillDelays(time, y, false);
        double[] assigned = event.equations().useValuesFromTriggerTime() ? due.values() : evaluateValues(event);
        System.arraycopy(assigned, 0, p, programs.firstValueSlot, assigned.length);
        if (updates.length != event.targets().length) {
            updates = new double[event.targets().length];
        }
        clock[0] = time;
        event.updates().evaluate(clock, y, p, updates);
        for (int k = 0; k < updates.length; k++) {
            put(event.targets()[k], updates[k]);
        }
        String name = event.equations().id().isEmpty()
                ? event.equations().name()
                : event.equations().id();
        occurrences.add(
                new Occurrence(time, Occurrence.Kind.EVENT, name.isEmpty() ? "event " + (due.event() + 1) : name));
    }

    /// Makes constraints hold again after values were changed.
    void restore(double t) {
        fillDelays(t, y, false);
        consistency.ifPresent(c -> c.restore(t));
    }

    /// Sets the conditions on time that the right-hand side uses to what they are just after `t`.
    private boolean hold(double t) {
        if (conditions.length == 0) {
            return false;
        }
        clock[0] = after(t);
        programs.switches.evaluate(clock, y, p, conditions);
        boolean changed = false;
        for (int k = 0; k < conditions.length; k++) {
            changed |= p[programs.switchSlot[k]] != conditions[k];
            p[programs.switchSlot[k]] = conditions[k];
        }
        return changed;
    }

    private double nextBoundary() {
        double next = end;
        for (Pending x : pending) {
            next = Math.min(next, x.time());
        }
        if (nextAction < actions.size()) {
            next = Math.min(next, actions.get(nextAction).time());
        }
        if (times.length > 0) {
            clock[0] = time;
            programs.thresholds.evaluate(clock, y, p, times);
            for (double threshold : times) {
                if (threshold > time && threshold < next) {
                    next = threshold;
                }
            }
        }
        if (lags.length > 0) {
            next = Math.min(next, nextEcho());
        }
        return Math.max(next, time);
    }

    /// The next time at which a jump comes back through a delay, or at which a delay would reach
    /// into the next step.
    private double nextEcho() {
        lags(time, y, p);
        longestStep = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        double reach = 0;
        for (int k = 0; k < lags.length; k++) {
            if (programs.delays[k].steady() && lags[k] > 0) {
                longestStep = Math.min(longestStep, lags[k]);
                for (double[] jump : jumps) {
                    double echo = jump[0] + lags[k];
                    if (echo > after(time)) {
                        next = Math.min(next, echo);
                    }
                }
                reach += lags[k];
            } else {
                reach = Double.POSITIVE_INFINITY;
            }
        }
        history.forget(time - reach - lags[0]);
        double oldest = time - reach;
        jumps.removeIf(jump -> jump[0] < oldest);
        return next;
    }

    /// Remembers that the solution has a jump in its `order`-th derivative here, or that one comes
    /// back.
    private void rememberJumps(boolean changed) {
        double order = changed ? 0 : Double.POSITIVE_INFINITY;
        for (int k = 0; k < lags.length && order > 0; k++) {
            for (double[] jump : jumps) {
                if (Math.abs(jump[0] + lags[k] - time) <= 4 * Math.ulp(time)) {
                    order = Math.min(order, jump[1] + 1);
                }
            }
        }
        if (order <= HIGHEST_ORDER_OF_JUMPS) {
            jumps.add(new double[] {time, order});
        }
    }

    private void lags(double t, double[] state, double[] parameters) {
        clock[0] = t;
        programs.delayLags.evaluate(clock, state, parameters, lags);
    }

    /// Sets the slots of delayed values as they are at `t` with this state now.
    ///
    /// @param left whether the past is wanted as it was just before, where it jumped
    void fillDelays(double t, double[] state, boolean left) {
        for (int k : programs.delayOrder) {
            p[programs.delays[k].slot()] = delayed(k, t, state, p, left);
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
                programs.delays[k].before().evaluate(clock, state, inputs, one);
                return one[0];
            }
            stateThen = new double[programs.states];
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
