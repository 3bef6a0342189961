package org.immunarium.numerics.ode;

/// The equations y' = f(t, y) of `lanes()` independent problems side by side.
///
/// All problems share the equations but not their parameters, times or states. Arrays are columns: the element `i`
/// of lane `l` is at `[i * lanes() + l]`. One problem is the system of one lane.
///
/// Life cycle: a solver calls these methods many times from one thread; they allocate nothing and keep no state
/// that a later result depends on. Another thread uses another instance.
public interface OdeSystem {

    /// The number of states of one problem.
    int dimension();

    /// The number of problems side by side, at least 1.
    int lanes();

    /// Writes f(t, y).
    ///
    /// @param time       time of each lane, length `lanes()`
    /// @param state      y, length `dimension() * lanes()`
    /// @param derivative receives f, length `dimension() * lanes()`
    void derivatives(double[] time, double[] state, double[] derivative);

    /// Where df/dy can be different from zero; fixed for the life of the system.
    SparsityPattern jacobianPattern();

    /// Writes df/dy and the partial derivative df/dt.
    ///
    /// @param jacobian       receives the entries of [#jacobianPattern]; entry `k` of lane `l` is at
    ///                       `[k * lanes() + l]`
    /// @param timeDerivative receives df/dt, length `dimension() * lanes()`
    void jacobian(double[] time, double[] state, double[] jacobian, double[] timeDerivative);

    /// Whether equation `i` is algebraic, 0 = f_i(t, y), rather than differential (index 1).
    default boolean isAlgebraic(int i) {
        return false;
    }
}
