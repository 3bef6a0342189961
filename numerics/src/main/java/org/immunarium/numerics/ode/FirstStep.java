package org.immunarium.numerics.ode;

import java.util.Arrays;
import org.immunarium.numerics.functions.ElementaryFunctions;

/// Guesses a first step from the sizes of the state, its first and its second derivative.
///
/// Costs two evaluations of the derivatives for all lanes that need a guess together. Algebraic states do not count.
///
/// Source: Hairer, Norsett and Wanner, *Solving Ordinary Differential Equations I* (2nd ed. 1993), section II.4.
final class FirstStep {

    private final LaneColumns columns;
    private final double[] slope;
    private final double[] probe;
    private final double[] probeSlope;
    private final double[] probeTime;
    private final double[] size;
    private final boolean[] differential;

    FirstStep(LaneColumns columns) {
        this.columns = columns;
        int length = columns.dimension * columns.lanes;
        this.slope = new double[length];
        this.probe = new double[length];
        this.probeSlope = new double[length];
        this.probeTime = new double[columns.lanes];
        this.size = new double[columns.lanes];
        this.differential = new boolean[columns.dimension];
        for (int i = 0; i < columns.dimension; i++) {
            differential[i] = !columns.system.isAlgebraic(i);
        }
    }

    /// Gives each active lane that wants one a guess.
    void choose(StepControl[] control, double[] longest, double[] stop) {
        boolean wanted = false;
        for (int l = 0; l < columns.lanes; l++) {
            wanted |= columns.active[l] && control[l].wantsGuess();
        }
        if (!wanted) {
            return;
        }
        columns.system.derivatives(columns.time, columns.state, slope);
        Arrays.fill(size, 0);
        for (int l = 0; l < columns.lanes; l++) {
            if (columns.active[l]) {
                double d0 = norm(l, columns.state, 1);
                double d1 = norm(l, slope, 1);
                double h = d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1;
                size[l] = Math.min(Math.min(h, longest[l]), stop[l] - columns.time[l]);
            }
            probeTime[l] = columns.time[l] + size[l];
        }
        for (int i = 0; i < columns.dimension; i++) {
            for (int l = 0; l < columns.lanes; l++) {
                int k = i * columns.lanes + l;
                probe[k] = differential[i] ? Math.fma(size[l], slope[k], columns.state[k]) : columns.state[k];
            }
        }
        columns.system.derivatives(probeTime, probe, probeSlope);
        for (int l = 0; l < columns.lanes; l++) {
            if (columns.active[l] && control[l].wantsGuess()) {
                control[l].guess(guess(l));
            }
        }
    }

    private double guess(int l) {
        double h = size[l];
        double d1 = norm(l, slope, 1);
        for (int i = 0; i < columns.dimension; i++) {
            int k = i * columns.lanes + l;
            probeSlope[k] -= slope[k];
        }
        double d2 = norm(l, probeSlope, 1 / h);
        double largest = Math.max(d1, d2);
        double second = largest <= 1e-15 ? Math.max(1e-6, h * 1e-3) : ElementaryFunctions.pow(0.01 / largest, 0.2);
        double chosen = Math.min(100 * h, second);
        return chosen > 0 && chosen <= Double.MAX_VALUE ? chosen : h;
    }

    private double norm(int l, double[] vector, double factor) {
        double total = 0;
        for (int i = 0; i < columns.dimension; i++) {
            if (differential[i]) {
                int k = i * columns.lanes + l;
                double scale = Math.fma(
                        columns.settings.relativeTolerance(),
                        Math.abs(columns.state[k]),
                        columns.settings.absoluteTolerance()[i]);
                double part = factor * vector[k] / scale;
                total = Math.fma(part, part, total);
            }
        }
        return Math.sqrt(total / columns.dimension);
    }
}
