package org.immunarium.numerics.ode;

import org.immunarium.numerics.ode.OdeException.Reason;

/// Says why a lane cannot go on, from its last attempt.
final class Diagnosis {

    private Diagnosis() {}

    /// @param negative the state that became negative, or -1
    static OdeException of(LaneColumns columns, LaneStepper stepper, int lane, int negative) {
        double time = columns.time[lane];
        if (negative >= 0) {
            double value = columns.next[negative * columns.lanes + lane];
            return new OdeException(Reason.NEGATIVE, time, negative, value + " after " + columns.step[lane]);
        }
        double[] slope = new double[columns.dimension * columns.lanes];
        columns.system.derivatives(columns.time, columns.state, slope);
        int worst = -1;
        double largest = 0;
        for (int i = 0; i < columns.dimension; i++) {
            int k = i * columns.lanes + lane;
            if (!finite(columns.state[k])) {
                return new OdeException(Reason.NOT_FINITE, time, i, "state is " + columns.state[k]);
            }
            if (!finite(slope[k])) {
                return new OdeException(Reason.NOT_FINITE, time, i, "derivative is " + slope[k]);
            }
            double scale = Math.fma(
                    columns.settings.relativeTolerance(),
                    Math.abs(columns.state[k]),
                    columns.settings.absoluteTolerance()[i]);
            double rate = Math.abs(slope[k]) / scale;
            if (rate > largest) {
                largest = rate;
                worst = i;
            }
        }
        if (stepper.wasSingular(lane)) {
            return new OdeException(Reason.SINGULAR, time, -1, "with a step of " + columns.step[lane]);
        }
        for (int i = 0; i < columns.dimension; i++) {
            if (!finite(columns.next[i * columns.lanes + lane])) {
                return new OdeException(Reason.NOT_FINITE, time, i, "after a step of " + columns.step[lane]);
            }
        }
        return new OdeException(
                Reason.STEP_TOO_SMALL,
                time,
                worst,
                "a step of " + columns.step[lane] + " still has an error of " + columns.error[lane]
                        + " x the tolerance");
    }

    private static boolean finite(double x) {
        return Math.abs(x) <= Double.MAX_VALUE;
    }
}
