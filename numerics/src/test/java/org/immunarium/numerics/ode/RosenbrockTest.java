package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Orders of convergence of the Rosenbrock methods, and the stiff problems by which solvers are judged.
class RosenbrockTest {

    static List<RosenbrockTableau> tableaus() {
        return List.of(
                RosenbrockTableau.rodas5P(),
                RosenbrockTableau.rodas5Pe(),
                RosenbrockTableau.rodas4P(),
                RosenbrockTableau.rodas4());
    }

    @ParameterizedTest
    @MethodSource("tableaus")
    void solutionDenseOutputAndEstimateHaveTheirOrders(RosenbrockTableau tableau) {
        for (TestProblem problem : List.of(new ClosedForms.Swing(1), new ClosedForms.Kaps(1, 5))) {
            LocalError coarse = LocalError.of(problem, columns -> new RosenbrockStepper(columns, tableau), 1.0 / 32);
            LocalError fine = LocalError.of(problem, columns -> new RosenbrockStepper(columns, tableau), 1.0 / 64);
            int p = tableau.order();
            assertThat(LocalError.order(coarse.solution(), fine.solution())).isGreaterThan(p + 0.55);
            assertThat(LocalError.order(coarse.dense(), fine.dense())).isGreaterThan(p - 0.45);
            assertThat(LocalError.order(coarse.estimate(), fine.estimate())).isBetween(p - 0.45, p + 0.45);
        }
    }

    @ParameterizedTest
    @MethodSource("tableaus")
    void algebraicStatesAreAsAccurateAsTheOthers(RosenbrockTableau tableau) {
        TestProblem problem = new ClosedForms.Buffer(1);
        LocalError coarse = LocalError.of(problem, columns -> new RosenbrockStepper(columns, tableau), 1.0 / 16);
        LocalError fine = LocalError.of(problem, columns -> new RosenbrockStepper(columns, tableau), 1.0 / 32);
        assertThat(LocalError.order(coarse.solution(), fine.solution())).isGreaterThan(tableau.order() - 0.5);
    }

    /// The stiff set with the absolute tolerance of each state, as a share of the relative one.
    private record Case(TestProblem problem, double[] absolute, double share) {}

    static List<Case> stiffSet() {
        return List.of(
                new Case(new StiffProblems.Robertson(1, 1e11), new double[] {1e-8, 1e-13, 1}, 10),
                new Case(new StiffProblems.VanDerPol(1), new double[] {1, 1}, 10),
                new Case(new StiffProblems.Orego(1), new double[] {1, 1, 1}, 10),
                new Case(new StiffProblems.Hires(1), new double[] {1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4}, 10),
                new Case(new ClosedForms.Kaps(1, 1e6), new double[] {1, 1}, 10),
                new Case(new ClosedForms.Prothero(1, -1e6), new double[] {1}, 10),
                new Case(new ClosedForms.Buffer(1), new double[] {1, 1}, 10));
    }

    @ParameterizedTest
    @MethodSource("stiffSet")
    void publishedReferenceValuesAreMetAtTheTolerance(Case test) {
        for (double relative : new double[] {1e-4, 1e-6, 1e-8}) {
            double[] absolute =
                    Arrays.stream(test.absolute).map(share -> share * relative).toArray();
            Recording recording = new Recording(test.problem);
            OdeSettings settings = OdeSettings.of(relative, absolute).withMethod(OdeMethod.STIFF);
            LaneBatch.single(test.problem, settings, recording).run();
            double[] reference = test.problem.solution(test.problem.endTime());
            for (int i = 0; i < reference.length; i++) {
                double allowed = test.share * (relative * Math.abs(reference[i]) + absolute[i]);
                assertThat(recording.last[i]).isCloseTo(reference[i], within(allowed));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double allowed) {
        return org.assertj.core.data.Offset.offset(allowed);
    }
}
