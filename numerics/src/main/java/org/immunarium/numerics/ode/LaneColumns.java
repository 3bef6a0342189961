package org.immunarium.numerics.ode;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What a batch and its steppers share: where each lane is and where its attempted step leads.
///
/// Arrays over states are columns, element `i` of lane `l` at `[i * lanes + l]`; the others have one element a lane.
final class LaneColumns {

    final OdeSystem system;
    final OdeSettings settings;
    final int dimension;
    final int lanes;

    /// The states that must not become negative.
    final int[] nonNegative;

    /// Where each lane is.
    final double[] time;

    final double[] state;

    /// Where each lane was before its last accepted step.
    final double[] from;

    final double[] previous;

    /// The step to attempt, above zero; in idle lanes too, where the outcome means nothing.
    final double[] step;

    /// Where the step to attempt ends.
    final double[] end;

    /// The state at the end of the attempted step.
    final double[] next;

    /// The error of the attempted step in units of the tolerance; NaN where it could not be computed.
    final double[] error;

    /// Whether the derivative and the Jacobian at the lane's time and state are known from an earlier attempt.
    final boolean[] fresh;

    /// Whether the last step's end is where the lane still is, so that the derivative there is known.
    final boolean[] carried;

    /// Whether the method is chosen automatically, so that stiffness is to be measured.
    final boolean automatic;

    /// Whether a lane's outcome is wanted.
    final boolean[] active;

    LaneColumns(OdeSystem system, OdeSettings settings) {
        this.system = system;
        this.settings = settings;
        this.dimension = system.dimension();
        this.lanes = system.lanes();
        this.automatic = settings.method() == OdeMethod.AUTOMATIC && !hasAlgebraic();
        this.nonNegative = IntStream.range(0, dimension)
                .filter(i -> settings.nonNegative()[i])
                .toArray();
        this.time = new double[lanes];
        this.state = new double[dimension * lanes];
        this.from = new double[lanes];
        this.previous = new double[dimension * lanes];
        this.carried = new boolean[lanes];
        this.step = new double[lanes];
        this.end = new double[lanes];
        this.next = new double[dimension * lanes];
        this.error = new double[lanes];
        this.fresh = new boolean[lanes];
        this.active = new boolean[lanes];
        Arrays.fill(step, 1);
    }

    boolean hasAlgebraic() {
        return IntStream.range(0, dimension).anyMatch(system::isAlgebraic);
    }
}
