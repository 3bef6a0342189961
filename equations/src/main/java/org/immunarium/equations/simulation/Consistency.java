package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.Optional;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.SparsityPattern;

/// Makes constraints hold again where values have jumped: algebraic equations are solved by
/// Newton's method, fast reactions run to their equilibrium at constant time.
///
/// Equilibrium is found by pseudo-transient continuation: implicit Euler steps that grow as the
/// rates fall. It keeps what the reactions conserve and goes to the equilibrium that they would go
/// to.
final class Consistency {

    private static final int MOST_ITERATIONS = 400;

    private final Programs programs;
    private final ModelRun run;
    private final int[] algebraic;
    private final int[] fast;
    private final ModelSystem system;
    private final double[] f;
    private final double[] jacobian;
    private final double[] timeDerivative;
    private final int[] position;
    private final double[] clock = new double[1];

    private Consistency(Programs programs, ModelRun run) {
        this.programs = programs;
        this.run = run;
        algebraic = programs.layout.algebraicStates;
        fast = programs.layout.fastStates;
        system = new ModelSystem(programs, 1, run.p);
        system.follow(run);
        f = new double[programs.layout.states];
        timeDerivative = new double[programs.layout.states];
        jacobian = new double[system.jacobianPattern().entries()];
        position = new int[programs.layout.states];
    }

    /// What restores consistency in this run; nothing where the model has no constraints.
    static Optional<Consistency> of(Programs programs, ModelRun run) {
        return programs.layout.algebraicStates.length > 0 || programs.layout.fastStates.length > 0
                ? Optional.of(new Consistency(programs, run))
                : Optional.empty();
    }

    /// Makes constraints hold at `t`.
    void restore(double t) {
        clock[0] = t;
        system.parametersChanged();
        if (fast.length > 0) {
            run.p[programs.layout.slow] = 0;
            run.p[programs.layout.fast] = 1;
            equilibrate();
            run.p[programs.layout.slow] = 1;
            run.p[programs.layout.fast] = run.fastness;
            system.parametersChanged();
        }
        if (algebraic.length > 0) {
            project();
        }
    }

    private void project() {
        double[] y = run.y;
        for (int i : algebraic) {
            if (Double.isNaN(y[i])) {
                y[i] = 1;
            }
        }
        double[][] matrix = new double[algebraic.length][algebraic.length + 1];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            system.derivatives(clock, y, f);
            system.jacobian(clock, y, jacobian, timeDerivative);
            fill(matrix, algebraic);
            if (!solve(matrix)) {
                break;
            }
            boolean done = true;
            double damping = iteration < MOST_ITERATIONS / 2 ? 1 : 0.5;
            for (int k = 0; k < algebraic.length; k++) {
                double change = -matrix[k][algebraic.length];
                int i = algebraic[k];
                y[i] += damping * change;
                done &= Math.abs(change) <= 1e-14 * Math.abs(y[i]) || change == 0;
                if (f[i] != 0) {
                    done &= iteration > 0;
                }
            }
            if (done) {
                return;
            }
            if (iteration > 20 && small()) {
                return;
            }
        }
        throw new NumericalFailure(
                Names.plain(programs.layout.equations.states().get(algebraic[0]).symbol()),
                clock[0],
                "the algebraic equations have no solution that could be found from the values at hand");
    }

    /// Whether the residuals have reached the level of rounding.
    private boolean small() {
        for (int i : algebraic) {
            SparsityPattern pattern = system.jacobianPattern();
            double scale = 0;
            for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
                scale += Math.abs(jacobian[k] * run.y[pattern.column()[k]]);
            }
            if (!(Math.abs(f[i]) <= 1e-13 * scale)) {
                return false;
            }
        }
        return true;
    }

    private void equilibrate() {
        double[] y = run.y;
        double[][] matrix = new double[fast.length][fast.length + 1];
        double step = Double.NaN;
        double before = Double.NaN;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            system.derivatives(clock, y, f);
            double size = 0;
            double scale = 0;
            for (int i : fast) {
                size = Math.max(size, Math.abs(f[i]));
                scale = Math.max(scale, Math.abs(y[i]));
            }
            if (size == 0) {
                return;
            }
            system.jacobian(clock, y, jacobian, timeDerivative);
            fill(matrix, fast);
            double stiffness = 0;
            for (double[] row : matrix) {
                for (int k = 0; k < fast.length; k++) {
                    stiffness = Math.max(stiffness, Math.abs(row[k]));
                }
            }
            if (size <= 1e-15 * stiffness * scale) {
                return;
            }
            step = Double.isNaN(step) ? 0.1 / stiffness : step * Math.clamp(2 * before / size, 0.5, 100);
            before = size;
            for (int k = 0; k < fast.length; k++) {
                for (int j = 0; j < fast.length; j++) {
                    matrix[k][j] = -matrix[k][j];
                }
                matrix[k][k] += 1 / step;
            }
            if (!solve(matrix)) {
                break;
            }
            for (int k = 0; k < fast.length; k++) {
                y[fast[k]] += matrix[k][fast.length];
            }
        }
        throw new NumericalFailure(
                Names.plain(programs.layout.equations.states().get(fast[0]).symbol()),
                clock[0],
                "the fast reactions do not come to an equilibrium");
    }

    /// Takes the rows and columns of some equations from the Jacobian, with their values as
    /// right-hand side.
    private void fill(double[][] matrix, int[] which) {
        Arrays.fill(position, -1);
        for (int k = 0; k < which.length; k++) {
            position[which[k]] = k;
        }
        SparsityPattern pattern = system.jacobianPattern();
        for (int k = 0; k < which.length; k++) {
            Arrays.fill(matrix[k], 0);
            int row = which[k];
            for (int e = pattern.rowStart()[row]; e < pattern.rowStart()[row + 1]; e++) {
                int column = position[pattern.column()[e]];
                if (column >= 0) {
                    matrix[k][column] = jacobian[e];
                }
            }
            matrix[k][which.length] = f[row];
        }
    }

    /// Gaussian elimination with row pivoting; the solution replaces the last column.
    private static boolean solve(double[][] a) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                if (Math.abs(a[r][c]) > Math.abs(a[best][c])) {
                    best = r;
                }
            }
            double[] row = a[best];
            a[best] = a[c];
            a[c] = row;
            if (row[c] == 0 || Double.isNaN(row[c])) {
                return false;
            }
            for (int r = 0; r < n; r++) {
                double factor = a[r][c] / row[c];
                if (r != c && factor != 0) {
                    for (int k = c; k <= n; k++) {
                        a[r][k] -= factor * row[k];
                    }
                }
            }
        }
        for (int r = 0; r < n; r++) {
            a[r][n] /= a[r][r];
        }
        return true;
    }

    /// The factor by which fast reactions are faster than anything that can be seen in a run of
    /// this length.
    static double fastness(EquationSystem equations, double duration) {
        return equations.reactions().stream().anyMatch(EquationSystem.ReactionEquation::fast)
                ? 1e10 / Math.max(duration, Double.MIN_NORMAL)
                : 0;
    }
}
