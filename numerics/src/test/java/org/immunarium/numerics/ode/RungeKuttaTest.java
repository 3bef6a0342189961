package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.junit.jupiter.api.Test;

/// The explicit method and the automatic choice between it and the stiff one.
class RungeKuttaTest {

    @Test
    void solutionAndDenseOutputHaveTheirOrders() {
        for (TestProblem problem : new TestProblem[] {new ClosedForms.Swing(1), new ClosedForms.Kaps(1, 2)}) {
            LocalError coarse = explicit(problem, 1.0 / 3);
            LocalError fine = explicit(problem, 1.0 / 6);
            assertThat(LocalError.order(coarse.solution(), fine.solution())).isGreaterThan(8.3);
            assertThat(LocalError.order(coarse.dense(), fine.dense())).isGreaterThan(7.3);
            assertThat(LocalError.order(coarse.estimate(), fine.estimate())).isBetween(7.0, 9.0);
        }
    }

    private static LocalError explicit(TestProblem problem, double size) {
        return LocalError.of(problem, columns -> new RungeKuttaStepper(columns, RungeKuttaTableau.dop853()), size);
    }

    private static Recording run(TestProblem problem, OdeMethod method, double relative) {
        Recording recording = new Recording(problem);
        OdeSettings settings =
                OdeSettings.of(relative, relative, problem.dimension()).withMethod(method);
        LaneBatch.single(problem, settings, recording).run();
        return recording;
    }

    @Test
    void aNonstiffProblemNeverNeedsAJacobian() {
        Recording recording = run(new ClosedForms.Swing(1), OdeMethod.AUTOMATIC, 1e-9);
        assertThat(recording.statistics.jacobians()).isZero();
        assertThat(recording.last[0])
                .isCloseTo(recording.problem.solution(recording.problem.endTime())[0], offset(1e-8));
    }

    @Test
    void aStiffProblemIsRecognisedAndGivenToTheStiffMethod() {
        TestProblem problem = new StiffProblems.VanDerPol(1);
        Recording automatic = run(problem, OdeMethod.AUTOMATIC, 1e-6);
        Recording stiff = run(problem, OdeMethod.STIFF, 1e-6);
        assertThat(automatic.statistics.accepted()).isLessThan(2 * stiff.statistics.accepted());
        double[] reference = problem.solution(2);
        for (int i = 0; i < 2; i++) {
            assertThat(automatic.last[i]).isCloseTo(reference[i], offset(1e-5));
        }
    }

    /// A state that grows to its bound, and one that decays at rate 7 to its own and then lies still there.
    private static final class Quiet extends TestProblem {

        Quiet() {
            super(2, 1);
        }

        @Override
        double startTime() {
            return 0;
        }

        @Override
        double endTime() {
            return 100;
        }

        @Override
        double[] startState() {
            return new double[] {1e5, 2};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = 0.3 * y[0] * (1 - y[0]);
            f[1] = 7 * (1 - y[1]);
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = 0.3 * (1 - 2 * y[0]);
            m[1] = 0;
            m[2] = 0;
            m[3] = -7;
            dfdt[0] = 0;
            dfdt[1] = 0;
        }

        @Override
        double[] solution(double t) {
            return new double[] {Double.NaN, 1 + ElementaryFunctions.exp(-7 * t)};
        }
    }

    @Test
    void stepsStayWhereTheDenseOutputIsAsGoodAsTheStep() {
        TestProblem problem = new Quiet();
        double[] outputs = new double[1001];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = 0.1 * i;
        }
        for (double relative : new double[] {1e-5, 1e-6, 1e-8}) {
            Recording recording = new Recording(problem, outputs);
            OdeSettings settings =
                    OdeSettings.of(relative, 1e-20, problem.dimension()).withMethod(OdeMethod.NONSTIFF);
            LaneBatch.single(problem, settings, recording).run();
            for (int i = 0; i < outputs.length; i++) {
                assertThat(recording.values.get(i)[1]).isCloseTo(problem.solution(outputs[i])[1], offset(2 * relative));
            }
        }
    }

    @Test
    void whenStiffnessGoesTheExplicitMethodComesBack() {
        TestProblem fading = new ClosedForms.Prothero(1, 0) {
            @Override
            double endTime() {
                return 400;
            }

            private static double rate(double t) {
                return t < 100 ? -1e4 : t < 101 ? -1e4 * (101 - t) : 0;
            }

            @Override
            void derivatives(double t, double[] y, double p, double[] f) {
                super.derivatives(t, y, rate(t), f);
            }

            @Override
            void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
                super.jacobian(t, y, rate(t), m, dfdt);
            }
        };
        OdeMethod[] atEnd = new OdeMethod[1];
        boolean[] wasStiff = new boolean[1];
        Recording recording = new Recording(fading) {
            @Override
            public void passed(Lane lane, double from, double to) {
                super.passed(lane, from, to);
                wasStiff[0] |= lane.method() == OdeMethod.STIFF;
                atEnd[0] = lane.method();
            }
        };
        LaneBatch.single(fading, OdeSettings.of(1e-6, 1e-6, 1), recording).run();
        assertThat(wasStiff[0]).isTrue();
        assertThat(atEnd[0]).isEqualTo(OdeMethod.NONSTIFF);
    }

    @Test
    void algebraicEquationsAreRefusedByTheExplicitMethod() {
        TestProblem problem = new ClosedForms.Buffer(1);
        assertThatThrownBy(() -> run(problem, OdeMethod.NONSTIFF, 1e-6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("algebraic");
    }
}
