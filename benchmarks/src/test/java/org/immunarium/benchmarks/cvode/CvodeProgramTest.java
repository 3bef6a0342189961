package org.immunarium.benchmarks.cvode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.immunarium.benchmarks.cvode.CvodeProgram.LinearSolver;
import org.immunarium.equations.compile.CSource;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the other side of the benchmark of patients does for its model: doses, events, failures.
final class CvodeProgramTest {

    private static final Scope SCOPE = Scope.builder()
            .state("cells", 0)
            .state("drug", 1)
            .parameter("rate", 0)
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void theOtherSideIsThere() {
        assumeTrue(
                CvodeProgram.missing().isEmpty(), () -> CvodeProgram.missing().orElseThrow());
    }

    private static Equations equations(String... formulas) {
        List<Expression> expressions =
                Arrays.stream(formulas).map(Formula::parse).toList();
        return new Equations(SCOPE, expressions);
    }

    /// Two states from 1e9 and 0 to the time 2, with outputs at 0, 1 and 2.
    private CvodeSolution solve(
            LinearSolver solver,
            Equations derivatives,
            Equations roots,
            List<CSource.Event> events,
            List<CvodeProblem.Change> changes)
            throws IOException, InterruptedException {
        String model = CSource.model(derivatives, derivatives.jacobian(2), 1, roots, events);
        CvodeProblem problem = new CvodeProblem(
                1e-8,
                new double[] {1e-2, 1e-31},
                new double[] {0, 1, 2},
                changes,
                new double[][] {{0}},
                new double[][] {{1e9, 0}});
        return CvodeProgram.build(model, folder).solve(problem, solver, 1);
    }

    @ParameterizedTest
    @EnumSource
    void statesOfAnySizeAreInfusedAndEventsHappenOnce(LinearSolver solver) throws IOException, InterruptedException {
        // The cells are gone once fewer than 9e8 are left, at ln(10 / 9); the drug comes in from 0.5 to 1.5.
        CvodeSolution solution = solve(
                solver,
                equations("-cells", "rate - 2 * drug"),
                equations("9e8 - cells"),
                List.of(new CSource.Event(List.of(new CSource.Target(true, 0)), equations("0"))),
                List.of(
                        new CvodeProblem.Change(0.5, CvodeProblem.Kind.PARAMETER, 0, 1e-20),
                        new CvodeProblem.Change(1.5, CvodeProblem.Kind.PARAMETER, 0, -1e-20)));
        assertThat(solution.failures()).isEmpty();
        double[] states = solution.states()[0];
        assertThat(states[0]).isEqualTo(1e9);
        assertThat(states[2]).isZero();
        assertThat(states[4]).isZero();
        assertThat(states[3]).isCloseTo(0.5e-20 * (1 - Math.exp(-1)), within(1e-26));
        assertThat(states[5]).isCloseTo(0.5e-20 * (1 - Math.exp(-2)) * Math.exp(-1), within(1e-26));
        // The start, the event, and the infusion's two ends.
        assertThat(solution.restarts()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void itTellsWhyAndWhenAPatientFailed(LinearSolver solver) throws IOException, InterruptedException {
        // The cells become infinitely many at 1.25, and steps ever shorter before that.
        CvodeSolution solution =
                solve(solver, equations("0.8e-9 * cells^2", "-drug"), equations(), List.of(), List.of());
        assertThat(solution.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.patient()).isZero();
            assertThat(failure.time()).isCloseTo(1.25, within(1e-3));
            assertThat(failure.reason()).isEqualTo("it took too many steps between two outputs");
        });
        assertThat(solution.states()[0][2]).isCloseTo(5e9, within(1e5));
        assertThat(solution.states()[0][4]).isNaN();
    }
}
