package org.immunarium.numerics.inference.fitting;

import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// A search for a minimum near its start.
///
/// It is a function of its arguments alone, and may be asked by several threads at once. What an objective throws
/// passes through it.
///
/// @param <F> what it can minimise
@FunctionalInterface
public interface LocalSearch<F extends Objective> {

    /// Searches.
    ///
    /// @param start  within the bounds
    /// @param random for searches that draw, at the beginning of a stream of their own
    Minimum minimum(F objective, Bounds bounds, double[] start, RandomStream random);
}
