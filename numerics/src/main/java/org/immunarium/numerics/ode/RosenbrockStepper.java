package org.immunarium.numerics.ode;

import java.util.Arrays;
import org.immunarium.numerics.linear.DenseLu;
import org.immunarium.numerics.linear.SparseLu;
import org.immunarium.numerics.linear.SymbolicLu;

/// Steps of a Rosenbrock method in all lanes.
///
/// An attempt costs one Jacobian and one factorisation (the Jacobian is kept over a rejected attempt) and as many
/// derivatives and solutions as the method has stages. A lane whose matrix does not allow static pivots, and every
/// lane of a small system with algebraic equations, is factored densely with partial pivoting.
final class RosenbrockStepper extends LaneStepper {

    /// Up to this dimension, systems with algebraic equations are always factored densely.
    private static final int DENSE_LIMIT = 200;

    /// Step x rate that the explicit method bears.
    private static final double STABILITY = 6.1;

    private final RosenbrockTableau tableau;
    private final int lanes;
    private final int dimension;
    private final int stages;
    private final SparsityPattern pattern;
    private final boolean[] differential;
    private final int[] algebraicRows;
    private final boolean alwaysDense;
    private final SparseLu sparse;
    private final DenseLu[] dense;
    private final boolean[] useDense;
    private final boolean[] singular;

    private final double[] start;
    private final double[] timeDerivative;
    private final double[] jacobian;
    private final double[][] u;
    private final double[] argument;
    private final double[] derivative;
    private final double[] sum;
    private final double[] right;
    private final double[] shift;
    private final double[] inverseStep;
    private final double[] stageTime;
    private final double[] factor;
    private final double[][] denseRow;
    private boolean denseReady;

    RosenbrockStepper(LaneColumns columns, RosenbrockTableau tableau) {
        super(columns);
        OdeSystem system = columns.system;
        this.tableau = tableau;
        this.lanes = columns.lanes;
        this.dimension = columns.dimension;
        this.stages = tableau.stages();
        this.pattern = system.jacobianPattern();
        this.differential = new boolean[dimension];
        int algebraic = 0;
        for (int i = 0; i < dimension; i++) {
            differential[i] = !system.isAlgebraic(i);
            algebraic += differential[i] ? 0 : 1;
        }
        this.algebraicRows = new int[algebraic];
        for (int i = 0, next = 0; i < dimension; i++) {
            if (!differential[i]) {
                algebraicRows[next++] = i;
            }
        }
        this.alwaysDense = algebraic > 0 && dimension <= DENSE_LIMIT;
        SymbolicLu symbolic = SymbolicLu.analyse(dimension, pattern.rowStart(), pattern.column(), differential);
        this.sparse = new SparseLu(symbolic, differential, lanes);
        this.dense = new DenseLu[lanes];
        this.useDense = new boolean[lanes];
        this.singular = new boolean[lanes];
        int length = dimension * lanes;
        this.start = new double[length];
        this.timeDerivative = new double[length];
        this.jacobian = new double[pattern.entries() * lanes];
        this.u = new double[stages][length];
        this.argument = new double[length];
        this.derivative = new double[length];
        this.sum = new double[length];
        this.right = new double[length];
        this.shift = new double[lanes];
        this.inverseStep = new double[lanes];
        this.stageTime = new double[lanes];
        this.factor = new double[lanes];
        this.denseRow = new double[tableau.dense().length][length];
    }

    @Override
    int errorOrder() {
        return tableau.order();
    }

    @Override
    void count(StepControl control, boolean fresh) {
        control.countAttempt(fresh ? stages - 1 : stages, fresh ? 0 : 1, 1);
    }

