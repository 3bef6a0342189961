package org.immunarium.equations.compile;

/// What generated kernels extend: their memory, and the calls into the generated code.
abstract class CompiledKernel implements Kernel {

    private final KernelClass origin;
    private final double[] prepared;
    private final double[] scratch;
    private boolean isPrepared;

    CompiledKernel(KernelClass origin) {
        this.origin = origin;
        this.prepared = origin.newPrepared();
        this.scratch = new double[origin.scratchLength()];
    }

    /// Fills `prepared`.
    abstract void steady(double[] parameter, double[] prepared, double[] scratch);

    /// Fills `out`.
    abstract void changing(
            double[] time, double[] state, double[] parameter, double[] prepared, double[] scratch, double[] out);

    @Override
    public final int lanes() {
        return origin.lanes();
    }

    @Override
    public final int outputs() {
        return origin.outputs();
    }

    @Override
    public final void prepare(double[] parameter) {
        steady(parameter, prepared, scratch);
        isPrepared = true;
    }

    @Override
    public final void evaluate(double[] time, double[] state, double[] parameter, double[] out) {
        if (!isPrepared) {
            prepare(parameter);
        }
        changing(time, state, parameter, prepared, scratch, out);
    }

    @Override
    public final Kernel copy() {
        return origin.instance();
    }
}
