package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.DrawTerm;
import org.immunarium.numerics.NumericalFailure;

/// One run of a model between its steps: its values, and everything that happens at an instant.
///
/// Whoever integrates asks for [#limit], integrates no further than that, and then calls [#settle],
/// which carries out what is due: doses, events that follow from them, changes of conditions on
/// time. Within a step nothing happens unless a trigger changes, for which [#triggersChanged] can
/// be asked.
///
/// The order at one instant: infusions end, infusions begin, boluses are given ([Dosing]); then
/// triggers are looked at, and events that are due are carried out one by one ([Events]); then
/// constraints are looked at ([Constraints]).
final class ModelRun {

    private final Programs programs;
    private final Layout layout;
    private final Chance chance;
    private final double start;
    private double end;
    private final RunIn runIn;
    /// Whether what the start waits for has not happened yet.
    private boolean waiting;
    private boolean arrived;
    private final Dosing dosing;
    private final Optional<Control> control;
    private final Events events;
    final Constraints constraints;
    private final Optional<Consistency> consistency;
    final DelayedValues delayed;
    final List<Occurrence> occurrences = new ArrayList<>();

    /// Is called when doses or events have changed values, before anybody looks at them.
    Runnable afterJumps = () -> {};

    /// The states.
    final double[] y;
    /// The parameters.
    final double[] p;

    double time;
    /// No step goes beyond.
    double limit;
    /// The factor of fast reactions in steps.
    final double fastness;

    private final double[] clock = new double[1];
    private final double[] times;
    private final double[] conditions;

    /// A run that begins at once.
    ///
    /// @param end where integration ends
    ModelRun(Programs programs, Chance chance, DosePlan doses, double start, double end) {
        this(programs, chance, doses, start, end, RunIn.NONE, Optional.empty());
    }

    /// @param end     where integration ends
    /// @param runIn   what is before the start
    /// @param control who decides on the way how it goes on
    ModelRun(
            Programs programs,
            Chance chance,
            DosePlan doses,
            double start,
            double end,
            RunIn runIn,
            Optional<Control> control) {
        this.programs = programs;
        this.chance = chance;
        this.start = start;
        this.end = end;
        this.runIn = runIn;
        this.control = control;
        waiting = runIn.isAny();
        layout = programs.layout;
        EquationSystem equations = layout.equations;
        time = start - runIn.longest();
        fastness = Consistency.fastness(equations, end - start);
        y = new double[layout.states];
        p = new double[layout.parameters];
        times = new double[equations.switches().size() + equations.timed().size()];
        conditions = new double[layout.switchSlots.length];
        dosing = new Dosing(this, programs, doses);
        events = new Events(this, programs, chance);
        constraints = new Constraints(this, programs);
        delayed = new DelayedValues(this, programs);
        consistency = Consistency.of(programs, this);
    }

    /// Sets the initial values and carries out what happens at the start.
    void begin(StartValues start) {
        List<DrawTerm> draws = layout.equations.draws();
        int given = start.given().length;
        double[] inputs = Arrays.copyOf(start.given(), given + draws.size());
        clock[0] = time;
        for (int k = 0; k < draws.size(); k++) {
            inputs[given + k] = draw(k, start.program().drawArguments().get(k), inputs);
        }
        int[] targets = start.program().targets();
        double[] out = new double[targets.length];
        start.program().kernel().evaluate(clock, y, inputs, out);
        for (int k = 0; k < out.length; k++) {
            put(targets[k], out[k]);
        }
        for (int k = 0; k < draws.size(); k++) {
            p[layout.slot(draws.get(k).slot())] = inputs[given + k];
        }
        if (layout.fast >= 0) {
            p[layout.fast] = 1;
            p[layout.slow] = 1;
        }
        delayed.begin(inputs);
        hold(time);
        restore(time);
        events.begin();
        if (waiting && events.isTrue(runIn.event().orElseThrow())) {
            throw new NumericalFailure(
                    awaited(), time, "is so from the beginning, so that there is nothing to wait for");
        }
        settle(time);
    }

    /// Goes on from where another run was.
    void begin(Snapshot snapshot) {
        events.begin(snapshot.into(this));
        hold(time);
        settle(time);
    }

    /// Whether something goes on that states and parameters do not tell.
    boolean isUnderWay() {
        return waiting || events.isWaiting() || dosing.isRunning() || delayed.isAny();
    }

