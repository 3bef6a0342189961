package org.immunarium.equations.simulation;

/// The parameters of runs side by side, `[j * lanes + lane]`, and the system that reads them.
final class LaneParameters {

    private final int lanes;
    private final double[] columns;
    private final ModelSystem system;

    /// @param columns where the system reads parameters
    LaneParameters(int lanes, double[] columns, ModelSystem system) {
        this.lanes = lanes;
        this.columns = columns;
        this.system = system;
    }

    /// Takes over the parameters of a course.
    void take(int lane, ModelRun run) {
        if (columns != run.p) {
            for (int j = 0; j < run.p.length; j++) {
                columns[j * lanes + lane] = run.p[j];
            }
        }
        system.parametersChanged();
    }
}
