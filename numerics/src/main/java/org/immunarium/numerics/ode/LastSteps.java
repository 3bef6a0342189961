package org.immunarium.numerics.ode;

import java.util.Arrays;

/// The step that each lane has taken last, to be read in between: the dense output of its method, copied out when
/// it is first wanted.
final class LastSteps {

    private final LaneColumns columns;
    private final NonNegativity nonNegativity;
    private final LaneStepper[] method;
    private final double[][] rows;
    private final boolean[] rowsReady;

    /// The rows of one state's dense output.
    private final double[] oneState;

    /// @param before   the method that stands in for one where there was no step yet
    /// @param mostRows the most rows of dense output that any method has
    LastSteps(LaneColumns columns, NonNegativity nonNegativity, LaneStepper before, int mostRows) {
        this.columns = columns;
        this.nonNegativity = nonNegativity;
        method = new LaneStepper[columns.lanes];
        Arrays.fill(method, before);
        rows = new double[columns.lanes][0];
        rowsReady = new boolean[columns.lanes];
        oneState = new double[mostRows];
    }

    /// A lane has taken a step.
    void taken(int lane, LaneStepper by) {
        method[lane] = by;
        rowsReady[lane] = false;
    }

    /// The method of a lane's last step.
    LaneStepper method(int lane) {
        return method[lane];
    }

    /// The state at a time within the step.
    void interpolate(int lane, double time, double[] into) {
        double[] dense = keep(lane);
        double s = fraction(lane, time);
        DenseOutput.values(dense, columns.dimension, method[lane].denseRows(), s, into);
        nonNegativity.raise(into);
    }

    /// The same for some states only; the others are left as they are.
    void interpolate(int lane, double time, int[] which, double[] into) {
        double s = fraction(lane, time);
        int count = method[lane].denseRows();
        boolean whole = rowsReady[lane];
        for (int i : which) {
            double value;
            if (whole) {
                value = DenseOutput.value(rows[lane], 0, columns.dimension, count, s, i);
            } else {
                method[lane].copyDense(lane, i, oneState);
                value = DenseOutput.value(oneState, 0, 1, count, s, 0);
            }
            into[i] = nonNegativity.raised(i, value);
        }
    }

    private double fraction(int lane, double time) {
        return (time - columns.from[lane]) / columns.step[lane];
    }

    /// The dense output of a lane, see [DenseOutput], kept over further steps of other lanes until its own next one.
    double[] keep(int lane) {
        if (!rowsReady[lane]) {
            int length = method[lane].denseRows() * columns.dimension;
            if (rows[lane].length < length) {
                rows[lane] = new double[length];
            }
            method[lane].copyDense(lane, rows[lane]);
            rowsReady[lane] = true;
        }
        return rows[lane];
    }
}
