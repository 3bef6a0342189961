package org.immunarium.benchmarks.kernels;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.immunarium.benchmarks.MeasuredParts;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Execution;
import org.immunarium.equations.compile.Kernel;
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

/// Time of one evaluation of [SyntheticNetwork] over 8 lanes, however it is executed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

    private static final int LANES = 8;

    @Param({"INTERPRETED", "SCALAR", "VECTOR"})
    public Execution execution = Execution.SCALAR;

    private final double[] time = new double[LANES];
    private final double[] state = new double[SyntheticNetwork.STATES * LANES];
    private final double[] parameter = new double[SyntheticNetwork.PARAMETERS * LANES];
    private Kernel derivatives = SyntheticNetwork.equations().kernel(LANES);
    private Kernel jacobian = derivatives;
    private double[] out = {};

    /// Makes the kernels.
    @Setup
    public void prepare() {
        for (int i = 0; i < state.length; i++) {
            state[i] = 1 + 0.01 * (i % 97);
        }
        for (int i = 0; i < parameter.length; i++) {
            parameter[i] = 1.5 + 0.01 * (i % 89);
        }
        Equations equations = SyntheticNetwork.equations();
        derivatives = equations.kernel(LANES, execution);
        jacobian = equations.jacobian(SyntheticNetwork.STATES).entries().kernel(LANES, execution);
        derivatives.prepare(parameter);
        jacobian.prepare(parameter);
        out = new double[Math.max(derivatives.outputs(), jacobian.outputs()) * LANES];
    }

    /// The right-hand side.
    @Benchmark
    public double[] rightHandSide() {
        derivatives.evaluate(time, state, parameter, out);
        return out;
    }

    /// The entries of the Jacobian.
    @Benchmark
    public double[] jacobian() {
        jacobian.evaluate(time, state, parameter, out);
        return out;
    }

    /// The derivatives by parameters alone: what a change of parameters costs.
    @Benchmark
    public double[] preparation() {
        jacobian.prepare(parameter);
        return parameter;
    }

    @Command(
            name = "kernels",
            description = "time of a compiled right-hand side and Jacobian, however they are executed")
    static void run(@Mixin MeasuredParts parts) throws RunnerException {
        Equations equations = SyntheticNetwork.equations();
        print("right_hand_side_operations", equations.operations(), "1");
        print(
                "jacobian_operations",
                equations.jacobian(SyntheticNetwork.STATES).entries().operations(),
                "1");
        for (RunResult result : parts.of(KernelBenchmark.class)) {
            String name = result.getPrimaryResult().getLabel() + "_"
                    + result.getParams().getParam("execution");
            print(name.toLowerCase(Locale.ROOT), result.getPrimaryResult().getScore(), "ns");
        }
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %.4g %s%n", name, value, unit);
    }
}
