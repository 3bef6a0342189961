package org.immunarium.numerics.ode;

import java.util.Arrays;

/// The stiff problems by which solvers are judged, with published reference values.
///
/// Source: Hairer and Wanner, *Solving Ordinary Differential Equations II* (2nd ed. 1996), sections IV.1 and IV.10;
/// reference values from the *Test Set for IVP Solvers* (Mazzia and Magherini 2008) and Hairer's own test set.
final class StiffProblems {

    private StiffProblems() {}

    /// Robertson's reaction; the sum of the states stays 1.
    static final class Robertson extends TestProblem {
        private final double end;

        Robertson(int lanes, double end) {
            super(3, lanes);
            this.end = end;
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return end;
        }

        @Override
        double[] startState() {
            return new double[] {1, 0, 0};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            double slow = (0.04 + p) * y[0];
            double back = 1e4 * y[1] * y[2];
            double fast = 3e7 * y[1] * y[1];
            f[0] = -slow + back;
            f[1] = slow - back - fast;
            f[2] = fast;
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = -(0.04 + p);
            m[1] = 1e4 * y[2];
            m[2] = 1e4 * y[1];
            m[3] = 0.04 + p;
            m[4] = -1e4 * y[2] - 6e7 * y[1];
            m[5] = -1e4 * y[1];
            m[6] = 0;
            m[7] = 6e7 * y[1];
            m[8] = 0;
            Arrays.fill(dfdt, 0);
        }

        @Override
        double[] solution(double t) {
            if (t == 1e11) {
                return new double[] {0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050};
            }
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
    }

    /// Van der Pol's oscillator in its stiff form y'' = ((1 - y²) y' - y) / 1e-6, to t = 2.
    static final class VanDerPol extends TestProblem {
        private static final double EPSILON = 1e-6;

        VanDerPol(int lanes) {
            super(2, lanes);
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
            return new double[] {2, 0};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = y[1];
            f[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / EPSILON;
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = 0;
            m[1] = 1;
            m[2] = (-2 * y[0] * y[1] - 1) / EPSILON;
            m[3] = (1 - y[0] * y[0]) / EPSILON;
            Arrays.fill(dfdt, 0);
        }

        @Override
        double[] solution(double t) {
            return new double[] {1.706167732170483, -0.8928097010247975};
        }
    }

    /// The oregonator, a chemical reaction with a limit cycle, to t = 360.
    static final class Orego extends TestProblem {
        Orego(int lanes) {
            super(3, lanes);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 360;
        }

        @Override
        double[] startState() {
            return new double[] {1, 2, 3};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
            f[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
            f[2] = 0.161 * (y[0] - y[2]);
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = 77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]);
            m[1] = 77.27 * (1 - y[0]);
            m[2] = 0;
            m[3] = -y[1] / 77.27;
            m[4] = -(1 + y[0]) / 77.27;
            m[5] = 1 / 77.27;
            m[6] = 0.161;
            m[7] = 0;
            m[8] = -0.161;
            Arrays.fill(dfdt, 0);
        }

        @Override
        double[] solution(double t) {
            return new double[] {0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3};
        }
    }

    /// HIRES, eight reactions of a plant's photomorphogenesis, to t = 321.8122.
    static final class Hires extends TestProblem {
        Hires(int lanes) {
            super(8, lanes, pattern());
        }

        private static SparsityPattern pattern() {
            return new SparsityPattern(8, new int[] {0, 3, 5, 8, 11, 14, 19, 22, 25}, new int[] {
                0, 1, 2, 0, 1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 3, 4, 5, 6, 7, 5, 6, 7, 5, 6, 7
            });
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 321.8122;
        }

        @Override
        double[] startState() {
            return new double[] {1, 0, 0, 0, 0, 0, 0, 0.0057};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            double bound = 280 * y[5] * y[7];
            f[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
            f[1] = 1.71 * y[0] - 8.75 * y[1];
            f[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
            f[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
            f[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
            f[5] = -bound + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
            f[6] = bound - 1.81 * y[6];
            f[7] = -f[6];
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            Arrays.fill(m, 0);
            m[0] = -1.71;
            m[1] = 0.43;
            m[2] = 8.32;
            m[8] = 1.71;
            m[9] = -8.75;
            m[18] = -10.03;
            m[19] = 0.43;
            m[20] = 0.035;
            m[25] = 8.32;
            m[26] = 1.71;
            m[27] = -1.12;
            m[36] = -1.745;
            m[37] = 0.43;
            m[38] = 0.43;
            m[43] = 0.69;
            m[44] = 1.71;
            m[45] = -0.43 - 280 * y[7];
            m[46] = 0.69;
            m[47] = -280 * y[5];
            m[53] = 280 * y[7];
            m[54] = -1.81;
            m[55] = 280 * y[5];
            m[61] = -m[53];
            m[62] = 1.81;
            m[63] = -m[55];
            Arrays.fill(dfdt, 0);
        }

        @Override
        double[] solution(double t) {
            return new double[] {
                0.7371312573325668e-3,
                0.1442485726316185e-3,
                0.5888729740967575e-4,
                0.1175651343283149e-2,
                0.2386356198831331e-2,
                0.6238968252742796e-2,
                0.2849998395185769e-2,
                0.2850001604814231e-2
            };
        }
    }

    /// E5, a pyrolysis whose four amounts differ by twenty orders of magnitude, to t = 1e11.
    static final class E5 extends TestProblem {
        private static final double A = 7.89e-10;
        private static final double B = 1.1e7;
        private static final double C = 1.13e3;
        private static final double M = 1e6;

        E5(int lanes) {
            super(4, lanes);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 1e11;
        }

        @Override
        double[] startState() {
            return new double[] {1.76e-3, 0, 0, 0};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            double first = A * y[0];
            double second = B * y[0] * y[2];
            double third = M * C * y[1] * y[2];
            double fourth = C * y[3];
            f[0] = -first - second;
            f[1] = first - third;
            f[3] = second - fourth;
            f[2] = f[1] - f[3];
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = -A - B * y[2];
            m[1] = 0;
            m[2] = -B * y[0];
            m[3] = 0;
            m[4] = A;
            m[5] = -M * C * y[2];
            m[6] = -M * C * y[1];
            m[7] = 0;
            m[8] = A - B * y[2];
            m[9] = -M * C * y[2];
            m[10] = -B * y[0] - M * C * y[1];
            m[11] = C;
            m[12] = B * y[2];
            m[13] = 0;
            m[14] = B * y[0];
            m[15] = -C;
            Arrays.fill(dfdt, 0);
        }

        @Override
        double[] solution(double t) {
            return new double[] {
                0.1152903278711829e-290, 0.8867655517642120e-22, 0.8854814626268838e-22, 0.0000000000000000
            };
        }
    }
}
