package org.immunarium.equations.simulation;

import java.util.List;
import java.util.function.IntToDoubleFunction;
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

    /// The means as a time course; what happened on the way is each run's own.
    public Timecourse means() {
        return run(moments::mean);
    }

    /// The standard deviations as a time course; NaN for fewer than two runs.
    public Timecourse deviations() {
        return run(moments::standardDeviation);
    }

    private Timecourse run(IntToDoubleFunction statistic) {
        double[][] values = new double[columns.size()][times.length];
        for (int c = 0; c < values.length; c++) {
            for (int t = 0; t < times.length; t++) {
                values[c][t] = statistic.applyAsDouble(c * times.length + t);
            }
        }
        return new Timecourse(columns, times.clone(), values, List.of());
    }

    /// The standard deviation over all runs; NaN for fewer than two.
    public double standardDeviation(int column, int time) {
        return moments.standardDeviation(column * times.length + time);
    }
}
