package org.immunarium.numerics.field;

import java.util.function.IntFunction;
import org.immunarium.numerics.parallel.Team;

/// What cells secrete into their voxel, take up from it and export, for several substances.
///
/// A cell of volume V_c in a voxel of volume V secretes at rate S towards the density ρ*, takes up
/// at rate U and exports E a time, whatever the density. In a step dt, backward Euler for the first
/// two: `ρ ← (ρ + dt (V_c / V) S ρ*) / (1 + dt (V_c / V) (S + U)) + dt E / V` (Ghaffarizadeh et al.
/// 2016, doi 10.1093/bioinformatics/btv730). An export below 0 takes at most what is there.
///
/// Cells are taken one after the other in the order in which they are given, sorted by voxel. A
/// voxel's cells are all done by one thread, so that the bits do not depend on the number of
/// threads. Say what the cells do ([#prepare]) whenever they changed, or where one has gone
/// ([#move]), then [#apply] in every step, which takes one multiplication and addition for a cell
/// and substance, and allocates nothing.
public final class CellExchange {

    /// Cells times substances that are not worth waking anybody for: some 10 µs.
    private static final int LITTLE = 4_000;

    private final Grid grid;
    private final double timeStep;
    private final Team team;

    /// By substance: a cell turns ρ into `keep ρ + give`.
    private final double[][] keep;

    private final double[][] give;

    /// The substances with which any cell does anything, `busy` of them.
    private final int[] substances;

    private int busy;
    private int[] voxels = {};
    private int cells;

    private double[][] densities = {};
    private double[][] taken = {};
    private final Team.Task applying = this::applyPart;
    private final Team.Task counting = this::countPart;

    /// @param substances their number
    /// @param timeStep   in min, above zero
    /// @throws IllegalArgumentException if a number is out of its range
    public CellExchange(Grid grid, int substances, double timeStep, Team team) {
        if (substances < 0) {
            throw new IllegalArgumentException(substances + " substances");
        }
        this.grid = grid;
        this.timeStep = Diffusion.checkTimeStep(timeStep);
        this.team = team;
        this.substances = new int[substances];
        keep = new double[substances][0];
        give = new double[substances][0];
    }

    /// Says where the cells are and what they do, from the next step on; all is copied. Arrays
    /// may be longer than there are cells.
    ///
    /// @param cells  their number
    /// @param voxels the voxel that each is in, in increasing order
    /// @param volume V_c of each, in µm³
    /// @param rates  what they do, by substance; asked for one after the other, each of which has
    ///               served when the next is asked for
    /// @throws IllegalArgumentException if the voxels are not sorted or not of the grid, or a
    ///                                  number is out of its range
    public void prepare(int cells, int[] voxels, double[] volume, IntFunction<ExchangeRates> rates) {
        this.cells = 0;
        busy = 0;
        if (this.voxels.length < cells) {
            makeRoom(cells + cells / 4);
        }
        grid.checkSorted(voxels, cells);
        System.arraycopy(voxels, 0, this.voxels, 0, cells);
        int found = 0;
        for (int s = 0; s < substances.length; s++) {
            if (prepare(s, cells, volume, rates.apply(s))) {
                substances[found++] = s;
            }
        }
        this.cells = cells;
        busy = found;
    }

    /// Says that a cell has gone to another voxel and that nothing else has changed.
    ///
    /// @param from  which cell, by its place in the order
    /// @param to    the place that it has in the order then; those between make room
    /// @param voxel where it is
    /// @throws IllegalArgumentException if voxels are not sorted then, or it is not one of the grid
    public void move(int from, int to, int voxel) {
        boolean afterBefore = to == 0 || voxels[to > from ? to : to - 1] <= voxel;
        boolean beforeAfter = to == cells - 1 || voxels[to < from ? to : to + 1] >= voxel;
        if (voxel < 0 || voxel >= grid.voxels() || !afterBefore || !beforeAfter) {
            throw new IllegalArgumentException("cell " + from + " to place " + to + " in voxel " + voxel);
        }
        shift(voxels, from, to);
        voxels[to] = voxel;
        for (int k = 0; k < busy; k++) {
            shift(keep[substances[k]], from, to);
            shift(give[substances[k]], from, to);
        }
    }

    /// Moves a number of an array to another place; those between make room.
    private static void shift(double[] a, int from, int to) {
        double moved = a[from];
        if (from < to) {
            System.arraycopy(a, from + 1, a, from, to - from);
        } else {
            System.arraycopy(a, to, a, to + 1, from - to);
        }
        a[to] = moved;
    }

    private static void shift(int[] a, int from, int to) {
        int moved = a[from];
        if (from < to) {
            System.arraycopy(a, from + 1, a, from, to - from);
        } else {
            System.arraycopy(a, to, a, to + 1, from - to);
        }
        a[to] = moved;
    }

