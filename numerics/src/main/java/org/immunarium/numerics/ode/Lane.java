package org.immunarium.numerics.ode;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One place of a [LaneBatch], with the trajectory that passes through it.
///
/// What a trajectory sees and does during its callbacks: the time, the state (to be changed in `start`, `atStop` and
/// `atRoot` only), the dense output of the last step, the history for delays, the costs so far.
public final class Lane {

    private enum Phase {
        IDLE,
        READY,
        INSIDE
    }

    private final LaneColumns columns;
    private final int index;
    private final int dimension;
    private final double[] state;
    private final Optional<DenseHistory> history;

    private @Nullable Trajectory trajectory;
    private Phase phase = Phase.IDLE;
    private double time;
    private double stop;
    private double longestStep;

    /// The accepted step that the lane is inside of, or has left last.
    private double stepStart;

    private double stepEnd;
    private double cursor;
    private @Nullable LaneStepper stepper;
    private double[] denseRows = new double[0];
    private int denseCount;
    private boolean denseCopied;

    private final RootSearch roots;
    final StepControl control;

    Lane(LaneColumns columns, int index) {
        this.columns = columns;
        this.index = index;
        this.dimension = columns.dimension;
        this.state = new double[dimension];
        this.roots = new RootSearch(this, dimension);
        this.control = new StepControl(columns.settings);
        double span = columns.settings.historySpan();
        this.history = span > 0 ? Optional.of(new DenseHistory(dimension, span)) : Optional.empty();
    }

    /// The lane's number, from 0.
    public int index() {
        return index;
    }

    /// The time up to which the trajectory has been told.
    public double time() {
        return phase == Phase.INSIDE ? cursor : time;
    }

    /// Sets the time; in [Trajectory#start] only.
    public void setTime(double start) {
        time = start;
    }

    /// The state at [#time], one value a state. Changes count where a callback allows them.
    public double[] state() {
        return state;
    }

    /// The start of the step that was accepted last.
    public double stepStart() {
        return stepStart;
    }

    /// The end of the step that was accepted last.
    public double stepEnd() {
        return stepEnd;
    }

    /// No step of this lane will be longer, from now on until set again; infinite at the start. For delays.
    public void limitStep(double longest) {
        longestStep = longest;
    }

    /// The state within the last step, with the order of the method's dense output.
    ///
    /// @param at   a time from [#stepStart] to [#stepEnd]
    /// @param into receives the state, one value a state
    public void interpolate(double at, double[] into) {
        if (stepper == null) {
            System.arraycopy(state, 0, into, 0, dimension);
            return;
        }
        if (at == stepEnd) {
            endOfStep(into);
            return;
        }
        copyDense();
        double s = (at - stepStart) / (stepEnd - stepStart);
        DenseOutput.values(denseRows, dimension, denseCount, s, into);
        for (int i : columns.nonNegative) {
            into[i] = Math.max(into[i], 0);
        }
    }

    /// One state within the last step; see [#interpolate(double, double[])].
    public double interpolate(double at, int i) {
        if (stepper == null) {
            return state[i];
        }
        copyDense();
        double s = (at - stepStart) / (stepEnd - stepStart);
        double value = DenseOutput.value(denseRows, 0, dimension, denseCount, s, i);
        return columns.settings.nonNegative()[i] ? Math.max(value, 0) : value;
    }

    /// The dense output of past steps, if the settings ask for it.
    public Optional<DenseHistory> history() {
        return history;
    }

    /// What this lane's trajectory has cost so far.
    public OdeStatistics statistics() {
        return control.statistics();
    }

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    boolean isReady() {
        return phase == Phase.READY;
    }

    double startOfAttempt() {
        return time;
    }

    double stop() {
        return stop;
    }

    double longestStep() {
        return Math.min(longestStep, columns.settings.maximumStep());
    }

    void start(Trajectory next) {
        trajectory = next;
        longestStep = Double.POSITIVE_INFINITY;
        denseCopied = false;
        stepper = null;
        control.reset();
        history.ifPresent(DenseHistory::clear);
        next.start(this);
        stepStart = time;
        stepEnd = time;
        cursor = time;
        roots.reset(next);
        restart();
    }

    void fail(OdeException reason) {
        Trajectory failing = trajectory();
        release();
        failing.failed(this, reason);
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
    }

    /// A new step starts at `time` with the state of the buffer.
    private void restart() {
        for (int i = 0; i < dimension; i++) {
            columns.state[i * columns.lanes + index] = state[i];
        }
        columns.time[index] = time;
        columns.fresh[index] = false;
        phase = Phase.READY;
        control.restarted();
        roots.restart(time, state);
        askForStop();
    }

    private void askForStop() {
        stop = trajectory().nextStop(this);
        if (!(stop > time)) {
            throw new IllegalStateException("the next stop, " + stop + ", is not after the time, " + time);
        }
    }

    /// The attempted step is accepted: the lane is inside it, its trajectory knows nothing of it yet.
    void accept(double end, LaneStepper by) {
        stepStart = time;
        stepEnd = end;
        cursor = time;
        stepper = by;
        denseCopied = false;
        phase = Phase.INSIDE;
    }

    /// Tells the trajectory of the step up to `until`, with all roots and the stop at its end.
    void proceed(double until) {
        while (phase == Phase.INSIDE && cursor < until) {
            boolean root = roots.find(cursor, stepEnd);
            double end = root ? roots.time() : stepEnd;
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
            copyDense();
        }
    }

    private void atRoot() {
        interpolate(cursor, state);
        switch (trajectory().atRoot(this, roots.changed())) {
            case CONTINUE -> roots.goOn();
            case RESTART -> {
                time = cursor;
                remember(cursor);
                restart();
            }
            case FINISH -> release();
        }
    }

    private void leaveStep() {
        endOfStep(state);
        time = stepEnd;
        if (stepEnd != stop) {
            remember(stepEnd);
            arriveUnchanged();
            return;
        }
        switch (trajectory().atStop(this)) {
            case CONTINUE -> {
                remember(stepEnd);
                arriveUnchanged();
                askForStop();
            }
            case RESTART -> {
                remember(stepEnd);
                restart();
            }
            case FINISH -> release();
        }
    }

    private void arriveUnchanged() {
        for (int i = 0; i < dimension; i++) {
            columns.state[i * columns.lanes + index] = state[i];
        }
        columns.time[index] = time;
        columns.fresh[index] = false;
        phase = Phase.READY;
    }

    private void endOfStep(double[] into) {
        if (denseCopied) {
            System.arraycopy(denseRows, dimension, into, 0, dimension);
        } else {
            for (int i = 0; i < dimension; i++) {
                into[i] = columns.next[i * columns.lanes + index];
            }
        }
    }

    private void remember(double end) {
        if (history.isPresent() && end > stepStart) {
            copyDense();
            history.get().append(stepStart, stepEnd, end, denseRows, denseCount);
        }
    }

    private void copyDense() {
        if (denseCopied) {
            return;
        }
        LaneStepper by = stepper;
        if (by == null) {
            throw new IllegalStateException("no step has been taken yet");
        }
        denseCount = by.denseRows();
        if (denseRows.length < denseCount * dimension) {
            denseRows = new double[denseCount * dimension];
        }
        by.copyDense(index, denseRows);
        denseCopied = true;
    }
}
