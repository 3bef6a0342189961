package org.immunarium.equations.simulation;

import java.util.Arrays;
import org.immunarium.equations.compile.Kernel;

/// Records runs one after the other, each into a row of values: column after column.
final class RowRecorder implements Recorder {

    private final Kernel observables;
    private final double[] times;
    private final double[] clock = new double[1];
    private final double[] present;
    private double[] row = {};
    private int count;

    RowRecorder(Kernel observables, double[] times, int columns) {
        this.observables = observables;
        this.times = times;
        present = new double[columns];
    }

    /// Starts a row, whose values are not numbers until they are recorded.
    void begin(double[] values) {
        row = values;
        Arrays.fill(row, Double.NaN);
        count = 0;
    }

    @Override
    public double next() {
        return count < times.length ? times[count] : Double.POSITIVE_INFINITY;
    }

    @Override
    public void record(double time, double[] state, double[] parameters) {
        clock[0] = time;
        observables.evaluate(clock, state, parameters, present);
        for (int c = 0; c < present.length; c++) {
            row[c * times.length + count] = present[c];
        }
        count++;
    }
}
