package org.immunarium.benchmarks.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.benchmarks.cvode.CvodeProblem;
import org.immunarium.benchmarks.cvode.CvodeProgram;
import org.immunarium.benchmarks.cvode.CvodeProgram.LinearSolver;
import org.immunarium.benchmarks.cvode.CvodeSolution;
import org.immunarium.equations.compile.CSource;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;

/// A run of a stiff model by C and CVODE (KLU, analytic Jacobian), for models without events.
final class CvodeRun {

    private CvodeRun() {}

    /// The states at each time, `[time * states + state]`.
    ///
    /// @param scope     what the names of the equations mean
    /// @param state     the initial state
    /// @param parameter the parameters
    /// @throws UnsupportedOperationException naming what is missing, or what in the model this cannot do
    static double[] states(
            EquationSystem equations,
            Scope scope,
            double[] state,
            double[] parameter,
            double[] times,
            double relative,
            double[] absolute) {
        if (!equations.events().isEmpty() || !equations.switches().isEmpty()) {
            throw new UnsupportedOperationException("stiff, with events");
        }
        CvodeProgram.missing().ifPresent(what -> {
            throw new UnsupportedOperationException("stiff, and " + what);
        });
        List<Expression> rates = new ArrayList<>();
        equations.states().forEach(s -> rates.add(s.equation()));
        Equations derivatives = new Equations(scope, rates);
        Equations roots = new Equations(scope, List.of());
        String source =
                CSource.model(derivatives, derivatives.jacobian(state.length), parameter.length, roots, List.of());
        CvodeProblem problem = new CvodeProblem(
                relative, absolute, times, List.of(), new double[][] {parameter}, new double[][] {state});
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            CvodeSolution solution = CvodeProgram.build(source, folder.path()).solve(problem, LinearSolver.KLU, 1);
            if (!solution.failures().isEmpty()) {
                CvodeSolution.Failure failure = solution.failures().getFirst();
                throw new UnsupportedOperationException(
                        "stiff, and CVODE failed at " + failure.time() + ": " + failure.reason());
            }
            return solution.states()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
