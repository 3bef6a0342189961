package org.immunarium.numerics.field;

import java.util.List;
import org.immunarium.numerics.parallel.Team;

/// Steps of several substances on one grid, shared by the threads of a team.
///
/// The result has the same bits as [Diffusion#step] of each substance, on any number of threads:
/// threads take planes, and then tiles, of whole lines, and no line depends on another of the same
/// axis. Where there is little to do the calling thread does it alone.
///
/// How it works: as many substances as fit into the cache are swept together, so that small fields do not wait for
/// threads at each; large ones go one by one, since a second sweep finds in the last cache what the first left
/// there.
public final class FieldSolver {

    /// Voxel updates that are not worth waking anybody for: some 10 µs.
    private static final int LITTLE = 8_000;

    /// Numbers that fit into the last cache beside what others keep there.
    private static final int CACHED = 200_000;

    private final List<Diffusion> substances;
    private final Team team;
    private final Axes axes;
    private final double[][] buffers;
    private final boolean alone;
    private final Team.Task planes = this::sweepPlanes;
    private final Team.Task tiles = this::sweepTiles;
    private double[][] columns = {};

    /// How many substances are swept together, and those that are now: `first` to `end - 1`.
    private final int together;

    private int first;
    private int end;

    /// @param substances at least one, all on the same grid and with the same time step
    /// @throws IllegalArgumentException if they are not
    public FieldSolver(List<? extends Diffusion> substances, Team team) {
        if (substances.isEmpty()) {
            throw new IllegalArgumentException("no substances");
        }
        this.substances = List.copyOf(substances);
        this.team = team;
        Diffusion any = this.substances.getFirst();
        axes = any.axes;
        int longest = 0;
        for (Diffusion substance : this.substances) {
            if (!substance.grid().equals(any.grid()) || substance.timeStep() != any.timeStep()) {
                throw new IllegalArgumentException("substances that are solved together have one grid and time step");
            }
            longest = Math.max(longest, substance.bufferLength());
        }
        buffers = new double[team.size()][longest];
        together = Math.clamp(CACHED / any.grid().voxels(), 1, substances.size());
        alone = (long) together * any.grid().voxels() < LITTLE;
    }

    /// Takes a step of all substances, in place.
    ///
    /// @param densities a column for each substance, in their order
    /// @throws IllegalArgumentException if there are more or fewer, or one has not one number a
    ///                                  voxel
    public void step(double[][] densities) {
        if (densities.length != substances.size()) {
            throw new IllegalArgumentException(densities.length + " columns for " + substances.size() + " substances");
        }
        for (double[] density : densities) {
            substances.getFirst().grid().check(density);
        }
        columns = densities;
        for (first = 0; first < densities.length; first = end) {
            end = Math.min(densities.length, first + together);
            run(planes);
            if (axes.tiles() > 0) {
                run(tiles);
            }
        }
    }

    private void run(Team.Task task) {
        if (alone) {
            for (int part = 0; part < team.size(); part++) {
                task.run(part);
            }
        } else {
            team.run(task);
        }
    }

    private void sweepPlanes(int part) {
        int each = axes.planes();
        for (int s = substance(part, each); s < end; s++) {
            int from = start(part, each) - (s - first) * each;
            int to = start(part + 1, each) - (s - first) * each;
            substances.get(s).sweepPlanes(columns[s], Math.max(0, from), Math.min(each, to), buffers[part]);
        }
    }

    private void sweepTiles(int part) {
        int each = axes.tiles();
        for (int s = substance(part, each); s < end; s++) {
            int from = start(part, each) - (s - first) * each;
            int to = start(part + 1, each) - (s - first) * each;
            substances.get(s).sweepTiles(columns[s], Math.max(0, from), Math.min(each, to), buffers[part]);
        }
    }

    /// The first substance that a part has planes or tiles of.
    private int substance(int part, int each) {
        return first + start(part, each) / each;
    }

    /// Where a part begins among the planes or tiles of the substances that are swept together.
    private int start(int part, int each) {
        return (int) ((long) part * each * (end - first) / team.size());
    }
}
