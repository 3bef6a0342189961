package org.immunarium.equations.simulation;

import java.util.List;
import java.util.stream.DoubleStream;

/// What every way of running a model is told alike: from when to when, what is recorded at which
/// times, and what chance follows from.
///
/// @param <S> the kind of run, which every setting returns
public abstract sealed class AbstractSimulation<S extends AbstractSimulation<S>>
        permits IntegratedSimulation, StochasticSimulation {

    final CompiledModel compiled;
    long seed = 1;
    double start;
    double[] times = {};
    private double end = Double.NaN;
    private List<Column.Request> columns;

    AbstractSimulation(CompiledModel compiled) {
        this.compiled = compiled;
        columns = compiled.defaultColumns();
    }

    /// This.
    abstract S self();

    /// What chance follows from: the order of simultaneous events, random draws, reactions one by one;
    /// 1 unless set. Of many patients or runs, each has luck of its own.
    public S seed(long value) {
        seed = value;
        return self();
    }

    /// The time of the initial values; 0 unless set.
    public S from(double time) {
        start = time;
        return self();
    }

    /// The time at which runs end; the last time of output unless set.
    public S until(double time) {
        end = time;
        return self();
    }

    /// Records at the start, every so often after it, and at the end, which is to be set before.
    public S every(double interval) {
        times = OutputTimes.every(start, end, interval);
        return self();
    }

    /// Records at these times, ascending.
    public S times(double... at) {
        times = at.clone();
        return self();
    }

    /// Records at these times, too, besides those set before.
    public S alsoAt(double... more) {
        times = DoubleStream.concat(DoubleStream.of(times), DoubleStream.of(more))
                .sorted()
                .distinct()
                .toArray();
        return self();
    }

    /// Records these columns instead of the default ones.
    public S columns(List<Column.Request> requests) {
        columns = List.copyOf(requests);
        return self();
    }

    double end() {
        if (Double.isNaN(end)) {
            return times.length == 0 ? start : times[times.length - 1];
        }
        return end;
    }

    /// The columns that are recorded.
    List<Column> columns() {
        return columns.stream().map(compiled::column).toList();
    }
}
