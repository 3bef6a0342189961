package org.immunarium.study.sweep;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import java.util.stream.LongStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.parallel.InOrder;
import org.immunarium.study.Heap;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;

/// The runs of a sweep, each on a thread of its own, as many at once as there are threads and
/// room in memory.
///
/// What a run comes to depends on its values and its seed alone. One whose numbers fail is a fact
/// about its values, and is reported like any other.
final class SweepRuns {

    /// Runs that may be done before an earlier one is: one may take that many times as long as
    /// those after it before its thread is the only one that works.
    private static final int AHEAD_PER_THREAD = 32;

    /// Formulas are trees, and walked by calls within calls. Only what is used of it takes memory.
    private static final long STACK_BYTES = 256L << 20;

    /// Of a run, from one time that progress is told to the next.
    private static final double PART = 0.01;

    private final PreparedSweep sweep;
    private final Map<Long, SweepRow> done;
    private final InOrder<Long, SweepRow> stream;
    private final StopSignal stop;
    private final int workers;
    private final int threadsEach;

    /// Of memory, for each of those at work.
    private final Heap share;

    /// Of the run that each worker has at work, the part that is done, from 0 to 1; guarded by itself.
    private final double[] parts;

    private final DoubleConsumer atWork;

    /// @param from  the first run that has not been taken
    /// @param done  later runs that were done before, by their place
    /// @param taker is given the runs from `from` on, in order
    /// @param atWork told how much is done of runs that are at work, in runs
    SweepRuns(
            PreparedSweep sweep,
            long from,
            Map<Long, SweepRow> done,
            int threads,
            StopSignal stop,
            InOrder.Taker<SweepRow> taker,
            DoubleConsumer atWork) {
        this.sweep = sweep;
        this.done = Map.copyOf(done);
        this.stop = stop;
        long left = Math.max(1, sweep.runs() - from - done.size());
        double each = sweep.first().bytes();
        double room = each > 0 ? Heap.here().room() / each : threads;
        workers = (int) Math.max(1, Math.min(threads, Math.min(left, room)));
        share = Heap.here().shared(workers);
        threadsEach = threads / workers;
        parts = new double[workers];
        this.atWork = atWork;
        stream = new InOrder<>(
                LongStream.range(from, sweep.runs())
                        .takeWhile(_ -> !stop.isAsked())
                        .iterator(),
                AHEAD_PER_THREAD * workers,
                taker);
    }

    /// Runs them all.
    ///
    /// @throws RunStopped if they were asked to stop within a run; those that are done were
    ///     taken, or are [#waiting], or were done before
    void run() {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(workers, work -> new Thread(null, work, "sweep", STACK_BYTES))) {
            for (int i = 0; i < workers; i++) {
                int worker = i;
                pool.execute(() -> {
                    try {
                        work(worker, stream.new Share());
                    } catch (RuntimeException | Error e) {
                        stream.fail(e);
                    }
                });
            }
        }
        stream.rethrow();
    }

    /// Runs that are done and wait for an earlier one; of those that were done before, only some.
    Collection<SweepRow> waiting() {
        return stream.waiting().values();
    }

    private void work(int worker, InOrder<Long, SweepRow>.Share share) {
        int point = -1;
        Optional<RepeatableStudy> study = Optional.empty();
        for (var next = share.next(); next.isPresent(); next = share.next()) {
            long run = next.get().work();
            SweepRow row = done.get(run);
            if (row == null) {
                SweepRow asked = sweep.row(run, new double[0], "");
                if (study.isEmpty() || asked.point() != point) {
                    point = asked.point();
                    study = Optional.of(sweep.points().at(point));
                }
                row = run(study.get(), asked, worker);
            }
            synchronized (parts) {
                parts[worker] = 0;
            }
            share.finished(next.get().place(), row);
        }
    }

    private SweepRow run(RepeatableStudy study, SweepRow asked, int worker) {
        try {
            double[] values =
                    study.measure(asked.variant(), asked.seed(), threadsEach, share, part -> watch(worker, part));
            return sweep.row(asked.run(), values, "");
        } catch (NumericalFailure failure) {
            return sweep.failed(asked.run(), String.valueOf(failure.getMessage()));
        }
    }

    private void watch(int worker, double part) {
        stop.check("within a run");
        if (stream.hasFailed()) {
            throw new RunStopped("because another run failed");
        }
        OptionalDouble runs = reached(worker, part);
        if (runs.isPresent()) {
            stream.tell();
            atWork.accept(runs.getAsDouble());
        }
    }

    /// How much is done of all runs at work, where there is enough more to tell of.
    private OptionalDouble reached(int worker, double part) {
        synchronized (parts) {
            if (part < parts[worker] + PART) {
                return OptionalDouble.empty();
            }
            parts[worker] = part;
            return OptionalDouble.of(Arrays.stream(parts).sum());
        }
    }
}
