package org.immunarium.numerics.ode;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.numerics.ode.OdeException.Reason;

/// Trajectories advanced side by side, one a lane of an [OdeSystem]; a single run is the batch of one lane.
///
/// All lanes attempt steps in lockstep, each with a time, a step and an error of its own. What a trajectory gives
/// depends neither on its lane nor on its neighbours, to the bit. A lane whose trajectory is done takes the next one
/// from the source. Steps end at stops exactly and are otherwise chosen by the tolerances alone: neither outputs nor
/// pauses change them.
///
/// Used by one thread; other threads have batches of their own, which may share a thread-safe source.
public final class LaneBatch {

    private final LaneColumns columns;
    private final Supplier<Optional<Trajectory>> source;
    private final Lane[] lanes;
    private final LaneStepper stepper;
    private final FirstStep firstStep;
    private boolean exhausted;

    /// @param system   the equations
    /// @param settings the accuracy and the method
    /// @param source   gives trajectories until it gives none
    public LaneBatch(OdeSystem system, OdeSettings settings, Supplier<Optional<Trajectory>> source) {
        this.columns = new LaneColumns(system, settings);
        this.source = source;
        this.lanes = new Lane[system.lanes()];
        for (int l = 0; l < lanes.length; l++) {
            lanes[l] = new Lane(columns, l);
        }
        this.stepper = new RosenbrockStepper(columns, RosenbrockTableau.rodas5P());
        this.firstStep = new FirstStep(columns);
    }

    /// A batch of one lane with one trajectory.
    public static LaneBatch single(OdeSystem system, OdeSettings settings, Trajectory trajectory) {
        if (system.lanes() != 1) {
            throw new IllegalArgumentException("a system of one lane expected, not of " + system.lanes());
        }
        Iterator<Trajectory> once = List.of(trajectory).iterator();
        return new LaneBatch(system, settings, () -> once.hasNext() ? Optional.of(once.next()) : Optional.empty());
    }

    /// The lanes, each as long as [OdeSystem#lanes] says.
    public Lane lane(int index) {
        return lanes[index];
    }

    /// Advances until the source and all lanes are empty.
    public void run() {
        advance(Double.POSITIVE_INFINITY);
    }

    /// Advances every trajectory until it has been told of everything up to and including `until`, or is finished.
    ///
    /// @return whether any trajectory is left
    public boolean advance(double until) {
        while (true) {
            boolean left = false;
            boolean attempt = false;
            for (int l = 0; l < lanes.length; l++) {
                Lane lane = lanes[l];
                lane.proceed(until);
                while (lane.isIdle() && !exhausted) {
                    refill(lane);
                }
                left |= !lane.isIdle();
                columns.active[l] = lane.isReady() && lane.time() < until;
                attempt |= columns.active[l];
            }
            if (!attempt) {
                return left;
            }
            attempt();
        }
    }

    private void refill(Lane lane) {
        Optional<Trajectory> next = source.get();
        if (next.isPresent()) {
            lane.start(next.get());
        } else {
            exhausted = true;
        }
    }

    private void attempt() {
        firstStep.choose(lanes);
        for (int l = 0; l < lanes.length; l++) {
            if (columns.active[l]) {
                aim(l);
            }
        }
        stepper.attempt();
        for (int l = 0; l < lanes.length; l++) {
            if (columns.active[l]) {
                judge(l);
            }
        }
    }

    private void aim(int l) {
        Lane lane = lanes[l];
        double time = columns.time[l];
        double end = lane.control.end(time, lane.stop(), lane.longestStep());
        columns.end[l] = end;
        columns.step[l] = end - time;
    }

    private void judge(int l) {
        Lane lane = lanes[l];
        StepControl control = lane.control;
        control.countAttempt(stepper.derivativesAnAttempt(columns.fresh[l]), columns.fresh[l]);
        columns.fresh[l] = true;
        double error = columns.error[l];
        int negative = error <= 1 ? mostNegative(l) : -1;
        if (error <= 1 && negative < 0) {
            control.accepted(columns.step[l], error, stepper.errorOrder());
            clip(l);
            lane.accept(columns.end[l], stepper);
            return;
        }
        control.rejected(columns.step[l], negative < 0 ? error : Double.NaN, stepper.errorOrder());
        if (control.isExhausted()) {
            lane.fail(new OdeException(
                    Reason.TOO_MANY_STEPS,
                    columns.time[l],
                    -1,
                    columns.settings.maximumSteps() + " attempts since the last stop"));
        } else if (control.isTooSmall(columns.time[l])) {
            lane.fail(Diagnosis.of(columns, stepper, l, negative));
        }
    }

    /// The state furthest below its tolerance among those that must not be negative, or -1.
    private int mostNegative(int l) {
        int worst = -1;
        double depth = 1;
        for (int i : columns.nonNegative) {
            double below =
                    -columns.next[i * columns.lanes + l] / columns.settings.absoluteTolerance()[i];
            if (below > depth) {
                depth = below;
                worst = i;
            }
        }
        return worst;
    }

    private void clip(int l) {
        for (int i : columns.nonNegative) {
            int k = i * columns.lanes + l;
            if (columns.next[k] < 0) {
                columns.next[k] = 0;
            }
        }
    }
}
