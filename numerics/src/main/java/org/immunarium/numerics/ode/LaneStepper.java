package org.immunarium.numerics.ode;

/// A one-step method for all lanes at once, each with its own time and step.
///
/// Life cycle: the solver sets time, state and step of every lane in the [LaneColumns], calls [#attempt], reads `next`
/// and the error of each lane, moves accepted lanes on, and before the next attempt asks for dense output where it is
/// wanted.
abstract sealed class LaneStepper permits RosenbrockStepper, RungeKuttaStepper {

    final LaneColumns columns;

    LaneStepper(LaneColumns columns) {
        this.columns = columns;
    }

    /// Attempts one step in every lane: fills `next` and `error`.
    abstract void attempt();

    /// The power of the step with which the error estimate shrinks.
    abstract int errorOrder();

    /// The rows of the dense output, see [DenseOutput].
    abstract int denseRows();

    /// Copies the dense output of a lane's step, which has been accepted: row `r` of state `i` at
    /// `[r * dimension + i]`.
    abstract void copyDense(int lane, double[] into);

    /// Copies the dense output of one state of a lane's step, row after row.
    abstract void copyDense(int lane, int state, double[] into);

    /// Whether the last attempt of a lane failed for a singular matrix.
    abstract boolean wasSingular(int lane);

    /// Makes a lane as new.
    void reset(int lane) {}

    /// A measure of the stiffness that a lane's accepted step has met: step x largest rate, in units of the largest
    /// that the explicit method could have taken.
    abstract double stiffness(int lane);

    /// Counts what an attempt cost a lane, had it been alone.
    ///
    /// @param fresh whether the start was known from a rejected attempt
    abstract void count(StepControl control, boolean fresh);
}
