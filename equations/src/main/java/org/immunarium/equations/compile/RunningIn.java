package org.immunarium.equations.compile;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Executes vector code until the JVM has compiled it and it is faster than scalar code.
///
/// One thread does this for all kernels, a turn each: while several become faster, only one processor is taken
/// from those who compute.
final class RunningIn implements Runnable {

    private static final int BATCH = 50;

    /// Where it has not become faster by then, it never does: some kernels are as fast without vectors, and each of
    /// these takes this long from those who compute.
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final ExecutorService TURNS = oneThread();

    private final KernelCode code;
    private final double[] time;
    private final double[] state;
    private final double[] parameter;
    private final KernelClass made;
    private final Kernel vector;
    private final Kernel scalar;
    private final double[] out;
    private long taken;

    private RunningIn(KernelCode code, double[] time, double[] state, double[] parameter) {
        this.code = code;
        this.time = time;
        this.state = state;
        this.parameter = parameter;
        made = code.newVector();
        vector = made.instance();
        scalar = code.scalar().instance();
        out = new double[vector.outputs() * code.lanes];
    }

    /// Begins to run in the vector code of a kernel.
    ///
    /// @param code what to make faster
    /// @param time arguments as they occur, as are the others; they must not change
    static void begin(KernelCode code, double[] time, double[] state, double[] parameter) {
        TURNS.execute(() -> new RunningIn(code, time, state, parameter).run());
    }

    /// A turn: done where vector code has become faster or its patience is at an end, else in line again.
    @Override
    public void run() {
        long begun = System.nanoTime();
        long slow = fastestOfThree(scalar);
        long fast = fastestOfThree(vector);
        taken += System.nanoTime() - begun;
        if (fast < slow) {
            code.ready(made);
        } else if (taken < PATIENCE_NANOS) {
            TURNS.execute(this);
        }
    }

    private long fastestOfThree(Kernel kernel) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            kernel.prepare(parameter);
            long start = System.nanoTime();
            for (int k = 0; k < BATCH; k++) {
                kernel.evaluate(time, state, parameter, out);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static ExecutorService oneThread() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .daemon()
                        .name("running in vector code")
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
