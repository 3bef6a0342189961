package org.immunarium.numerics.field;

/// One substance that diffuses, decays, and is exchanged with cells in the same step: what
/// [CoupledSolver] takes steps of.
///
/// The step is Douglas' for alternating directions, in delta form (Douglas 1962, doi
/// 10.1007/BF01386295; Hundsdorfer and Verwer 2003, Numerical Solution of Time-Dependent
/// Advection-Diffusion-Reaction Equations, IV.3). With the change F that all parts together would
/// bring in dt, and A of diffusion and a share of the decay along an axis, R of the cells, `(1 +
/// θ dt A_z) (1 + θ dt A_y) (1 + θ dt A_x) (1 + θ dt R) δ = F`, then ρ ← ρ + δ.
///
/// In a steady state F is zero, so that steps of any length find it exactly, held faces and sources
/// included; split steps, as [LodDiffusion] and [CellExchange], do not. θ is 1/2 (second order in
/// time) where D dt / h² is at most 3/2, and grows to 2/3 with it, so that an alternating error
/// along an axis is at least halved in a step. In a voxel whose cells, or whose supply, would
/// exchange more than 1 / (1 - θ) times its content in a step, R has a θ of its own, with which its
/// density goes where that leads it in one step, and not beyond: with the loss L of a step, 1 - 1 /
/// L.
///
/// What such steps do not do is smooth out: a density that is alone in its voxel stays there for
/// many steps where D dt / h² is large, and its neighbours may become negative. Where something
/// jumped, take [CoupledSolver#stepAfterJump].
public final class CoupledDiffusion {

    private final Grid grid;
    private final DirichletNodes nodes;
    private final double timeStep;
    private final double theta;
    private final Stencil stencil;
    private final LodDiffusion sweeps;
    private final LodDiffusion shortStep;
    final Axes axes;

    /// @param diffusion D in µm²/min, finite, zero or more
    /// @param decay     λ in 1/min, likewise
    /// @param timeStep  in min, above zero
    /// @param nodes     where values are held: whole faces
    /// @throws IllegalArgumentException if a number is out of its range, or a node not in a face of
    ///                                  the grid that is held as a whole
    public CoupledDiffusion(Grid grid, double diffusion, double decay, double timeStep, DirichletNodes nodes) {
        shortStep = new LodDiffusion(grid, diffusion, decay, timeStep / CoupledSolver.SHORT_STEPS, nodes);
        axes = shortStep.axes;
        this.grid = grid;
        this.nodes = nodes;
        this.timeStep = timeStep;
        stencil = Stencil.of(axes, diffusion * timeStep, decay * timeStep);
        theta = theta(Math.max(stencil.r0(), Math.max(stencil.r1(), stencil.r2())));
        sweeps = new LodDiffusion(grid, diffusion, decay, theta * timeStep, DirichletNodes.none(), heldEnds());
    }

    /// The least weight of the end of a step with which every error along one axis is at least
    /// halved, 1/2 or more.
    private static double theta(double r) {
        return Math.max(0.5, 2.0 / 3 - 1 / (4 * r));
    }

    /// Which ends of lines are held, as [LodDiffusion] wants to know it.
    private boolean[] heldEnds() {
        int[] counts = {axes.n0(), axes.n1(), axes.planes()};
        int[] found = new int[6];
        for (int node = 0; node < nodes.size(); node++) {
            for (int end = 0; end < 6; end++) {
                found[end] += isAt(end, nodes.voxel(node), counts) ? 1 : 0;
            }
        }
        boolean[] held = new boolean[6];
        for (int end = 0; end < 6; end++) {
            held[end] = counts[end / 2] > 1 && found[end] == grid.voxels() / counts[end / 2];
        }
        for (int node = 0; node < nodes.size(); node++) {
            int voxel = nodes.voxel(node);
            boolean inFace = false;
            for (int end = 0; end < 6; end++) {
                inFace |= held[end] && isAt(end, voxel, counts);
            }
            if (!inFace) {
                throw new IllegalArgumentException("voxel " + voxel + " is held, but no face of the grid that it is in;"
                        + " steps that are coupled with cells hold whole faces only");
            }
        }
        return held;
    }

    private boolean isAt(int end, int voxel, int[] counts) {
        int place = end < 2 ? voxel % counts[0] : end < 4 ? voxel / counts[0] % counts[1] : voxel / axes.plane();
        return place == (end % 2 == 0 ? 0 : counts[end / 2] - 1);
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

    /// θ, how much of a step's end there is in what changes the density, 1/2 to 2/3.
    public double theta() {
        return theta;
    }

    /// The split step that is taken after a jump.
    LodDiffusion shortStep() {
        return shortStep;
    }

    int bufferLength() {
        return sweeps.bufferLength();
    }

    /// The first part of a step, on planes `from` to `to - 1`.
    void sweepPlanes(double[] density, double[] change, CellSources sources, int from, int to, double[] buffer) {
        int plane = axes.plane();
        int atOnce = axes.planesAtOnce();
        for (int first = from; first < to; first += atOnce) {
            int end = Math.min(to, first + atOnce);
            for (int k = first; k < end; k++) {
                stencil.apply(density, change, k);
            }
            sources.addChanges(density, change, first * plane, end * plane, timeStep, theta);
            nodes.clear(change, first * plane, end * plane);
            sources.see(density, change, first * plane, end * plane, timeStep, theta);
            sweeps.sweepPlanes(change, first, end, buffer);
        }
        if (axes.tiles() == 0 && from < to) {
            add(density, change, 0, plane);
        }
    }

    /// The second part where there is more than one plane, on tiles `from` to `to - 1`, once all
    /// planes are done.
    void sweepTiles(double[] density, double[] change, int from, int to, double[] buffer) {
        for (int tile = from; tile < to; tile++) {
            sweeps.sweepTiles(change, tile, tile + 1, buffer);
            int at = tile * axes.tile();
            int width = Math.min(axes.tile(), axes.plane() - at);
            for (int k = 0; k < axes.planes(); k++) {
                add(density, change, k * axes.plane() + at, width);
            }
        }
    }

    private static void add(double[] density, double[] change, int from, int count) {
        for (int voxel = from; voxel < from + count; voxel++) {
            density[voxel] += change[voxel];
        }
    }
}
