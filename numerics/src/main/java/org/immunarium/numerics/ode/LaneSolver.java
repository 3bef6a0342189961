package org.immunarium.numerics.ode;

import java.util.Optional;
import org.immunarium.numerics.ode.OdeException.Reason;

/// Step attempts in lockstep over the lanes of an [OdeSystem], each lane with a time, a step and an error of its own.
///
/// The layer below [LaneBatch], for drivers that do events and outputs themselves. Life cycle of a lane: its state is
/// put into [#state], [#start] says when and until when; each [#step] attempts a step in all running lanes; where
/// [#advanced] then holds, the lane has gone from [#from] to [#time], its state is in [#state] and the step between
/// can be read with [#interpolate] until the next call of `step`. A lane whose time is its stop does not go on until
/// started again; so does one that has failed. To jump in the middle of a step, start again from there.
///
/// What a lane does depends neither on its number nor on the other lanes, to the bit.
public final class LaneSolver {

    private final LaneColumns columns;
    private final FirstStep firstStep;
    private final StepControl[] control;
    private final boolean[] running;
    private final boolean[] suspended;
    private final boolean[] attempting;
    private final boolean[] advanced;
    private final MethodChoice choice;
    private final LaneMethods methods;
    private final NonNegativity nonNegativity;
    private final LastSteps lastSteps;
    private final double[] stop;
    private final double[] longest;
    private final Failure[] failure;

    /// A failure, or none yet.
    private record Failure(Optional<OdeException> reason) {
        static final Failure NONE = new Failure(Optional.empty());
    }

    /// @param system   the equations
    /// @param settings the accuracy and the method; systems with algebraic equations are always treated as stiff
    public LaneSolver(OdeSystem system, OdeSettings settings) {
        this(system, settings, RosenbrockTableau.rodas5P());
    }

    LaneSolver(OdeSystem system, OdeSettings settings, RosenbrockTableau tableau) {
        if (settings.absoluteTolerance().length != system.dimension()) {
            throw new IllegalArgumentException("one absolute tolerance a state expected: " + system.dimension()
                    + " states, " + settings.absoluteTolerance().length + " tolerances");
        }
        columns = new LaneColumns(system, settings);
        choice = new MethodChoice(columns.lanes);
        methods = new LaneMethods(columns, choice, tableau);
        nonNegativity = new NonNegativity(columns);
        lastSteps = new LastSteps(columns, nonNegativity, methods.implicit(), methods.mostDenseRows());
        firstStep = new FirstStep(columns);
        int lanes = columns.lanes;
        control = new StepControl[lanes];
        running = new boolean[lanes];
        suspended = new boolean[lanes];
        attempting = new boolean[lanes];
        advanced = new boolean[lanes];
        stop = new double[lanes];
        longest = new double[lanes];
        failure = new Failure[lanes];
        for (int l = 0; l < lanes; l++) {
            control[l] = new StepControl(settings);
            longest[l] = settings.maximumStep();
            failure[l] = Failure.NONE;
        }
    }

    /// The state of every lane, element `i` of lane `l` at `[i * lanes + l]`; to be written before [#start].
    public double[] state() {
        return columns.state;
    }

    /// Makes a lane as new: method, step size and costs of what it has done before are forgotten.
    public void reset(int lane) {
        control[lane].reset();
        methods.reset(lane);
        longest[lane] = columns.settings.maximumStep();
        running[lane] = false;
        advanced[lane] = false;
        failure[lane] = Failure.NONE;
    }

    /// Starts a lane, or starts it again after a jump of its state, its parameters or its equations. The first step's
    /// size is chosen from the derivatives and the steps before the jump.
    ///
    /// @param stop no step goes beyond, and one ends there exactly; later than `time`, may be infinite
    public void start(int lane, double time, double stop) {
        if (!(stop > time)) {
            throw new IllegalArgumentException("the stop, " + stop + ", is not after the time, " + time);
        }
        columns.time[lane] = time;
        columns.from[lane] = time;
        columns.fresh[lane] = false;
        columns.carried[lane] = false;
        this.stop[lane] = stop;
        running[lane] = true;
        advanced[lane] = false;
        failure[lane] = Failure.NONE;
        control[lane].restarted();
    }

    /// Lets a lane that has come to its stop go on to a later one; nothing has changed at the first.
    public void resume(int lane, double stop) {
        if (!(stop > columns.time[lane])) {
            throw new IllegalArgumentException("the stop, " + stop + ", is not after the time, " + columns.time[lane]);
        }
        this.stop[lane] = stop;
        running[lane] = true;
        control[lane].atStop();
    }

    /// Takes a lane out.
    public void stop(int lane) {
        running[lane] = false;
    }

    /// No step of a lane will be longer than this, or than the settings say, until it is reset.
    public void limitStep(int lane, double size) {
        longest[lane] = Math.min(size, columns.settings.maximumStep());
    }

