package org.immunarium.numerics.inference.sensitivity;

/// What a statistic is estimated at, and between which limits it lies with the confidence asked for.
///
/// @param value NaN where it cannot be told
/// @param low   not above `high`; NaN as `value`
/// @param high  NaN as `value`
public record Estimate(double value, double low, double high) {

    /// What cannot be told.
    static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);
}
