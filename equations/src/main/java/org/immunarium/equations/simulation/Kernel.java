package org.immunarium.equations.simulation;

interface Kernel {
    void evaluate(double[] time, double[] state, double[] parameter, double[] out);
}
