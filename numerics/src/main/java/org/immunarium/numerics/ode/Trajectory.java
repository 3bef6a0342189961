package org.immunarium.numerics.ode;

import java.util.stream.IntStream;

/// One initial value problem on its way through a [Lane]: where it starts, where it jumps, what it reports, when it
/// ends.
///
/// Life cycle: a [LaneBatch] calls [#start] once, then for each step [#passed], in between [#atRoot] where a root
/// function changes sign and [#atStop] at each stop, until one of them answers [Next#FINISH]. All calls come from the
/// batch's thread, in the order of time.
public interface Trajectory {

    /// What comes after a root or a stop.
    enum Next {
        /// Nothing has changed: the step goes on.
        CONTINUE,
        /// The state, a parameter or the equations of this lane have changed: a new step starts here.
        RESTART,
        /// The problem is done; the lane is free.
        FINISH
    }

    /// Puts the problem into its lane: sets the time with [Lane#setTime], the state in [Lane#state] and the lane's
    /// parameters in the system.
    void start(Lane lane);

    /// The next time that no step may pass over: a dose, a jump of the equations, or the end. Asked at the start and
    /// after each stop or restart; must be later than the lane's time, and may be infinite.
    double nextStop(Lane lane);

    /// The solution from just after `from` up to and including `to` is final and can be read with
    /// [Lane#interpolate(double, double[])]. Pieces follow each other without gaps; a piece ends at the end of a
    /// step, at a root or a stop (before its jump), or where [LaneBatch#advance] was asked to pause.
    default void passed(Lane lane, double from, double to) {}

    /// The lane has come to the time of [#nextStop]; the state can be changed in [Lane#state].
    Next atStop(Lane lane);

    /// The number of root functions; asked once, after [#start].
    default int rootCount() {
        return 0;
    }

    /// The states that root functions depend on; asked once, after [#start]. All unless overridden.
    default int[] rootStates(int dimension) {
        return IntStream.range(0, dimension).toArray();
    }

    /// Evaluates the root functions.
    ///
    /// @param state  the state at `time`, one value a state, of which [#rootStates] are valid; not to be changed
    /// @param values receives the values, length [#rootCount]
    default void roots(Lane lane, double time, double[] state, double[] values) {}

    /// Some root functions have changed sign, where zero counts as a sign of its own. The lane's time is the first
    /// at which they have their new signs, within a few units in the last place; the state can be changed in
    /// [Lane#state].
    ///
    /// @param changed which functions have changed, length [#rootCount]; valid during the call
    default Next atRoot(Lane lane, boolean[] changed) {
        return Next.CONTINUE;
    }

    /// The integration cannot go on. Throws the exception unless overridden; else the lane is free afterwards.
    default void failed(Lane lane, OdeException reason) {
        throw reason;
    }
}
