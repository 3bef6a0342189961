package org.immunarium.trial.statistics;

/// A value that was estimated, with its interval.
///
/// @param value NaN where it is not known, as a median that was not reached
/// @param lower end of the interval; NaN where it is not known
/// @param upper likewise
public record Estimate(double value, double lower, double upper) {}
