package org.immunarium.equations.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Formula;
import org.junit.jupiter.api.Test;

class CompiledKernelTest {

    /// HotSpot never compiles a method with more bytes of bytecode than this (`-XX:HugeMethodLimit`).
    private static final int HUGE_METHOD = 8000;

    /// A chain of reactions of the given length, with saturation, powers and exponentials in it.
    private static Equations chain(int length) {
        Scope.Builder scope = Scope.builder();
        List<Expression> rates = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            scope.state("x" + i, i).parameter("k" + i, i);
        }
        for (int i = 0; i < length; i++) {
            int j = (i + 1) % length;
            rates.add(Formula.parse(
                    "k%1$d * x%1$d^1.7 / (k%2$d + x%1$d * x%2$d) - exp(-x%2$d / k%1$d) * x%1$d".formatted(i, j)));
        }
        return new Equations(scope.build(), rates);
    }

    private static double[] ones(int length, double factor) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 1 + factor * i;
        }
        return values;
    }

    @Test
    void largeModelsAreCutIntoMethodsThatTheJvmCompiles() {
        EvaluationSchedule schedule = chain(1500).schedule();
        for (KernelClass.Tuning tuning : new KernelClass.Tuning[] {
            new KernelClass.Tuning(1, 1, KernelCode.SCALAR_CAPACITY),
            new KernelClass.Tuning(16, 1, KernelCode.SCALAR_CAPACITY),
            new KernelClass.Tuning(16, 8, KernelCode.VECTOR_CAPACITY),
        }) {
            byte[] bytes = new KernelClass(schedule, tuning).bytes();
            for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
                CodeAttribute code = (CodeAttribute) method.code().orElseThrow();
                boolean driver = code.codeLength() < HUGE_METHOD;
                assertThat(driver)
                        .as("%s has %d bytes", method.methodName(), code.codeLength())
                        .isTrue();
            }
        }
    }

    @Test
    void kernelsChangeTheirFormButNotTheirResultsAndThenAllocateNothing() {
        int lanes = 8;
        int states = 4;
        EvaluationSchedule schedule = chain(states).schedule();
        AdaptiveKernel kernel = new AdaptiveKernel(new KernelCode(schedule, lanes, 5_000, 10_000));
        double[] time = new double[lanes];
        double[] state = ones(states * lanes, 0.01);
        double[] parameter = ones(states * lanes, 0.02);
        double[] expected = new double[states * lanes];
        new Interpreter(schedule, lanes).evaluate(time, state, parameter, expected);
        double[] out = new double[states * lanes];
        List<String> forms = new ArrayList<>();
        long start = System.nanoTime();
        while (!forms.contains("VECTOR")
                && System.nanoTime() - start < Duration.ofMinutes(2).toNanos()) {
            kernel.evaluate(time, state, parameter, out);
            if (!forms.contains(kernel.form())) {
                forms.add(kernel.form());
                kernel.evaluate(time, state, parameter, out);
                assertThat(out).as(kernel.form()).isEqualTo(expected);
                assertThat(kernel.copy().outputs()).isEqualTo(states);
            }
        }
        assertThat(forms).containsExactly("INTERPRETED", "SCALAR", "VECTOR");
        assertThat(fewestBytesAllocated(kernel, time, state, parameter, out)).isZero();
    }

    @Test
    void severalKernelsAreRunInByOneThread() {
        int lanes = 8;
        List<AdaptiveKernel> kernels = new ArrayList<>();
        for (int states = 3; states < 9; states++) {
            kernels.add(new AdaptiveKernel(new KernelCode(chain(states).schedule(), lanes, 5_000, 10_000)));
        }
        double[] time = new double[lanes];
        double[] values = ones(9 * lanes, 0.01);
        double[] out = new double[9 * lanes];
        long start = System.nanoTime();
        long most = 0;
        while (kernels.stream().anyMatch(kernel -> !kernel.form().equals("VECTOR"))
                && System.nanoTime() - start < Duration.ofMinutes(2).toNanos()) {
            for (AdaptiveKernel kernel : kernels) {
                for (int i = 0; i < 1000; i++) {
                    kernel.evaluate(time, values, values, out);
                }
            }
            most = Math.max(most, threadsThatRunIn());
        }
        assertThat(kernels).allMatch(kernel -> kernel.form().equals("VECTOR"));
        assertThat(most).isEqualTo(1);
    }

    private static long threadsThatRunIn() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("running in vector code"))
                .count();
    }

    @Test
    void scalarCodeAllocatesNothing() {
        Kernel kernel = new KernelClass(chain(10).schedule(), new KernelClass.Tuning(1, 1, KernelCode.SCALAR_CAPACITY))
                .instance();
        assertThat(fewestBytesAllocated(kernel, new double[1], ones(10, 0.1), ones(10, 0.1), new double[10]))
                .isZero();
    }

    /// The least of many batches, so that the JVM's own compiling in between does not count.
    private static long fewestBytesAllocated(
            Kernel kernel, double[] time, double[] state, double[] parameter, double[] out) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int batch = 0; batch < 300 && fewest > 0; batch++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                kernel.prepare(parameter);
                kernel.evaluate(time, state, parameter, out);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest;
    }
}
