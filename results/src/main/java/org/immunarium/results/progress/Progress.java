package org.immunarium.results.progress;

/// Hears how far a piece of work is. Whoever works calls it as often as is convenient, from any thread; it is cheap.
@FunctionalInterface
public interface Progress {

    /// Nobody listens.
    Progress SILENT = done -> {};

    /// @param done in the unit of the work, such as days simulated; never less than before
    void reached(double done);
}
