package org.immunarium.equations.simulation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.ode.OdeException;
import org.immunarium.numerics.ode.Trajectory;

/// A [ModelRun] on its way through a lane of the solver: hands states over in both directions, and
/// records.
///
/// Values at a time at which something happens are those after it; so an output is written only
/// when it is known whether anything happens at its time.
class RunTrajectory implements Trajectory {

    private final Programs programs;
    private final ModelRun run;
    private final Recorder recorder;
    private final LaneParameters parameters;
    private final double[] y;
    private final int triggerCrossings;
    private final Consumer<Optional<NumericalFailure>> done;
    private Optional<NumericalFailure> failure = Optional.empty();

    /// @param run     a run that has begun
    /// @param parameters where the lanes' parameters are
    /// @param done       is told when the run has ended, and what ended it early
    RunTrajectory(
            Programs programs,
            ModelRun run,
            Recorder recorder,
            LaneParameters parameters,
            Consumer<Optional<NumericalFailure>> done) {
        this.programs = programs;
        this.run = run;
        this.recorder = recorder;
        this.parameters = parameters;
        this.done = done;
        y = new double[programs.layout.states];
        triggerCrossings = programs.crossings.outputs();
    }

    /// What ended the run early, if anything did.
    Optional<NumericalFailure> failure() {
        return failure;
    }

    @Override
    public void start(Lane lane) {
        lane.setTime(run.time);
        System.arraycopy(run.y, 0, lane.state(), 0, programs.layout.states);
        parameters.take(lane.index(), run);
        try {
            recordSettled();
            settleWhatIsAtOnce();
        } catch (NumericalFailure e) {
            // Told at the first stop, which is at once.
            failure = Optional.of(e);
            run.limit = run.time;
        }
        System.arraycopy(run.y, 0, lane.state(), 0, programs.layout.states);
        parameters.take(lane.index(), run);
        lane.limitStep(run.delayed.longestStep());
    }

    @Override
    public double nextStop(Lane lane) {
        return Math.max(run.limit, Math.nextUp(lane.time()));
    }

    @Override
    public void passed(Lane lane, double from, double to) {
        while (recorder.next() < to) {
            record(lane, recorder.next());
        }
        if (to == lane.stepEnd()) {
            run.delayed.remember(lane, to);
        }
    }

    /// Writes outputs up to and including the present, where nothing happens at it.
    void recordUpTo(Lane lane, double time) {
        while (recorder.next() <= time) {
            record(lane, recorder.next());
        }
    }

    private void record(Lane lane, double t) {
        lane.interpolate(t, y);
        run.fillDelays(t, y, false);
        recorder.record(t, y, run.p);
    }

    private void recordSettled() {
        while (recorder.next() <= run.time) {
            run.fillDelays(run.time, run.y, false);
            recorder.record(recorder.next(), run.y, run.p);
        }
    }

    @Override
    public final Next atStop(Lane lane) {
        return unlessFailed(() -> settle(lane));
    }

    /// What comes next; a failure ends this run and leaves its neighbours alone.
    private Next unlessFailed(Supplier<Next> next) {
        if (failure.isEmpty()) {
            try {
                return next.get();
            } catch (NumericalFailure e) {
                failure = Optional.of(e);
            }
        }
        done.accept(failure);
        return Next.FINISH;
    }

    Next settle(Lane lane) {
        double now = lane.time();
        System.arraycopy(lane.state(), 0, run.y, 0, programs.layout.states);
        boolean changed = run.settle(now);
        if (run.setsClock()) {
            lane.setTime(run.time);
            changed = true;
        }
        recordSettled();
        changed |= settleWhatIsAtOnce();
        if (run.finished()) {
            done.accept(Optional.empty());
            return Next.FINISH;
        }
        lane.limitStep(run.delayed.longestStep());
        if (!changed) {
            return Next.CONTINUE;
        }
        System.arraycopy(run.y, 0, lane.state(), 0, programs.layout.states);
        parameters.take(lane.index(), run);
        return Next.RESTART;
    }

    /// Boundaries that are closer than rounding are taken together.
    private boolean settleWhatIsAtOnce() {
        boolean changed = false;
        while (!run.finished() && run.limit <= ModelRun.after(run.time)) {
            changed |= run.settle(run.limit);
            recordSettled();
        }
        return changed;
    }

    @Override
    public int rootCount() {
        return triggerCrossings + run.constraints.crossings();
    }

    @Override
    public int[] rootStates(int dimension) {
        return programs.layout.crossingStates;
    }

    @Override
    public void roots(Lane lane, double time, double[] state, double[] values) {
        run.evaluate(programs.crossings, time, state, values);
        run.constraints.crossings(time, state, values, triggerCrossings);
    }

    @Override
    public final Next atRoot(Lane lane, boolean[] changed) {
        return unlessFailed(() -> crossed(lane));
    }

    /// Carries out what a change of sign sets off.
    Next crossed(Lane lane) {
        if (!run.triggersChanged(lane.time(), lane.state())) {
            run.constraints.look(lane.time(), lane.state());
            return Next.CONTINUE;
        }
        run.delayed.remember(lane, lane.time());
        double limit = run.limit;
        Next next = settle(lane);
        // An event that was only set off may be due before the step's end.
        return next == Next.CONTINUE && run.limit != limit ? Next.RESTART : next;
    }

    @Override
    public void failed(Lane lane, OdeException reason) {
        if (failure.isPresent()) {
            done.accept(failure);
            return;
        }
        String quantity = "";
        if (reason.state() >= 0) {
            EquationSystem.State state = programs.layout.equations.states().get(reason.state());
            quantity = Names.plain(state.symbol());
        }
        String message = switch (reason.reason()) {
            case STEP_TOO_SMALL ->
                "the step became too small: its error does not shrink with it, as where a value jumps or grows without bound";
            case NOT_FINITE -> "its value or its rate of change is not a finite number";
            case NEGATIVE -> "becomes negative, which it must not";
            case SINGULAR -> "the equations of the implicit step cannot be solved (singular matrix)";
            case TOO_MANY_STEPS ->
                "more steps than are allowed between two stops, as a stiff model takes with a nonstiff method";
        };
        failure = Optional.of(new NumericalFailure(quantity, reason.time(), message));
        done.accept(failure);
    }
}
