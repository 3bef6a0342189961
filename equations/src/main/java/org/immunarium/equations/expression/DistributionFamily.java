package org.immunarium.equations.expression;

/// The distributions of the SBML package distrib, version 1; optional bounds follow the arguments named
/// here.
public enum DistributionFamily {
    /// mean, standard deviation [, lower, upper]
    NORMAL,
    /// lower, upper
    UNIFORM,
    /// probability
    BERNOULLI,
    /// number of trials, probability [, lower, upper]
    BINOMIAL,
    /// location, scale [, lower, upper]
    CAUCHY,
    /// degrees of freedom [, lower, upper]
    CHI_SQUARE,
    /// rate [, lower, upper]
    EXPONENTIAL,
    /// shape, scale [, lower, upper]
    GAMMA,
    /// location, scale [, lower, upper]
    LAPLACE,
    /// mean and standard deviation of the logarithm [, lower, upper]
    LOG_NORMAL,
    /// rate [, lower, upper]
    POISSON,
    /// scale [, lower, upper]
    RAYLEIGH
}
