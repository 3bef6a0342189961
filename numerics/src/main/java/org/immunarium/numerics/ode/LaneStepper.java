package org.immunarium.numerics.ode;

/// A one-step method for all lanes at once, each with its own time and step.
///
/// Life cycle: the batch sets time, state and step of every lane in the [LaneColumns], calls [#attempt], reads the
/// error of each lane, and before the next attempt copies what it needs of the dense output.
abstract sealed class LaneStepper permits RosenbrockStepper {

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

    /// Copies the dense output of the last attempt in a lane: row `r` of state `i` at `[r * dimension + i]`.
    abstract void copyDense(int lane, double[] into);

    /// Whether the last attempt of a lane failed for a singular matrix.
    abstract boolean wasSingular(int lane);

    /// Evaluations of the derivatives in an attempt whose start is known and in one whose start is not.
    abstract int derivativesAnAttempt(boolean fresh);
}
