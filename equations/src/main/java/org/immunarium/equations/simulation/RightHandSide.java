package org.immunarium.equations.simulation;

import org.immunarium.numerics.ode.SparsityPattern;

/// INTERIM
record RightHandSide(Kernel value, SparsityPattern pattern, int n, int lanes) {
    void jacobian(double[] time, double[] state, double[] parameter, double[] jacobian, double[] timeDerivative) {
        double[] f0 = new double[n * lanes], f1 = new double[n * lanes];
        value.evaluate(time, state, parameter, f0);
        double[] y = state.clone();
        for (int j = 0; j < n; j++) {
            double[] d = new double[lanes];
            for (int l = 0; l < lanes; l++) {
                double v = state[j * lanes + l];
                y[j * lanes + l] = v + 1e-7 * Math.max(Math.abs(v), 1e-6);
                d[l] = y[j * lanes + l] - v;
            }
            value.evaluate(time, y, parameter, f1);
            for (int i = 0; i < n; i++)
                for (int l = 0; l < lanes; l++)
                    jacobian[(i * n + j) * lanes + l] = (f1[i * lanes + l] - f0[i * lanes + l]) / d[l];
            for (int l = 0; l < lanes; l++) y[j * lanes + l] = state[j * lanes + l];
        }
        double[] t = time.clone();
        for (int l = 0; l < lanes; l++) t[l] += 1e-7 * Math.max(1, Math.abs(t[l]));
        value.evaluate(t, state, parameter, f1);
        for (int i = 0; i < n; i++)
            for (int l = 0; l < lanes; l++)
                timeDerivative[i * lanes + l] = (f1[i * lanes + l] - f0[i * lanes + l]) / (t[l] - time[l]);
    }
}
