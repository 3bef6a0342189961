package org.immunarium.equations.compile;

/// Executes vector code until the JVM has compiled it and it is faster than scalar code.
///
/// @param code what to make faster
/// @param time arguments as they occur, as are the others
record RunningIn(KernelCode code, double[] time, double[] state, double[] parameter) implements Runnable {

    private static final int BATCH = 50;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    @Override
    public void run() {
        KernelClass made = code.newVector();
        Kernel vector = made.instance();
        Kernel scalar = code.scalar().instance();
        double[] out = new double[vector.outputs() * code.lanes];
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE_NANOS) {
            long slow = fastestOfThree(scalar, out);
            long fast = fastestOfThree(vector, out);
            if (fast < slow) {
                code.ready(made);
                return;
            }
        }
    }

    private long fastestOfThree(Kernel kernel, double[] out) {
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
}