    /// A bound for the rates from the Jacobian's rows, each state in units of its tolerance.
    @Override
    double stiffness(int lane) {
        double largest = 0;
        for (int i = 0; i < dimension; i++) {
            double row = 0;
            for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
                row = Math.fma(Math.abs(jacobian[k * lanes + lane]), scale(pattern.column()[k], lane), row);
            }
            largest = Math.max(largest, row / scale(i, lane));
        }
        return largest * columns.step[lane] / STABILITY;
    }

    private double scale(int i, int lane) {
        int k = i * lanes + lane;
        double size = Math.max(Math.abs(columns.previous[k]), Math.abs(columns.state[k]));
        return Math.fma(
                size, columns.settings.relativeTolerance(), columns.settings.absoluteTolerance()[i]);
    }

    @Override
    boolean wasSingular(int lane) {
        return singular[lane];
    }

    @Override
    void attempt() {
        OdeSystem system = columns.system;
        denseReady = false;
        if (!startIsKnown()) {
            system.derivatives(columns.time, columns.state, start);
            system.jacobian(columns.time, columns.state, jacobian, timeDerivative);
        }
        for (int l = 0; l < lanes; l++) {
            shift[l] = 1 / (columns.step[l] * tableau.gamma());
            inverseStep[l] = 1 / columns.step[l];
        }
        factorise();
        scaleByStep(tableau.d()[0]);
        LaneArithmetic.addScaled(start, factor, timeDerivative, lanes, right);
        solve(u[0]);
        double[] base = columns.state;
        for (int s = 1; s < stages; s++) {
            double[] a = tableau.a()[s];
            if (isPreviousPlusLast(s)) {
                LaneArithmetic.add(argument, u[s - 1], argument);
                LaneArithmetic.sum(u, tableau.c()[s], s, sum);
            } else {
                LaneArithmetic.combine(base, u, a, tableau.c()[s], s, argument, sum);
            }
            double node = tableau.nodes()[s];
            for (int l = 0; l < lanes; l++) {
                stageTime[l] = Math.fma(node, columns.step[l], columns.time[l]);
            }
            system.derivatives(stageTime, argument, derivative);
            for (int row : algebraicRows) {
                Arrays.fill(sum, row * lanes, (row + 1) * lanes, 0);
            }
            LaneArithmetic.addScaled(derivative, inverseStep, sum, lanes, right);
            if (tableau.d()[s] != 0) {
                scaleByStep(tableau.d()[s]);
                LaneArithmetic.addScaled(right, factor, timeDerivative, lanes, right);
            }
            solve(u[s]);
        }
        LaneArithmetic.add(argument, u[stages - 1], columns.next);
        estimateError();
    }

    /// Whether stage `s` starts where stage `s - 1` did, plus the u of stage `s - 1`.
    private boolean isPreviousPlusLast(int s) {
        double[] a = tableau.a()[s];
        double[] previous = tableau.a()[s - 1];
        if (a[s - 1] != 1 || s == 1) {
            return false;
        }
        for (int j = 0; j < s - 1; j++) {
            if (a[j] != previous[j]) {
                return false;
            }
        }
        return true;
    }

    private boolean startIsKnown() {
        for (int l = 0; l < lanes; l++) {
            if (columns.active[l] && !columns.fresh[l]) {
                return false;
            }
        }
        return true;
    }

    private void scaleByStep(double d) {
        for (int l = 0; l < lanes; l++) {
            factor[l] = d * columns.step[l];
        }
    }

    private void estimateError() {
        double[] error = tableau.error();
        double[] estimate = u[stages - 1];
        if (error[0] != 0) {
            LaneArithmetic.sum(u, error, stages, sum);
            estimate = sum;
        }
        LaneArithmetic.norm(
                estimate,
                columns.state,
                columns.next,
                columns.settings.absoluteTolerance(),
                columns.settings.relativeTolerance(),
                lanes,
                columns.error);
        for (int l = 0; l < lanes; l++) {
            columns.error[l] = singular[l] ? Double.NaN : columns.error[l] * tableau.share();
        }
    }

    private void factorise() {
        if (!alwaysDense) {
            sparse.factor(jacobian, shift);
        }
        for (int l = 0; l < lanes; l++) {
            useDense[l] = columns.active[l] && (alwaysDense || !sparse.isRegular(l));
            singular[l] = useDense[l] && !factoriseDensely(l);
        }
    }

    private boolean factoriseDensely(int lane) {
        DenseLu lu = dense[lane];
        if (lu == null) {
            lu = new DenseLu(dimension);
            dense[lane] = lu;
        }
        double[] matrix = lu.matrix();
        Arrays.fill(matrix, 0);
        for (int i = 0; i < dimension; i++) {
            for (int k = pattern.rowStart()[i]; k < pattern.rowStart()[i + 1]; k++) {
                matrix[i * dimension + pattern.column()[k]] = -jacobian[k * lanes + lane];
            }
            if (differential[i]) {
                matrix[i * dimension + i] += shift[lane];
            }
        }
        return lu.factor();
    }

    private void solve(double[] solution) {
        if (!alwaysDense) {
            sparse.solve(right, solution);
        }
        for (int l = 0; l < lanes; l++) {
            if (useDense[l] && !singular[l]) {
                dense[l].solve(right, solution, lanes, l);
            }
        }
    }

    @Override
    int denseRows() {
        return 2 + tableau.dense().length;
    }

    @Override
    void copyDense(int lane, double[] into) {
        prepareDense();
        for (int i = 0; i < dimension; i++) {
            copyDense(i * lanes + lane, into, i, dimension);
        }
    }

    @Override
    void copyDense(int lane, int state, double[] into) {
        prepareDense();
        copyDense(state * lanes + lane, into, 0, 1);
    }

    private void prepareDense() {
        if (!denseReady) {
            for (int r = 0; r < denseRow.length; r++) {
                LaneArithmetic.sum(u, tableau.dense()[r], stages, denseRow[r]);
            }
            denseReady = true;
        }
    }

    /// The rows of element `k`, from `into[i]` on with this stride.
    private void copyDense(int k, double[] into, int i, int stride) {
        into[i] = columns.previous[k];
        into[stride + i] = columns.state[k];
        into[2 * stride + i] = denseRow[0][k];
        if (denseRow.length == 3) {
            into[3 * stride + i] = denseRow[1][k] + denseRow[2][k];
            into[4 * stride + i] = -denseRow[2][k];
        } else {
            into[3 * stride + i] = denseRow[1][k];
        }
    }
}
