package org.immunarium.equations.simulation;

import java.util.List;
import org.immunarium.numerics.stochastic.Moments;

/// What many stochastic runs have in common: the mean and spread of each column at each time.
///
/// @param times   when, ascending
/// @param moments of the values, column after column, each at all times
public record StochasticSummary(List<Column> columns, double[] times, Moments moments) {

    /// The mean over all runs.
    ///
    /// @param column its place in [#columns]
    /// @param time   its place in [#times]
    public double mean(int column, int time) {
        return moments.mean(column * times.length + time);
    }

    /// The standard deviation over all runs; NaN for fewer than two.
    public double standardDeviation(int column, int time) {
        return moments.standardDeviation(column * times.length + time);
    }
}
