package org.immunarium.numerics.ode;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Trajectories advanced side by side, one a lane of an [OdeSystem]; a single run is the batch of one lane.
///
/// All lanes attempt steps in lockstep, each with a time, a step and an error of its own. What a trajectory gives
/// depends neither on its lane nor on its neighbours, to the bit. A lane whose trajectory is done takes the next one
/// from the source, as soon as that has one. Steps end at stops exactly and are otherwise chosen by the tolerances
/// alone: neither outputs nor pauses change them.
///
/// Used by one thread; other threads have batches of their own, which may share a thread-safe source.
public final class LaneBatch {

    private final LaneSolver solver;
    private final Supplier<Optional<Trajectory>> source;
    private final Lane[] lanes;

    /// @param system   the equations
    /// @param settings the accuracy and the method
    /// @param source   gives trajectories; where it has none for now, it is asked again after each step of the
    ///                 other lanes, and the batch ends when it has none while no lane is at work
    public LaneBatch(OdeSystem system, OdeSettings settings, Supplier<Optional<Trajectory>> source) {
        this.solver = new LaneSolver(system, settings);
        this.source = source;
        this.lanes = new Lane[system.lanes()];
        for (int l = 0; l < lanes.length; l++) {
            lanes[l] = new Lane(solver, l);
        }
    }

    /// A batch of one lane with one trajectory.
    public static LaneBatch single(OdeSystem system, OdeSettings settings, Trajectory trajectory) {
        if (system.lanes() != 1) {
            throw new IllegalArgumentException("a system of one lane expected, not of " + system.lanes());
        }
        Iterator<Trajectory> once = List.of(trajectory).iterator();
        return new LaneBatch(system, settings, () -> once.hasNext() ? Optional.of(once.next()) : Optional.empty());
    }

    /// One of the lanes, of which there are as many as [OdeSystem#lanes] says.
    public Lane lane(int index) {
        return lanes[index];
    }

    /// Advances until all lanes are empty and the source has nothing for them.
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
            for (Lane lane : lanes) {
                lane.proceed(until);
                if (lane.isIdle()) {
                    source.get().ifPresent(lane::start);
                }
                left |= !lane.isIdle();
                boolean wants = lane.wantsStep(until);
                solver.suspend(lane.index(), !wants);
                attempt |= wants;
            }
            if (!attempt) {
                return left;
            }
            solver.step();
            for (Lane lane : lanes) {
                if (!lane.isIdle() && lane.wantsStep(until)) {
                    lane.afterStep();
                }
            }
        }
    }
}
