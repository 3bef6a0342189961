package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.Numbers;
import org.immunarium.benchmarks.TemporaryFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench soak`: many small runs of a tissue one after the other in one process, each from its study to its report in
/// a folder of its own, with another seed; and whether memory and threads stay what they were.
public final class SoakBenchmark {

    private static final String STUDY = "pd-1-block";
    private static final String DURATION = "2 h";

    /// Runs after which everything that is kept for good is there.
    private static final int FIRST = 20;

    private final Figures figures = new Figures(System.out);

    private SoakBenchmark() {}

    @Command(
            name = "soak",
            description = "many runs of a small tissue in one process: whether memory and threads stay what they were")
    static void run(
            @Option(
                            names = "--runs",
                            paramLabel = "N",
                            defaultValue = "200",
                            converter = Runs.class,
                            description = "how many, 20 at least")
                    int runs)
            throws IOException {
        new SoakBenchmark().measure(runs);
    }

    private static final class Runs extends Numbers.Whole {
        Runs() {
            super(FIRST);
        }
    }

    private void measure(int runs) throws IOException {
        figures.say(runs + " runs of " + STUDY + ", " + DURATION + " of tissue each");
        double first = Double.NaN;
        double most = 0;
        int threads = 0;
        for (int number = 1; number <= runs; number++) {
            Overrides overrides = Overrides.parse(Optional.of((long) number), Optional.of(DURATION), List.of());
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                Optional<Path> out = Optional.of(folder.path().resolve("run"));
                StudyRun.prepare(STUDY, overrides)
                        .run(out, List.of("bench"), 2, new StopSignal(), RunContext.Screen.NONE);
            }
            if (number % FIRST == 0) {
                double heap = liveHeap();
                first = Double.isNaN(first) ? heap : first;
                threads = threads == 0 ? Thread.activeCount() : threads;
                most = Math.max(most, heap);
                figures.say("after " + number + " runs: " + Math.round(heap * 10) / 10.0 + " MB live, "
                        + Thread.activeCount() + " threads");
            }
        }
        figures.tell("live_heap_after_" + FIRST + "_runs", first, "MB");
        figures.tell("live_heap_most", most, "MB");
        figures.tell("live_heap_growth", (most / first - 1) * 100, "%");
        figures.tell("more_threads_at_the_end", Thread.activeCount() - threads, "1");
        figures.write(Path.of("bench-soak.json"));
    }

    private static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
