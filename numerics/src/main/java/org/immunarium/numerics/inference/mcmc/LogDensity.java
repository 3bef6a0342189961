package org.immunarium.numerics.inference.mcmc;

/// The logarithm of a probability density, up to a constant: of a posterior, the log likelihood plus the log of the
/// prior.
///
/// Is asked by several threads at once, and must give the same answer for the same parameters.
@FunctionalInterface
public interface LogDensity {

    /// The value at some parameters, which are within their bounds and stay as they are.
    ///
    /// @return minus infinity where the density is 0; not NaN, nor plus infinity
    double at(double[] parameters);
}
