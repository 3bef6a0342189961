package org.immunarium.benchmarks.check;

import java.util.Arrays;
import java.util.List;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.system.EquationSystem;

/// What an integrator of others finds: DOP853 of Hipparchus where the model is not stiff, else CVODE.
///
/// @param values `[column][time]`
/// @param by     the integrator's name
record IndependentSolution(double[][] values, String by) {

    /// Solves a model from its initial values.
    ///
    /// @param times    the output times; the first is the start
    /// @param relative relative tolerance
    /// @param absolute absolute tolerance of each state
    /// @throws UnsupportedOperationException naming what is missing, or what in the model cannot be done
    static IndependentSolution of(
            EquationSystem equations, List<Column> columns, double[] times, double relative, double[] absolute) {
        try {
            return byDormandPrince(equations, columns, times, relative, absolute);
        } catch (UnsupportedOperationException e) {
            throw e;
        } catch (RuntimeException stiff) {
            return byCvode(equations, columns, times, relative, absolute);
        }
    }

    private static IndependentSolution byDormandPrince(
            EquationSystem equations, List<Column> columns, double[] times, double relative, double[] absolute) {
        double[][] values = new double[columns.size()][times.length];
        IndependentRun run = new IndependentRun(equations, times[times.length - 1], relative, absolute);
        for (int t = 0; t < times.length; t++) {
            if (t > 0) {
                run.advance(times[t]);
            }
            record(run, columns, values, t);
        }
        return new IndependentSolution(values, "DOP853");
    }

    private static IndependentSolution byCvode(
            EquationSystem equations, List<Column> columns, double[] times, double relative, double[] absolute) {
        double[][] values = new double[columns.size()][times.length];
        IndependentRun run = new IndependentRun(equations, times[times.length - 1], relative, absolute);
        double[] states = run.byCvode(times, relative, absolute);
        for (int t = 0; t < times.length; t++) {
            run.become(times[t], Arrays.copyOfRange(states, t * absolute.length, (t + 1) * absolute.length));
            record(run, columns, values, t);
        }
        return new IndependentSolution(values, "CVODE");
    }

    private static void record(IndependentRun run, List<Column> columns, double[][] into, int t) {
        for (int c = 0; c < into.length; c++) {
            into[c][t] = run.value(columns.get(c).id());
        }
    }
}
