package org.immunarium.numerics.ode;

/// Keeps states that must not be negative at zero or above: what lies below zero by less than the tolerance becomes
/// zero, what lies further below is to be computed again with a shorter step.
final class NonNegativity {

    private final LaneColumns columns;

    NonNegativity(LaneColumns columns) {
        this.columns = columns;
    }

    /// The state furthest below its tolerance after the attempted step, or -1 where none is below.
    int violated(int lane) {
        int worst = -1;
        double depth = 1;
        for (int i : columns.nonNegative) {
            int k = i * columns.lanes + lane;
            double allowed = Math.fma(
                    columns.settings.relativeTolerance(),
                    Math.abs(columns.state[k]),
                    columns.settings.absoluteTolerance()[i]);
            double below = -columns.next[k] / allowed;
            if (below > depth) {
                depth = below;
                worst = i;
            }
        }
        return worst;
    }

    /// Raises what is negative after the attempted step to zero.
    ///
    /// @return whether anything was
    boolean raise(int lane) {
        boolean any = false;
        for (int i : columns.nonNegative) {
            int k = i * columns.lanes + lane;
            if (columns.next[k] < 0) {
                columns.next[k] = 0;
                any = true;
            }
        }
        return any;
    }

    /// Raises what is negative in the state of one lane to zero.
    void raise(double[] state) {
        for (int i : columns.nonNegative) {
            state[i] = Math.max(state[i], 0);
        }
    }

    /// A value of a state, raised to zero where it must not be negative.
    double raised(int state, double value) {
        return columns.settings.nonNegative()[state] ? Math.max(value, 0) : value;
    }
}
