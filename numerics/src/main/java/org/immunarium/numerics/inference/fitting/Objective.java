package org.immunarium.numerics.inference.fitting;

/// What is to be minimised, such as the negative logarithm of a likelihood.
///
/// Is asked by several threads at once, and must give the same answer for the same parameters.
@FunctionalInterface
public interface Objective {

    /// The value at some parameters, which are within their bounds and stay as they are.
    ///
    /// @return what is not finite counts as worse than everything that is
    double at(double[] parameters);
}
