package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A steady step leaves nothing for the garbage collector.
class AllocationTest {

    @ParameterizedTest
    @CsvSource({"1, STIFF", "8, STIFF", "8, NONSTIFF", "8, AUTOMATIC"})
    void aSteadyStepAllocatesNothing(int lanes, OdeMethod method) {
        StiffProblems.Hires problem = new StiffProblems.Hires(lanes);
        boolean[] positive = new boolean[8];
        Arrays.fill(positive, true);
        OdeSettings settings = OdeSettings.of(1e-8, 1e-10, 8).withMethod(method).withNonNegative(positive);
        LaneSolver solver = new LaneSolver(problem, settings);
        double[] start = problem.startState();
        for (int l = 0; l < lanes; l++) {
            for (int i = 0; i < 8; i++) {
                solver.state()[i * lanes + l] = start[i];
            }
            solver.reset(l);
            solver.start(l, 0, 1e9);
        }
        double[] into = new double[8];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long least = Long.MAX_VALUE;
        // The vector code allocates until it is compiled, which a busy machine does late: the best of many rounds
        // counts.
        long patience = System.nanoTime() + 20_000_000_000L;
        for (int round = 0; least > 0 && (round < 400 || System.nanoTime() < patience); round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int k = 0; k < 50; k++) {
                solver.step();
                if (solver.advanced(0)) {
                    solver.interpolate(0, 0.5 * (solver.from(0) + solver.time(0)), into);
                }
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }
}
