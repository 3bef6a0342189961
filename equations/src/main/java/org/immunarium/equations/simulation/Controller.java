package org.immunarium.equations.simulation;

/// Looks at one run on its way, and decides how it goes on: a clinic at its visits.
public interface Controller {

    /// When it is asked, ascending, all after the start. A step ends at each.
    double[] times();

    /// Decides.
    ///
    /// @param time of those
    /// @param present the values of all columns now, before anything is given that is due at this time
    /// @param past    what was recorded before this time
    Decision decide(double time, double[] present, Recorded past);
}
