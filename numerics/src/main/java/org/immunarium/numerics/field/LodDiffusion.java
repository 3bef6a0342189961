package org.immunarium.numerics.field;

/// [Diffusion] with one coefficient and one rate of decay for the whole grid.
///
/// The matrix of a line is the same for all lines along an axis and is factored once.
public final class LodDiffusion extends Diffusion {

    /// Voxels of a field that a processor's caches hold: 8 MB.
    private static final int CACHED = 1 << 20;

    private final boolean isCached;
    private final ThomasFactors first;
    private final ThomasFactors second;
    private final ThomasFactors last;

    /// @param diffusion D in µm²/min, finite, zero or more
    /// @param decay     λ in 1/min, likewise
    /// @param timeStep  in min, above zero
    /// @param nodes     where values are held
    /// @throws IllegalArgumentException if a number is out of its range, or a node off the grid
    public LodDiffusion(Grid grid, double diffusion, double decay, double timeStep, DirichletNodes nodes) {
        this(grid, diffusion, decay, timeStep, nodes, new boolean[6]);
    }

    /// @param held whether the lower and upper ends of lines along the first, the second and the
    ///             last axis are held at zero, in that order
    LodDiffusion(Grid grid, double diffusion, double decay, double timeStep, DirichletNodes nodes, boolean[] held) {
        super(grid, timeStep, nodes);
        isCached = grid.voxels() <= CACHED;
        double d = coefficient("diffusion coefficient", diffusion) * timeStep;
        double part = coefficient("rate of decay", decay) * timeStep / Math.max(1, axes.dimensions());
        first = ThomasFactors.of(axes.n0(), d / (axes.h0() * axes.h0()), part, held[0], held[1]);
        second = ThomasFactors.of(axes.n1(), d / (axes.h1() * axes.h1()), part, held[2], held[3]);
        last = ThomasFactors.of(axes.planes(), d / (axes.h2() * axes.h2()), part, held[4], held[5]);
    }

    /// With no held values.
    public LodDiffusion(Grid grid, double diffusion, double decay, double timeStep) {
        this(grid, diffusion, decay, timeStep, DirichletNodes.none());
    }

    @Override
    int bufferLength() {
        return Lines.TOGETHER * axes.n0();
    }

    @Override
    void sweepLines(double[] density, int at, int lines, double[] buffer) {
        Lines.solve(density, at, lines, first, buffer, isCached);
    }

    @Override
    void sweepRows(int axis, double[] density, int at, int width, int stride, double[] buffer) {
        Rows.solve(density, at, width, stride, axis == 1 ? second : last);
    }
}