    /// Whether any cell does anything with a substance.
    public boolean isBusyWith(int substance) {
        for (int k = 0; k < busy; k++) {
            if (substances[k] == substance) {
                return true;
            }
        }
        return false;
    }

    private void makeRoom(int room) {
        voxels = new int[room];
        for (int s = 0; s < keep.length; s++) {
            keep[s] = new double[room];
            give[s] = new double[room];
        }
    }

    /// Whether any cell does anything with a substance.
    private boolean prepare(int substance, int cells, double[] volume, ExchangeRates rates) {
        double perVolume = timeStep / grid.voxelVolume();
        double[] keep = this.keep[substance];
        double[] give = this.give[substance];
        boolean any = false;
        for (int cell = 0; cell < cells; cell++) {
            rates.check(cell, volume[cell]);
            double secretion = rates.secretion()[cell];
            double scale = perVolume * volume[cell];
            keep[cell] = 1 / Math.fma(scale, secretion + rates.uptake()[cell], 1);
            double secreted = scale * secretion * rates.target()[cell];
            give[cell] = Math.fma(keep[cell], secreted, perVolume * rates.export()[cell]);
            any |= keep[cell] != 1 || give[cell] != 0;
        }
        return any;
    }

    /// Takes a step, in place.
    ///
    /// @param densities a column for each substance
    /// @throws IllegalArgumentException if there are more or fewer, or one is of another length
    public void apply(double[][] densities) {
        check(densities);
        run(applying);
    }

    /// Takes a step of one substance, in place, on the calling thread alone. Several threads may do
    /// so at once, each with another substance.
    ///
    /// @throws IllegalArgumentException if the column is of another length
    public void apply(int substance, double[] density) {
        grid.check(density);
        if (isBusyWith(substance)) {
            apply(density, keep[substance], give[substance], 0, cells);
        }
    }

    /// As [#apply(int, double[])]; counts what each cell took up.
    ///
    /// @param taken as in [#apply(double[][], double[][])]
    public void apply(int substance, double[] density, double[] taken) {
        grid.check(density);
        if (isBusyWith(substance)) {
            count(density, keep[substance], give[substance], taken, 0, cells);
        }
    }

    /// Takes a step, in place, and counts what each cell took up.
    ///
    /// @param densities a column for each substance
    /// @param taken     a column for each substance, to which is added the amount (density times
    ///                  volume) that each cell took up, less what it gave
    /// @throws IllegalArgumentException if there are more or fewer columns, or one of `densities`
    ///                                  is of another length
    public void apply(double[][] densities, double[][] taken) {
        check(densities);
        if (taken.length != substances.length) {
            throw new IllegalArgumentException(taken.length + " columns for " + substances.length + " substances");
        }
        this.taken = taken;
        run(counting);
    }

    private void check(double[][] columns) {
        if (columns.length != substances.length) {
            throw new IllegalArgumentException(columns.length + " columns for " + substances.length + " substances");
        }
        for (double[] column : columns) {
            grid.check(column);
        }
        densities = columns;
    }

    private void run(Team.Task task) {
        if ((long) cells * busy < LITTLE) {
            for (int part = 0; part < team.size(); part++) {
                task.run(part);
            }
        } else {
            team.run(task);
        }
    }

    /// The first cell of a part, which is the first of its voxel.
    private int start(int part) {
        int cell = (int) ((long) part * cells / team.size());
        while (cell > 0 && cell < cells && voxels[cell] == voxels[cell - 1]) {
            cell++;
        }
        return cell;
    }

    private void applyPart(int part) {
        int from = start(part);
        int to = start(part + 1);
        for (int k = 0; k < busy; k++) {
            int s = substances[k];
            apply(densities[s], keep[s], give[s], from, to);
        }
    }

    private void apply(double[] density, double[] keep, double[] give, int from, int to) {
        for (int cell = from; cell < to; cell++) {
            int voxel = voxels[cell];
            density[voxel] = Math.max(0, Math.fma(keep[cell], density[voxel], give[cell]));
        }
    }

    private void countPart(int part) {
        int from = start(part);
        int to = start(part + 1);
        for (int k = 0; k < busy; k++) {
            int s = substances[k];
            count(densities[s], keep[s], give[s], taken[s], from, to);
        }
    }

    private void count(double[] density, double[] keep, double[] give, double[] taken, int from, int to) {
        double volume = grid.voxelVolume();
        for (int cell = from; cell < to; cell++) {
            int voxel = voxels[cell];
            double before = density[voxel];
            double after = Math.max(0, Math.fma(keep[cell], before, give[cell]));
            density[voxel] = after;
            taken[cell] += volume * (before - after);
        }
    }
}
