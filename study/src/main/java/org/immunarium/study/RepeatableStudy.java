package org.immunarium.study;

import java.util.List;
import java.util.function.DoubleConsumer;

/// A study that can also be run many times over, each time for nothing but what it comes to in
/// numbers: what a sweep runs.
public interface RepeatableStudy extends PreparedStudy {

    /// What a run of it comes to, in numbers, most telling first; the same for all variants.
    List<Measure> measures();

    /// Runs one variant and keeps nothing but what it came to: writes nothing. May be called by
    /// several threads at once.
    ///
    /// @param variant its place in [#variants]; 0 for the only one
    /// @param seed    of all random numbers, in place of [#seed]
    /// @param threads at least 1; results do not depend on it
    /// @param heap    what it may fill
    /// @param watch   told between pieces of work which part of the run is done, from 0 to 1, by any
    ///     of the threads; what it throws ends the run
    /// @return values in the order of [#measures]; NaN where there is none
    /// @throws org.immunarium.numerics.NumericalFailure if the numbers fail
    /// @throws RunStopped if it would grow beyond its heap
    double[] measure(int variant, long seed, int threads, Heap heap, DoubleConsumer watch);

    /// Memory that one such run takes as it begins, on one thread, bytes; 0 where that is too
    /// little to count.
    double bytes();
}
