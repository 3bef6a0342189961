package org.immunarium.equations.simulation;

/// Takes the values of a run at the times that were asked for.
interface Recorder {

    /// The next time at which values are wanted; infinite when there are no more.
    double next();

    /// Receives the values at [#next], and moves on.
    ///
    /// @param state      states at that time
    /// @param parameters parameters at that time
    void record(double time, double[] state, double[] parameters);
}