    /// Attempts a step in every running lane.
    public void step() {
        for (int l = 0; l < columns.lanes; l++) {
            boolean takesPart = running[l] && !suspended[l];
            advanced[l] = false;
            if (takesPart && control[l].isExhausted()) {
                fail(l, tooManySteps(l));
                takesPart = false;
            }
            attempting[l] = takesPart;
            columns.active[l] = takesPart;
        }
        firstStep.choose(control, longest, stop);
        for (int l = 0; l < columns.lanes; l++) {
            if (attempting[l]) {
                columns.from[l] = columns.time[l];
                columns.end[l] = control[l].end(columns.time[l], stop[l], longest[l]);
                columns.step[l] = columns.end[l] - columns.time[l];
            }
        }
        if (methods.attempt(attempting)) {
            for (int l = 0; l < columns.lanes; l++) {
                if (attempting[l]) {
                    judge(l, methods.of(l));
                }
            }
            moveOn();
        }
    }

    private void judge(int l, LaneStepper stepper) {
        stepper.count(control[l], columns.fresh[l]);
        columns.fresh[l] = true;
        double error = columns.error[l];
        int negative = error <= 1 ? nonNegativity.violated(l) : -1;
        double stability = choice.isStiff(l) || !(error <= 1) ? 0 : stepper.stiffness(l);
        if (error <= 1 && negative < 0 && control[l].isUnstable(stability)) {
            control[l].rejectedAsUnstable(columns.step[l], stability);
            choice.note(l, true);
            return;
        }
        if (error <= 1 && negative < 0) {
            choice.note(l, control[l].accepted(columns.step[l], error, stepper.errorOrder(), stability));
            columns.fresh[l] = false;
            columns.carried[l] = !nonNegativity.raise(l) && !choice.isStiff(l);
            advanced[l] = true;
            lastSteps.taken(l, stepper);
            return;
        }
        control[l].rejected(columns.step[l], negative < 0 ? error : Double.NaN, stepper.errorOrder());
        if (control[l].isTooSmall(columns.time[l])) {
            fail(l, Diagnosis.of(columns, stepper, l, negative));
        }
    }

    private OdeException tooManySteps(int l) {
        return new OdeException(
                Reason.TOO_MANY_STEPS,
                columns.time[l],
                -1,
                columns.settings.maximumSteps() + " attempts since the last stop or jump");
    }

    private void fail(int l, OdeException reason) {
        failure[l] = new Failure(Optional.of(reason));
        running[l] = false;
    }

    /// Gives accepted lanes their new states; the old ones stay in `previous`.
    private void moveOn() {
        System.arraycopy(columns.state, 0, columns.previous, 0, columns.state.length);
        System.arraycopy(columns.next, 0, columns.state, 0, columns.state.length);
        for (int l = 0; l < columns.lanes; l++) {
            if (!advanced[l]) {
                for (int k = l; k < columns.state.length; k += columns.lanes) {
                    columns.state[k] = columns.previous[k];
                }
                continue;
            }
            columns.time[l] = columns.end[l];
            running[l] = columns.time[l] != stop[l];
            if (columns.automatic && choice.changes(l, lastSteps.method(l))) {
                columns.carried[l] = false;
                control[l].methodChanged();
            }
        }
    }

    /// Whether the last [#step] took a lane on.
    public boolean advanced(int lane) {
        return advanced[lane];
    }

    /// The start of the step that a lane took last.
    public double from(int lane) {
        return columns.from[lane];
    }

    /// Where a lane is.
    public double time(int lane) {
        return columns.time[lane];
    }

    /// Why a lane cannot go on; empty while all is well.
    public Optional<OdeException> failure(int lane) {
        return failure[lane].reason;
    }

    /// The method that a lane's next step will take: [OdeMethod#STIFF] or [OdeMethod#NONSTIFF].
    public OdeMethod method(int lane) {
        return choice.isStiff(lane) ? OdeMethod.STIFF : OdeMethod.NONSTIFF;
    }

    /// What a lane has cost since it was reset.
    public OdeStatistics statistics(int lane) {
        return control[lane].statistics();
    }

    /// The state within the step that a lane has just taken, with the order of the method's dense output.
    ///
    /// @param time from [#from] to [#time]
    /// @param into receives the state, one value a state
    public void interpolate(int lane, double time, double[] into) {
        lastSteps.interpolate(lane, time, into);
    }

    /// As [#interpolate(int, double, double[])] for some states only; the others are left as they are.
    void interpolate(int lane, double time, int[] which, double[] into) {
        lastSteps.interpolate(lane, time, which, into);
    }

    /// Keeps the dense output of a lane over further steps of other lanes, until it is the lane's turn again.
    void keepDense(int lane) {
        lastSteps.keep(lane);
    }

    /// Whether a running lane sits the next steps out.
    void suspend(int lane, boolean sitsOut) {
        suspended[lane] = sitsOut;
    }

    LaneColumns columns() {
        return columns;
    }
}
