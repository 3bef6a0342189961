package org.immunarium.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.immunarium.results.RunFolder;
import org.immunarium.study.PieceAnswer;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/// A Spark application whose driver is this process.
///
/// Each piece is a task. Tasks go out in waves, two at a time, so that the driver holds no more of what came
/// back than two waves, however many pieces there are; results are handed over in order as they come. An
/// executor that is lost takes its tasks with it, and Spark has others do them. Where it gives up, the run stops
/// and can be resumed; a piece that answers with a fault of its own ends the run with that.
final class SparkWorkplace implements Workplace {

    /// Tasks of a wave for each that runs at a time.
    private static final int WAVE = 8;

    private static final int WAVES = 2;

    private static final int FEWEST = 64;

    private static final String WAITING = "while it waited for the cluster";

    private final JavaSparkContext spark;
    private final StopSignal stop;
    private long waves;

    private SparkWorkplace(SparkConf settings, StopSignal stop) {
        this.stop = stop;
        spark = new JavaSparkContext(settings);
    }

    /// Opens one.
    public static final class Opener implements Provider {
        @Override
        public Workplace open(String where, StopSignal stop) {
            try {
                return new SparkWorkplace(SparkSettings.of(where, new SparkConf()), stop);
            } catch (Exception e) {
                // Whatever Spark throws, in Scala unchecked: a bad address, a master that does not answer.
                throw new InvalidInputException(
                        Problem.of("--on", "\"" + where + "\": Spark does not start: " + e.getMessage()));
            }
        }
    }

    @Override
    public int atOnce() {
        return isLost() ? 1 : Math.max(1, spark.sc().defaultParallelism());
    }

    @Override
    public void carryOut(RunFolder run, Iterator<byte[]> pieces, Consumer<byte[]> taker) {
        if (isLost()) {
            throw new RunStopped("because the cluster is lost");
        }
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        Deque<Wave> flying = new ArrayDeque<>();
        // Closed from the last on: no wave is under way any more when the study goes.
        try (SentStudy study = SentStudy.of(run, spark);
                ExecutorService threads = Executors.newFixedThreadPool(WAVES)) {
            Piecework work = new Piecework(study, SparkSettings.tasksAtOnce(spark.getConf()));
            try {
                do {
                    while (flying.size() < WAVES && pieces.hasNext()) {
                        Wave wave = new Wave("immunarium-" + waves++, next(pieces));
                        flying.add(wave);
                        threads.execute(() -> wave.run(work, events));
                    }
                    while (!flying.isEmpty() && flying.getFirst().isTaken()) {
                        flying.removeFirst();
                    }
                    if (!flying.isEmpty()) {
                        take(events, flying, taker);
                    }
                } while (!flying.isEmpty() || pieces.hasNext());
            } finally {
                flying.forEach(Wave::cancel);
            }
        }
    }

    /// Whether Spark has given up, as where no master answers any more: from then on it answers nothing.
    private boolean isLost() {
        return spark.sc().isStopped();
    }

    private List<byte[]> next(Iterator<byte[]> pieces) {
        List<byte[]> some = new ArrayList<>();
        int most = Math.max(FEWEST, WAVE * atOnce());
        while (some.size() < most && pieces.hasNext()) {
            some.add(pieces.next());
        }
        return some;
    }

    /// Waits for something to come, and hands over what is next in order.
    private void take(BlockingQueue<Event> events, Deque<Wave> flying, Consumer<byte[]> taker) {
        try {
            Event event = events.poll(1, TimeUnit.SECONDS);
            while (event == null) {
                stop.check(WAITING);
                event = events.poll(1, TimeUnit.SECONDS);
            }
            switch (event) {
                case Event.Came(Wave wave, int piece, byte[] answer) ->
                    wave.results[piece] = PieceAnswer.result(answer);
                case Event.Failed(Error fault) -> throw fault;
                case Event.Failed(Throwable why) ->
                    throw new RunStopped("because the cluster failed again and again: " + why.getMessage(), why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped(WAITING);
        }
        for (Wave wave : flying) {
            wave.give(taker);
            if (!wave.isTaken()) {
                break;
            }
        }
    }

    /// What a wave's thread tells.
    private sealed interface Event {

        record Came(Wave wave, int piece, byte[] answer) implements Event {}

        record Failed(Throwable why) implements Event {}
    }

    /// Some pieces, in one job of Spark.
    private final class Wave {

        private final String group;
        private final List<byte[]> pieces;
        private final byte[][] results;
        private int taken;

        Wave(String group, List<byte[]> pieces) {
            this.group = group;
            this.pieces = pieces;
            results = new byte[pieces.size()][];
        }

        void run(Piecework work, BlockingQueue<Event> events) {
            try {
                SparkContext sc = spark.sc();
                sc.setJobGroup(group, "pieces of a run", true);
                sc.runJob(
                        spark.parallelize(pieces, pieces.size()).rdd(),
                        work,
                        new AbstractFunction2<Object, byte[], BoxedUnit>() {
                            @Override
                            public BoxedUnit apply(Object piece, byte[] answer) {
                                events.add(new Event.Came(Wave.this, (Integer) piece, answer));
                                return BoxedUnit.UNIT;
                            }
                        },
                        ClassTag$.MODULE$.apply(byte[].class));
            } catch (Throwable e) {
                // Errors of the driver too: nobody else would hear of them.
                events.add(new Event.Failed(e));
            }
        }

        void give(Consumer<byte[]> taker) {
            while (!isTaken() && results[taken] != null) {
                byte[] result = results[taken];
                results[taken] = null;
                taken++;
                taker.accept(result);
            }
        }

        boolean isTaken() {
            return taken == results.length;
        }

        void cancel() {
            if (!isLost()) {
                spark.sc().cancelJobGroupAndFutureJobs(group);
            }
        }
    }

    @Override
    public void close() {
        spark.close();
    }
}