    /// Which triggers are true.
    boolean[] triggers() {
        return events.triggers();
    }

    /// Ends the run where it is.
    void endNow() {
        end = time;
    }

    /// Gives other doses from now on.
    void give(DosePlan doses) {
        dosing.replace(doses);
    }

    private double draw(int k, Kernel arguments, double[] parameters) {
        DrawTerm draw = layout.equations.draws().get(k);
        double[] values = new double[draw.arguments().size()];
        arguments.evaluate(clock, y, parameters, values);
        return chance.draw(draw.distribution(), values);
    }

    /// New random draws for those that an evaluation now uses.
    void drawAfresh(int[] used) {
        for (int k : used) {
            clock[0] = time;
            p[layout.slot(layout.equations.draws().get(k).slot())] = draw(k, programs.drawArguments[k], p);
        }
    }

    /// Changes a state or parameter.
    void put(int place, double value) {
        if (place < layout.states) {
            y[place] = value;
        } else {
            p[place - layout.states] = value;
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
        if (!waiting && control.isPresent()) {
            control.get().settle(this, programs);
        }
        boolean changed = !waiting && dosing.giveUpTo(t);
        if (changed) {
            restore(t);
        }
        changed |= events.settle();
        if (changed) {
            afterJumps.run();
        }
        changed |= hold(time);
        constraints.look(time, y);
        if (delayed.isAny()) {
            delayed.rememberJumps(changed);
        }
        limit = nextBoundary();
        return changed;
    }

    /// Whether the end has been reached.
    boolean finished() {
        return !waiting && time >= end;
    }

    private String awaited() {
        return programs.events[runIn.event().orElseThrow()].equations().id();
    }

    /// Hears of every event that is carried out.
    void happened(int event) {
        arrived |= waiting && event == runIn.event().orElseThrow();
    }

    /// Sets the clock to the start if what it waits for has happened.
    ///
    /// @return whether it was set
    boolean setsClock() {
        if (!arrived) {
            if (waiting && time >= start) {
                throw new NumericalFailure(
                        awaited(),
                        time,
                        "has not happened within " + runIn.longest()
                                + " in the model's unit of time, all that it is given, so there is no start");
            }
            return false;
        }
        arrived = false;
        waiting = false;
        double shift = start - time;
        occurrences.replaceAll(each -> new Occurrence(each.time() + shift, each.kind(), each.what()));
        settle(start);
        return true;
    }

    /// Whether any trigger is not what it was at the last look.
    boolean triggersChanged(double t, double[] state) {
        return events.triggersChanged(t, state);
    }

    /// Evaluates a kernel at a time with a state, and with the delayed values that belong to them.
    void evaluate(Kernel kernel, double t, double[] state, double[] out) {
        fillDelays(t, state, false);
        clock[0] = t;
        kernel.evaluate(clock, state, p, out);
    }

    /// Evaluates a kernel now.
    void evaluate(Kernel kernel, double[] out) {
        evaluate(kernel, time, y, out);
    }

    /// Evaluates a kernel now, with the delayed values of the last look.
    void evaluateAsIs(Kernel kernel, double[] out) {
        clock[0] = time;
        kernel.evaluate(clock, y, p, out);
    }

    /// Sets the slots of delayed values as they are at `t` with this state now.
    ///
    /// @param left whether the past is wanted as it was just before, where it jumped
    void fillDelays(double t, double[] state, boolean left) {
        delayed.fill(t, state, left);
    }

    /// Makes algebraic equations and equilibria hold again after values were changed.
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
            changed |= p[layout.switchSlots[k]] != conditions[k];
            p[layout.switchSlots[k]] = conditions[k];
        }
        return changed;
    }

    private double nextDecision() {
        return control.map(Control::nextTime).orElse(Double.POSITIVE_INFINITY);
    }

    private double nextBoundary() {
        double next = waiting
                ? Math.min(start, events.nextTime())
                : Math.min(Math.min(end, events.nextTime()), Math.min(dosing.nextTime(), nextDecision()));
        if (times.length > 0) {
            evaluateAsIs(programs.thresholds, times);
            for (double threshold : times) {
                if (threshold > time && threshold < next) {
                    next = threshold;
                }
            }
        }
        if (delayed.isAny()) {
            next = Math.min(next, delayed.nextEcho());
        }
        return Math.max(next, time);
    }
}
