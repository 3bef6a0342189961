package org.immunarium.numerics.field;

/// A substance that diffuses and decays on a grid: `∂ρ/∂t = ∇·(D ∇ρ) - λ ρ`, with no flux through
/// the faces but where [DirichletNodes] hold a value.
///
/// A step is locally one-dimensional (LOD): along each axis in turn backward Euler, a tridiagonal
/// system a line, with that axis' part of the decay. It is stable and keeps what is positive
/// positive at any step, and is of first order in time, of second in space. Held values are put
/// back before and after the lines of each axis. (Yanenko 1971, The Method of Fractional Steps;
/// Ghaffarizadeh et al. 2016, doi 10.1093/bioinformatics/btv730.)
///
/// The bits of a step do not depend on the number of threads, nor on the machine. Nothing is
/// allocated in a step. One thread at a time may call [#step]; for several substances or threads
/// see [FieldSolver].
///
/// How it works: the lines of all axes but the last are solved a few planes at a time, while
/// those are in the cache; then those of the last axis, a tile of neighbouring lines at a time.
/// So the column comes from memory twice a step.
public abstract sealed class Diffusion permits LodDiffusion, VoxelDiffusion {

    private final Grid grid;
    private final DirichletNodes nodes;
    private final double timeStep;
    final Axes axes;

    /// Nodes by tile of the last axis: those of tile t are listed from `tileStart[t]` on.
    private final int[] tileStart;

    private final int[] tileNodes;
    private final double[] buffer;

    Diffusion(Grid grid, double timeStep, DirichletNodes nodes) {
        if (nodes.size() > 0 && nodes.voxel(nodes.size() - 1) >= grid.voxels()) {
            throw new IllegalArgumentException(
                    "a node at voxel " + nodes.voxel(nodes.size() - 1) + " of a grid of " + grid.voxels() + " voxels");
        }
        this.grid = grid;
        this.nodes = nodes;
        this.timeStep = checkTimeStep(timeStep);
        axes = Axes.of(grid);
        tileStart = new int[axes.tiles() + 1];
        tileNodes = new int[nodes.size()];
        sortByTile();
        buffer = new double[bufferLength()];
    }

    private void sortByTile() {
        int tiles = axes.tiles();
        if (tiles == 0) {
            return;
        }
        for (int node = 0; node < nodes.size(); node++) {
            tileStart[tileOf(node) + 1]++;
        }
        for (int tile = 0; tile < tiles; tile++) {
            tileStart[tile + 1] += tileStart[tile];
        }
        int[] next = tileStart.clone();
        for (int node = 0; node < nodes.size(); node++) {
            tileNodes[next[tileOf(node)]++] = node;
        }
    }

    private int tileOf(int node) {
        return nodes.voxel(node) % axes.plane() / axes.tile();
    }

    /// Makes sure of a time step.
    ///
    /// @throws IllegalArgumentException if it is not a finite number above zero
    static double checkTimeStep(double timeStep) {
        if (!(timeStep > 0) || !Double.isFinite(timeStep)) {
            throw new IllegalArgumentException("a time step of " + timeStep + "; it is a number above 0");
        }
        return timeStep;
    }

    /// Makes sure of a coefficient.
    ///
    /// @throws IllegalArgumentException if it is not finite or negative
    static double coefficient(String name, double value) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a " + name + " of " + value + "; it is a finite number, zero or more");
        }
        return value;
    }

    /// The grid.
    public Grid grid() {
        return grid;
    }

    /// The nodes that are held; their values may be changed between steps.
    public DirichletNodes nodes() {
        return nodes;
    }

    /// The time that a step takes, in min.
    public double timeStep() {
        return timeStep;
    }

    /// Takes a step, in place.
    ///
    /// @param density one number a voxel
    /// @throws IllegalArgumentException if it has another length
    public final void step(double[] density) {
        grid.check(density);
        sweepPlanes(density, 0, axes.planes(), buffer);
        sweepTiles(density, 0, axes.tiles(), buffer);
    }

    /// How long a buffer the sweeps need.
    abstract int bufferLength();

    /// Solves lines along the first axis.
    abstract void sweepLines(double[] density, int at, int lines, double[] buffer);

    /// Solves neighbouring lines along another axis, 1 or the last (2).
    abstract void sweepRows(int axis, double[] density, int at, int width, int stride, double[] buffer);

    /// The first part of a step, on planes `from` to `to - 1`: all axes but the last.
    final void sweepPlanes(double[] density, int from, int to, double[] buffer) {
        int plane = axes.plane();
        int atOnce = axes.planesAtOnce();
        for (int first = from; first < to; first += atOnce) {
            int end = Math.min(to, first + atOnce);
            int firstNode = nodes.firstFrom(first * plane);
            int endNode = end == axes.planes() ? nodes.size() : nodes.firstFrom(end * plane);
            nodes.impose(density, firstNode, endNode);
            sweepLines(density, first * plane, (end - first) * axes.n1(), buffer);
            nodes.impose(density, firstNode, endNode);
            if (axes.n1() > 1) {
                for (int k = first; k < end; k++) {
                    for (int x = 0; x < axes.n0(); x += axes.rowTile()) {
                        int width = Math.min(axes.rowTile(), axes.n0() - x);
                        sweepRows(1, density, k * plane + x, width, axes.n0(), buffer);
                    }
                }
                nodes.impose(density, firstNode, endNode);
            }
        }
    }

    /// The second part of a step, on tiles `from` to `to - 1`: the last axis, once all planes are
    /// done.
    final void sweepTiles(double[] density, int from, int to, double[] buffer) {
        for (int tile = from; tile < to; tile++) {
            int at = tile * axes.tile();
            int width = Math.min(axes.tile(), axes.plane() - at);
            sweepRows(2, density, at, width, axes.plane(), buffer);
            nodes.impose(density, tileNodes, tileStart[tile], tileStart[tile + 1]);
        }
    }
}
