package org.immunarium.numerics.ode;

import java.util.Arrays;
import org.immunarium.numerics.functions.ElementaryFunctions;

/// Problems whose solutions are known at all times.
final class ClosedForms {

    private ClosedForms() {}

    /// y' = p y + cos t - p sin t, y = sin t: Prothero and Robinson's problem, stiff for large negative p.
    static class Prothero extends TestProblem {

        Prothero(int lanes, double p) {
            super(1, lanes);
            Arrays.fill(parameter, p);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 2;
        }

        @Override
        double[] startState() {
            return new double[] {0};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = p * (y[0] - ElementaryFunctions.sin(t)) + ElementaryFunctions.cos(t);
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = p;
            dfdt[0] = -p * ElementaryFunctions.cos(t) - ElementaryFunctions.sin(t);
        }

        @Override
        double[] solution(double t) {
            return new double[] {ElementaryFunctions.sin(t)};
        }
    }

    /// Kaps' problem: nonlinear, two states, y = (exp(-2t), exp(-t)) whatever the stiffness p.
    static class Kaps extends TestProblem {

        Kaps(int lanes, double p) {
            super(2, lanes);
            Arrays.fill(parameter, p);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 1;
        }

        @Override
        double[] startState() {
            return new double[] {1, 1};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = -(p + 2) * y[0] + p * y[1] * y[1];
            f[1] = y[0] - y[1] - y[1] * y[1];
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = -(p + 2);
            m[1] = 2 * p * y[1];
            m[2] = 1;
            m[3] = -1 - 2 * y[1];
            dfdt[0] = 0;
            dfdt[1] = 0;
        }

        @Override
        double[] solution(double t) {
            return new double[] {ElementaryFunctions.exp(-2 * t), ElementaryFunctions.exp(-t)};
        }
    }

    /// y' = -y² cos t, nonlinear and driven by time: y = 1 / (2 + sin t).
    static class Swing extends TestProblem {

        Swing(int lanes) {
            super(1, lanes);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 3;
        }

        @Override
        double[] startState() {
            return new double[] {0.5};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = -y[0] * y[0] * ElementaryFunctions.cos(t);
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = -2 * y[0] * ElementaryFunctions.cos(t);
            dfdt[0] = y[0] * y[0] * ElementaryFunctions.sin(t);
        }

        @Override
        double[] solution(double t) {
            return new double[] {1 / (2 + ElementaryFunctions.sin(t))};
        }
    }

    /// Saturable elimination with its rate as an algebraic state: x' = -z, 0 = z (1 + x) - x; then x + ln x = 1 - t.
    static class Buffer extends TestProblem {

        Buffer(int lanes) {
            super(2, lanes);
        }

        @Override
        public boolean isAlgebraic(int i) {
            return i == 1;
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 2;
        }

        @Override
        double[] startState() {
            return new double[] {1, 0.5};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = -y[1];
            f[1] = y[1] * (1 + y[0]) - y[0];
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = 0;
            m[1] = -1;
            m[2] = y[1] - 1;
            m[3] = 1 + y[0];
            dfdt[0] = 0;
            dfdt[1] = 0;
        }

        @Override
        double[] solution(double t) {
            double log = 0;
            for (int k = 0; k < 60; k++) {
                double x = ElementaryFunctions.exp(log);
                log -= (x + log - 1 + t) / (x + 1);
            }
            double x = ElementaryFunctions.exp(log);
            return new double[] {x, x / (1 + x)};
        }
    }
}
