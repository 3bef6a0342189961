package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.NumericalFailure;

/// The events of one run: which triggers are true, and what waits to be carried out.
///
/// Events that are due are carried out one by one, the highest priority first, equals by lot, those
/// without a priority last and in the order in which they were triggered; after each, constraints hold
/// again and triggers are looked at again.
final class Events {

    /// More events than this at one instant will not end.
    private static final int MOST_AT_ONCE = 100_000;

    private final ModelRun run;
    private final Programs programs;
    private final Chance chance;
    private boolean[] was;
    private boolean[] now;
    private final double[] truth;
    private final List<Pending> pending = new ArrayList<>();
    private long triggerings;
    private final double[] one = new double[1];
    private double[] values = new double[0];
    private double[] updates = new double[0];

    /// An event that has been triggered and waits to be carried out.
    ///
    /// @param event  its place among the model's events
    /// @param time   when it is due
    /// @param order  a number that rises with each triggering
    /// @param values what it assigns, where that was evaluated when it was triggered; else empty
    private record Pending(int event, double time, long order, double[] values) {}

    Events(ModelRun run, Programs programs, Chance chance) {
        this.run = run;
        this.programs = programs;
        this.chance = chance;
        int count = programs.events.length;
        was = new boolean[count];
        now = new boolean[count];
        truth = new double[count];
        for (int e = 0; e < count; e++) {
            was[e] = programs.events[e].equations().initialTrigger();
        }
    }

    /// Looks at the triggers before anything happens: one that is false then comes true by a dose at
    /// the start as it does by a dose at any other time.
    void begin() {
        if (was.length == 0) {
            return;
        }
        look(run.time, run.y);
        for (int e = 0; e < was.length; e++) {
            was[e] &= now[e];
        }
    }

    /// Goes on from where another run was, in which nothing waited to be carried out.
    void begin(boolean[] triggers) {
        was = triggers.clone();
    }

    /// Which triggers were true at the last look.
    boolean[] triggers() {
        return was.clone();
    }

    /// Whether an event waits to be carried out.
    boolean isWaiting() {
        return !pending.isEmpty();
    }

    /// Whether a trigger was true at the last look.
    boolean isTrue(int event) {
        return was[event];
    }

    /// Carries out what is due now.
    ///
    /// @return whether anything was
    boolean settle() {
        if (programs.events.length == 0) {
            return false;
        }
        boolean changed = carryOutWhatIsDue();
        return justAfter(run.time) | changed;
    }

    /// When the next event that has been triggered is due; infinite where none has.
    double nextTime() {
        double next = Double.POSITIVE_INFINITY;
        for (Pending x : pending) {
            next = Math.min(next, x.time());
        }
        return next;
    }

    /// Whether any trigger is not what it was at the last look.
    boolean triggersChanged(double t, double[] state) {
        look(t, state);
        return !Arrays.equals(now, was);
    }

    /// Events whose triggers on time change at the next representable times after `t`: a threshold
    /// that was computed may lie just before the time at which a comparison with it changes, and
    /// `time > t` holds only after `t`.
    private boolean justAfter(double t) {
        if (programs.layout.equations.timed().isEmpty()) {
            return false;
        }
        boolean changed = false;
        double last = ModelRun.after(t);
        for (double moment = Math.nextUp(t); moment <= last; moment = Math.nextUp(moment)) {
            if (triggersChanged(moment, run.y)) {
                run.time = moment;
                changed |= carryOutWhatIsDue();
            }
        }
        return changed;
    }

    private void look(double t, double[] state) {
        run.evaluate(programs.triggers, t, state, truth);
        for (int e = 0; e < now.length; e++) {
            // Not a number is not true.
            now[e] = truth[e] != 0 && !Double.isNaN(truth[e]);
        }
    }

    /// Looks at the triggers and carries out what is due until nothing is.
    private boolean carryOutWhatIsDue() {
        boolean changed = false;
        notice();
        int count = 0;
        for (int next = nextDue(); next >= 0; next = nextDue()) {
            Pending due = pending.remove(next);
            carryOut(due);
            changed = true;
            run.restore(run.time);
            notice();
            if (++count > MOST_AT_ONCE) {
                throw new NumericalFailure(
                        programs.events[due.event()].equations().id(),
                        run.time,
                        "events set each other off without end");
            }
        }
        return changed;
    }

    /// Triggers that have become true start their events; those that have become false stop what is
    /// not persistent.
    private void notice() {
        look(run.time, run.y);
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
        run.drawAfresh(event.timingDraws());
        if (event.equations().delay().isPresent()) {
            run.evaluateAsIs(event.delay(), one);
            delay = one[0];
            if (!(delay >= 0)) {
                throw new NumericalFailure(
                        event.equations().id(),
                        run.time,
                        "the delay of the event is " + delay + "; zero or more was expected");
            }
        }
        double[] assigned = new double[0];
        if (event.equations().useValuesFromTriggerTime()) {
            assigned = evaluateValues(event).clone();
        }
        pending.add(new Pending(e, run.time + delay, triggerings++, assigned));
    }

    private double[] evaluateValues(EventProgram event) {
        int count = event.equations().values().size();
        if (values.length != count) {
            values = new double[count];
        }
        run.drawAfresh(event.draws());
        run.evaluateAsIs(event.values(), values);
        return values;
    }

    /// The place in `pending` of what to carry out now, or -1.
    private int nextDue() {
        int best = -1;
        double bestPriority = Double.NaN;
        int equals = 0;
        for (int k = 0; k < pending.size(); k++) {
            if (pending.get(k).time() > run.time) {
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
                if (pending.get(k).time() <= run.time
                        && priority(pending.get(k).event()) == bestPriority
                        && chosen-- == 0) {
                    return k;
                }
            }
        }
        return best;
    }

    private static boolean higher(double a, double b) {
        return a > b || (Double.isNaN(b) && !Double.isNaN(a));
    }

    private double priority(int e) {
        EventProgram event = programs.events[e];
        if (event.equations().priority().isEmpty()) {
            return Double.NaN;
        }
        run.evaluateAsIs(event.priority(), one);
        return one[0];
    }

    private void carryOut(Pending due) {
        EventProgram event = programs.events[due.event()];
        run.fillDelays(run.time, run.y, false);
        double[] assigned = event.equations().useValuesFromTriggerTime() ? due.values() : evaluateValues(event);
        System.arraycopy(assigned, 0, run.p, programs.layout.firstValueSlot, assigned.length);
        if (updates.length != event.targets().length) {
            updates = new double[event.targets().length];
        }
        run.evaluateAsIs(event.updates(), updates);
        for (int k = 0; k < updates.length; k++) {
            run.put(event.targets()[k], updates[k]);
        }
        run.occurrences.add(new Occurrence(run.time, Occurrence.Kind.EVENT, event.label(due.event())));
        run.happened(due.event());
    }
}
