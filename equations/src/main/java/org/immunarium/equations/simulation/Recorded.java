package org.immunarium.equations.simulation;

/// What has been recorded of a run so far.
public interface Recorded {

    /// How many times of output have been reached.
    int count();

    /// One of them.
    double time(int index);

    /// The value of a column then.
    double value(int column, int index);
}
