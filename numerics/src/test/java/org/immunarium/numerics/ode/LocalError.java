package org.immunarium.numerics.ode;

import java.util.function.Function;

/// The errors of single steps that start on the solution, added up over starts along it so that no accident of one
/// place decides.
///
/// @param solution of the new state
/// @param dense    of the dense output at 0.4 of the step
/// @param estimate as the method sees it
record LocalError(double solution, double dense, double estimate) {

    static LocalError of(TestProblem problem, Function<LaneColumns, LaneStepper> method, double size) {
        LocalError total = new LocalError(0, 0, 0);
        for (int k = 0; k < 20; k++) {
            LocalError one = oneStep(problem, method, 0.04 * k, size);
            total = new LocalError(
                    total.solution + one.solution, total.dense + one.dense, total.estimate + one.estimate);
        }
        return total;
    }

    private static LocalError oneStep(
            TestProblem problem, Function<LaneColumns, LaneStepper> method, double from, double size) {
        LaneColumns columns = new LaneColumns(problem, OdeSettings.of(1e-14, 1, problem.dimension()));
        LaneStepper stepper = method.apply(columns);
        int n = problem.dimension();
        System.arraycopy(problem.solution(from), 0, columns.state, 0, n);
        columns.time[0] = from;
        columns.from[0] = from;
        columns.step[0] = size;
        columns.end[0] = from + size;
        columns.active[0] = true;
        stepper.attempt();
        System.arraycopy(columns.state, 0, columns.previous, 0, n);
        System.arraycopy(columns.next, 0, columns.state, 0, n);
        double[] rows = new double[stepper.denseRows() * n];
        stepper.copyDense(0, rows);
        double[] middle = new double[n];
        DenseOutput.values(rows, n, stepper.denseRows(), 0.4, middle);
        return new LocalError(
                distance(columns.next, problem.solution(from + size)),
                distance(middle, problem.solution(from + 0.4 * size)),
                columns.error[0]);
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < b.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    /// The power with which an error shrinks when the step is halved.
    static double order(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }
}
