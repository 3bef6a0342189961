package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.List;
import org.immunarium.equations.compile.Kernel;

/// Takes the values of a run at the times that were asked for: a row of numbers, column after column,
/// each at all times.
final class Recorder implements Recorded {

    private final List<Column> columns;
    private final Kernel observables;
    private final double[] times;
    private final double[] clock = new double[1];
    private final double[] present;
    private double[] row = {};
    private int count;

    /// Takes nothing before [#begin].
    ///
    /// @param observables the values of the columns
    /// @param times       ascending
    Recorder(List<Column> columns, Kernel observables, double[] times) {
        this.columns = columns;
        this.observables = observables;
        this.times = times;
        present = new double[columns.size()];
    }

    /// A recorder of one run, which has memory of its own and has begun.
    static Recorder table(List<Column> columns, Kernel observables, double[] times) {
        Recorder recorder = new Recorder(columns, observables, times);
        recorder.begin(new double[columns.size() * times.length]);
        return recorder;
    }

    /// A recorder that is never asked for anything.
    static Recorder ofNothing(Programs programs) {
        return new Recorder(List.of(), programs.formulas.kernel(List.of()), new double[0]);
    }

    /// Starts a row, whose values are not numbers until they are recorded.
    void begin(double[] values) {
        row = values;
        Arrays.fill(row, Double.NaN);
        count = 0;
    }

    /// The next time at which values are wanted; infinite when there are no more.
    double next() {
        return count < times.length ? times[count] : Double.POSITIVE_INFINITY;
    }

    /// Receives the values at [#next], and moves on.
    void record(double time, double[] state, double[] parameters) {
        look(time, state, parameters, present);
        for (int c = 0; c < present.length; c++) {
            row[c * times.length + count] = present[c];
        }
        count++;
    }

    /// The values of all columns, which are not recorded.
    void look(double time, double[] state, double[] parameters, double[] values) {
        clock[0] = time;
        observables.evaluate(clock, state, parameters, values);
    }

    /// The number of columns.
    int width() {
        return columns.size();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double time(int index) {
        return times[index];
    }

    @Override
    public double value(int column, int index) {
        return row[column * times.length + index];
    }

    /// What has been recorded, with what happened on the way.
    Timecourse timecourse(List<Occurrence> occurrences) {
        double[][] values = new double[columns.size()][];
        for (int c = 0; c < values.length; c++) {
            values[c] = Arrays.copyOfRange(row, c * times.length, c * times.length + count);
        }
        return new Timecourse(columns, Arrays.copyOf(times, count), values, List.copyOf(occurrences));
    }
}
