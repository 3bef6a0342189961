package org.immunarium.numerics.field;

import java.util.List;
import org.immunarium.numerics.parallel.Team;

/// Steps of several substances that diffuse, decay and are exchanged with cells in one step
/// ([CoupledDiffusion]), on the threads of a team.
///
/// A step of 0.1 min is closer to the truth than ten split ones of 0.01 min ([FieldSolver], then
/// [CellExchange]) where sources move slowly, and takes as long as one and a half of those:
/// `./bench field-accuracy`. The bits do not depend on the number of threads, and a step
/// allocates nothing.
///
/// After a jump (at the start, where held values change at once, where a cell's content is set
/// free) take [#stepAfterJump] in place of one [#step].
public final class CoupledSolver {

    /// Split steps in place of one step after a jump.
    static final int SHORT_STEPS = 10;

    private static final int LITTLE = 4_000;

    private final List<CoupledDiffusion> substances;
    private final Team team;
    private final FieldSolver shortSteps;
    private final Axes axes;
    private final double timeStep;
    private final double[] change;
    private final double[][] buffers;
    private final Team.Task planes = this::sweepPlanes;
    private final Team.Task tiles = this::sweepTiles;

    private CoupledDiffusion substance;
    private CellSources source;
    private double[] density = {};

    /// @param substances at least one, all on the same grid and with the same time step
    /// @throws IllegalArgumentException if they are not
    public CoupledSolver(List<CoupledDiffusion> substances, Team team) {
        this.substances = List.copyOf(substances);
        this.team = team;
        shortSteps = new FieldSolver(
                substances.stream().map(CoupledDiffusion::shortStep).toList(), team);
        substance = substances.getFirst();
        source = new CellSources(substance.grid());
        axes = substance.axes;
        timeStep = substance.timeStep();
        change = new double[substance.grid().voxels()];
        buffers = new double[team.size()][substance.bufferLength()];
    }

    /// Takes a step of all substances, in place.
    ///
    /// @param densities a column for each substance, in their order
    /// @param sources   what cells do, likewise
    /// @throws IllegalArgumentException if there are more or fewer, or they are of another grid
    public void step(double[][] densities, List<CellSources> sources) {
        check(densities, sources);
        for (int s = 0; s < densities.length; s++) {
            substance = substances.get(s);
            source = sources.get(s);
            density = densities[s];
            substance.nodes().impose(density);
            run(planes);
            if (axes.tiles() > 0) {
                run(tiles);
            }
            source.pass(timeStep);
        }
    }

    /// Takes a step as ten short ones, split into what cells do and diffusion ([LodDiffusion]):
    /// less accurate, but it smooths out what jumped, and keeps what is positive positive.
    /// Diffusion comes last, since what the cells do by themselves would stay where they are in
    /// steps to come.
    ///
    /// @param densities a column for each substance, in their order
    /// @param sources   what cells do, likewise
    /// @throws IllegalArgumentException if there are more or fewer, or they are of another grid
    public void stepAfterJump(double[][] densities, List<CellSources> sources) {
        check(densities, sources);
        for (int step = 0; step < SHORT_STEPS; step++) {
            for (int s = 0; s < densities.length; s++) {
                sources.get(s).react(densities[s], timeStep / SHORT_STEPS);
            }
            shortSteps.step(densities);
        }
        for (CellSources each : sources) {
            each.pass(timeStep);
        }
    }

    private void check(double[][] densities, List<CellSources> sources) {
        if (densities.length != substances.size() || sources.size() != substances.size()) {
            throw new IllegalArgumentException(densities.length + " columns and " + sources.size() + " sources for "
                    + substances.size() + " substances");
        }
        Grid grid = substance.grid();
        for (int s = 0; s < densities.length; s++) {
            grid.check(densities[s]);
            if (!sources.get(s).grid().equals(grid)) {
                throw new IllegalArgumentException("sources on another grid");
            }
        }
    }

    private void run(Team.Task task) {
        if (change.length < LITTLE) {
            for (int part = 0; part < team.size(); part++) {
                task.run(part);
            }
        } else {
            team.run(task);
        }
    }

    private void sweepPlanes(int part) {
        substance.sweepPlanes(
                density, change, source, start(part, axes.planes()), start(part + 1, axes.planes()), buffers[part]);
    }

    private void sweepTiles(int part) {
        int all = axes.tiles();
        substance.sweepTiles(density, change, start(part, all), start(part + 1, all), buffers[part]);
    }

    private int start(int part, int all) {
        return (int) ((long) part * all / team.size());
    }
}
