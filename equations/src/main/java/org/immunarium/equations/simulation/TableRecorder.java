package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.List;
import org.immunarium.equations.compile.Kernel;

/// Records columns in memory.
final class TableRecorder implements Recorder {

    private final List<Column> columns;
    private final Kernel observables;
    private final double[] times;
    private final double[][] values;
    private final double[] clock = new double[1];
    private final double[] row;
    private int count;

    TableRecorder(List<Column> columns, Kernel observables, double[] times) {
        this.columns = columns;
        this.observables = observables;
        this.times = times;
        values = new double[columns.size()][times.length];
        row = new double[columns.size()];
    }

    @Override
    public double next() {
        return count < times.length ? times[count] : Double.POSITIVE_INFINITY;
    }

    @Override
    public void record(double time, double[] state, double[] parameters) {
        clock[0] = time;
        observables.evaluate(clock, state, parameters, row);
        for (int c = 0; c < row.length; c++) {
            values[c][count] = row[c];
        }
        count++;
    }

    Timecourse timecourse(List<Occurrence> occurrences) {
        double[][] recorded = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            recorded[c] = Arrays.copyOf(values[c], count);
        }
        return new Timecourse(columns, Arrays.copyOf(times, count), recorded, List.copyOf(occurrences));
    }
}
