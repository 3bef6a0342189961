package org.immunarium.benchmarks.linear;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.MeasuredParts;
import org.immunarium.numerics.linear.SparseLu;
import org.immunarium.numerics.linear.SymbolicLu;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Factoring and solving sparse systems of a patient model's size: 47 states in loosely coupled groups of six, about
/// four entries a row, one matrix a lane. Times are for all lanes together.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinearSolveBenchmark {

    private static final int STATES = 47;
    private static final int GROUP = 6;

    /// Matrices side by side.
    @Param({"1", "8", "16"})
    public int lanes;

    private SparseLu lu =
            new SparseLu(SymbolicLu.analyse(0, new int[1], new int[0], new boolean[0]), new boolean[0], 1);
    private double[] entries = {};
    private double[] shift = {};
    private double[] right = {};
    private double[] solution = {};

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        int[] rowStart = new int[STATES + 1];
        int[] column = new int[STATES * STATES];
        int next = 0;
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j < STATES; j++) {
                double chance = i == j ? 1 : i / GROUP == j / GROUP ? 0.45 : 0.02;
                if (random.nextDouble() < chance) {
                    column[next++] = j;
                }
            }
            rowStart[i + 1] = next;
        }
        boolean[] shifted = new boolean[STATES];
        Arrays.fill(shifted, true);
        lu = new SparseLu(SymbolicLu.analyse(STATES, rowStart, Arrays.copyOf(column, next), shifted), shifted, lanes);
        entries = random.doubles((long) next * lanes, -1, 1).toArray();
        shift = random.doubles(lanes, 10, 20).toArray();
        right = random.doubles((long) STATES * lanes).toArray();
        solution = new double[STATES * lanes];
        lu.factor(entries, shift);
    }

    @Benchmark
    public void factor() {
        lu.factor(entries, shift);
    }

    @Benchmark
    public double solve() {
        lu.solve(right, solution);
        return solution[0];
    }

    @Command(
            name = "linear",
            description = "time of factoring and solving sparse systems, one and several side by side")
    static void run(@Mixin MeasuredParts parts) throws RunnerException, IOException {
        Figures figures = new Figures(System.out);
        for (RunResult result : parts.of(LinearSolveBenchmark.class)) {
            String name = result.getPrimaryResult().getLabel() + "_"
                    + result.getParams().getParam("lanes") + "_lanes";
            figures.tell(
                    name.toLowerCase(Locale.ROOT), result.getPrimaryResult().getScore(), "ns");
        }
        figures.write(Path.of("bench-linear.json"));
    }
}
