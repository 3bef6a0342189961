package org.immunarium.numerics.field;

/// [Diffusion] with a coefficient and a rate of decay of each voxel's own, as where a dense
/// matrix or a necrotic core hinders it.
///
/// Between two voxels the coefficient is their harmonic mean, so that what leaves one enters the
/// other, and nothing enters where D is 0 (Patankar 1980, Numerical Heat Transfer and Fluid Flow,
/// 4.2-3). Every line has a matrix of its own, factored in each step: some times slower than
/// [LodDiffusion], and four columns of memory more.
public final class VoxelDiffusion extends Diffusion {

    /// For each axis, `D dt / h²` between a voxel and the next, zero at the end of a line.
    private final double[][] coupling;

    /// An axis' part of the decay, times dt.
    private final double[] decay;

    /// With D and decay zero everywhere, until they are set.
    ///
    /// @param timeStep in min, above zero
    /// @param nodes    where values are held
    /// @throws IllegalArgumentException if the time step is out of its range, or a node off the
    ///                                  grid
    public VoxelDiffusion(Grid grid, double timeStep, DirichletNodes nodes) {
        super(grid, timeStep, nodes);
        int voxels = grid.voxels();
        coupling = new double[][] {
            new double[voxels], new double[axes.n1() > 1 ? voxels : 0], new double[axes.planes() > 1 ? voxels : 0]
        };
        decay = new double[voxels];
    }

    /// With no held values.
    public VoxelDiffusion(Grid grid, double timeStep) {
        this(grid, timeStep, DirichletNodes.none());
    }

    /// Sets the coefficients of all voxels, from the next step on.
    ///
    /// @param column D in µm²/min, finite, zero or more
    /// @throws IllegalArgumentException if a number is out of its range, or the length another
    public void setDiffusion(double[] column) {
        grid().check(column);
        for (double value : column) {
            coefficient("diffusion coefficient", value);
        }
        couple(coupling[0], column, 1, axes.n0(), axes.h0());
        couple(coupling[1], column, axes.n0(), axes.n1(), axes.h1());
        couple(coupling[2], column, axes.plane(), axes.planes(), axes.h2());
    }

    private void couple(double[] into, double[] column, int stride, int count, double h) {
        double scale = timeStep() / (h * h);
        for (int voxel = 0; voxel < into.length; voxel++) {
            if (voxel / stride % count < count - 1) {
                double a = column[voxel];
                double b = column[voxel + stride];
                into[voxel] = a == 0 || b == 0 ? 0 : scale * (a * (2 * b / (a + b)));
            }
        }
    }

    /// Sets the rates of decay of all voxels, from the next step on.
    ///
    /// @param column λ in 1/min, finite, zero or more
    /// @throws IllegalArgumentException if a number is out of its range, or the length another
    public void setDecay(double[] column) {
        grid().check(column);
        double part = timeStep() / Math.max(1, axes.dimensions());
        for (double value : column) {
            coefficient("rate of decay", value);
        }
        for (int voxel = 0; voxel < column.length; voxel++) {
            decay[voxel] = part * column[voxel];
        }
    }

    @Override
    int bufferLength() {
        int rows = Math.max(axes.rowTile() * axes.n1(), axes.tile() * axes.planes());
        return Math.max(Lines.TOGETHER * axes.n0(), rows);
    }

    @Override
    void sweepLines(double[] density, int at, int lines, double[] buffer) {
        int length = axes.n0();
        for (int line = 0; line < lines; line += Lines.TOGETHER) {
            int together = Math.min(Lines.TOGETHER, lines - line);
            solve(density, coupling[0], at + line * length, together, length, length, 1, buffer);
        }
    }

    @Override
    void sweepRows(int axis, double[] density, int at, int width, int stride, double[] buffer) {
        solve(density, coupling[axis], at, width, 1, axis == 1 ? axes.n1() : axes.planes(), stride, buffer);
    }

    /// Solves lines side by side, in place (Thomas). Row k has their numbers at `at + k stride`,
    /// each `apart` from the next.
    ///
    /// @param beside the couplings along the lines
    /// @param upper  room for what is above the diagonal once it is 1, one number a voxel
    private void solve(
            double[] density, double[] beside, int at, int lines, int apart, int count, int stride, double[] upper) {
        for (int i = 0; i < lines; i++) {
            int voxel = at + i * apart;
            double inverse = 1 / (1 + decay[voxel] + beside[voxel]);
            density[voxel] *= inverse;
            upper[i] = beside[voxel] * inverse;
        }
        for (int k = 1; k < count; k++) {
            int row = at + k * stride;
            int to = k * lines;
            for (int i = 0; i < lines; i++) {
                int voxel = row + i * apart;
                double low = beside[voxel - stride];
                double high = beside[voxel];
                double inverse = 1 / (1 + decay[voxel] + low * (1 - upper[to - lines + i]) + high);
                density[voxel] = inverse * Math.fma(low, density[voxel - stride], density[voxel]);
                upper[to + i] = high * inverse;
            }
        }
        for (int k = count - 2; k >= 0; k--) {
            int row = at + k * stride;
            int from = k * lines;
            for (int i = 0; i < lines; i++) {
                int voxel = row + i * apart;
                density[voxel] = Math.fma(upper[from + i], density[voxel + stride], density[voxel]);
            }
        }
    }
}
