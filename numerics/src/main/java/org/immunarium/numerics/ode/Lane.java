package org.immunarium.numerics.ode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place of a [LaneBatch], with the trajectory that passes through it.
///
/// What a trajectory sees and does during its callbacks: the time, the state (to be changed in `start`,
/// `atStop` and `atRoot` only), the dense output of the last step, the costs so far.
public final class Lane {

    private enum Phase {
        IDLE,
        READY,
        INSIDE
    }

    private final LaneSolver solver;
    private final LaneColumns columns;
    private final int index;
    private final int dimension;
    private final double[] state;
    private final RootSearch roots;

    private @Nullable Trajectory trajectory;
    private Phase phase = Phase.IDLE;

    /// The time up to which the trajectory has been told.
    private double cursor;

    private double stop;
    private boolean stepped;

    Lane(LaneSolver solver, int index) {
        this.solver = solver;
        this.columns = solver.columns();
        this.index = index;
        this.dimension = columns.dimension;
        this.state = new double[dimension];
        this.roots = new RootSearch(this, dimension);
    }

    /// The lane's number, from 0.
    public int index() {
        return index;
    }

    /// The time up to which the trajectory has been told.
    public double time() {
        return cursor;
    }

    /// Sets the time: in [Trajectory#start], and where a trajectory that begins anew has a clock of its own, before
    /// it asks for [Trajectory.Next#RESTART].
    public void setTime(double start) {
        cursor = start;
    }

    /// The state at [#time] in `start`, `atStop` and `atRoot`, one value a state; changes count there.
    /// Elsewhere the state is read with [#interpolate(double, double[])].
    public double[] state() {
        return state;
    }

    /// The start of the step that was taken last.
    public double stepStart() {
        return solver.from(index);
    }

    /// The end of the step that was taken last.
    public double stepEnd() {
        return solver.time(index);
    }

    /// The method of the next step: [OdeMethod#STIFF] or [OdeMethod#NONSTIFF].
    public OdeMethod method() {
        return solver.method(index);
    }

    /// No step of this lane will be longer, from now on until set again; for delays.
    public void limitStep(double longest) {
        solver.limitStep(index, longest);
    }

    /// The state within the last step, with the order of the method's dense output.
    ///
    /// @param at   a time from [#stepStart] to [#stepEnd]
    /// @param into receives the state, one value a state
    public void interpolate(double at, double[] into) {
        if (stepped) {
            solver.interpolate(index, at, into);
        } else {
            System.arraycopy(state, 0, into, 0, dimension);
        }
    }

    /// As [#interpolate(double, double[])] for some states only; the others are left as they are.
    void interpolate(double at, int[] which, double[] into) {
        if (stepped) {
            solver.interpolate(index, at, which, into);
        } else {
            System.arraycopy(state, 0, into, 0, dimension);
        }
    }

    /// What this lane's trajectory has cost so far.
    public OdeStatistics statistics() {
        return solver.statistics(index);
    }

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    /// Whether a step is to be attempted to get to `until`.
    boolean wantsStep(double until) {
        return phase == Phase.READY && cursor < until;
    }

    void start(Trajectory next) {
        trajectory = next;
        stepped = false;
        solver.reset(index);
        next.start(this);
        roots.reset(next);
        restart();
    }

    /// Takes up what the solver's last step did here.
    void afterStep() {
        Optional<OdeException> failure = solver.failure(index);
        if (failure.isPresent()) {
            Trajectory failing = trajectory();
            release();
            failing.failed(this, failure.get());
        } else if (solver.advanced(index)) {
            stepped = true;
            phase = Phase.INSIDE;
        }
    }

    private Trajectory trajectory() {
        Trajectory present = trajectory;
        if (present == null) {
            throw new IllegalStateException("lane " + index + " is idle");
        }
        return present;
    }

    private void release() {
        phase = Phase.IDLE;
        trajectory = null;
        solver.stop(index);
    }

    /// A new step starts at the cursor with the state of the buffer.
    private void restart() {
        for (int i = 0; i < dimension; i++) {
            columns.state[i * columns.lanes + index] = state[i];
        }
        phase = Phase.READY;
        roots.restart(cursor, state);
        stop = trajectory().nextStop(this);
        solver.start(index, cursor, stop);
    }

    /// Tells the trajectory of the step up to `until`, with all roots and the stop at its end.
    void proceed(double until) {
        while (phase == Phase.INSIDE && cursor < until) {
            boolean root = roots.find(cursor, stepEnd());
            double end = root ? roots.time() : stepEnd();
            double to = Math.min(end, until);
            if (to > cursor) {
                double from = cursor;
                cursor = to;
                trajectory().passed(this, from, to);
            }
            if (end <= until) {
                if (root) {
                    atRoot();
                } else {
                    leaveStep();
                }
            }
        }
        if (phase == Phase.INSIDE) {
            solver.keepDense(index);
        }
    }

    private void atRoot() {
        interpolate(cursor, state);
        switch (trajectory().atRoot(this, roots.changed())) {
            case CONTINUE -> roots.goOn();
            case RESTART -> restart();
            case FINISH -> release();
        }
    }

    private void leaveStep() {
        phase = Phase.READY;
        if (cursor != stop) {
            return;
        }
        for (int i = 0; i < dimension; i++) {
            state[i] = columns.state[i * columns.lanes + index];
        }
        switch (trajectory().atStop(this)) {
            case CONTINUE -> {
                stop = trajectory().nextStop(this);
                solver.resume(index, stop);
            }
            case RESTART -> restart();
            case FINISH -> release();
        }
    }
}
