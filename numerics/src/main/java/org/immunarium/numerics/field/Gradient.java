package org.immunarium.numerics.field;

import org.immunarium.numerics.parallel.Team;

/// The gradient of a substance at voxels: central differences inside, one-sided ones at the ends of
/// an axis, zero along an axis of one voxel. Nothing is allocated.
public final class Gradient {

    /// Voxels that are not worth waking anybody for: some 10 µs.
    private static final int LITTLE = 4_000;

    private final Grid grid;
    private final Team team;

    /// By axis, what a difference is multiplied with: between a voxel and itself, its neighbour,
    /// both its neighbours.
    private final double[][] perSpan;

    private double[] density = {};
    private int[] voxels = {};
    private int count;
    private double[] gx = {};
    private double[] gy = {};
    private double[] gz = {};
    private final Team.Task some = this::someVoxels;
    private final Team.Task every = this::everyVoxel;

    public Gradient(Grid grid, Team team) {
        this.grid = grid;
        this.team = team;
        perSpan = new double[][] {perSpan(grid.dx()), perSpan(grid.dy()), perSpan(grid.dz())};
    }

    private static double[] perSpan(double h) {
        return new double[] {0, 1 / h, 1 / (2 * h)};
    }

    /// The gradient at some voxels: at `voxels[n]` its parts become `gx[n]`, `gy[n]`, `gz[n]`, a
    /// µm.
    ///
    /// @param density one number a voxel
    /// @param count   how many of `voxels`, and of the results, are meant
    /// @throws IllegalArgumentException  if `density` has another length
    /// @throws IndexOutOfBoundsException if a voxel is not of the grid
    public void at(double[] density, int[] voxels, int count, double[] gx, double[] gy, double[] gz) {
        this.voxels = voxels;
        this.count = count;
        run(some, density, count, gx, gy, gz);
    }

    /// The gradient at all voxels.
    ///
    /// @param density one number a voxel, as are the results
    /// @throws IllegalArgumentException if a column has another length
    public void everywhere(double[] density, double[] gx, double[] gy, double[] gz) {
        grid.check(gx);
        grid.check(gy);
        grid.check(gz);
        run(every, density, grid.voxels(), gx, gy, gz);
    }

    private void run(Team.Task task, double[] density, int work, double[] gx, double[] gy, double[] gz) {
        grid.check(density);
        this.density = density;
        this.gx = gx;
        this.gy = gy;
        this.gz = gz;
        if (work < LITTLE) {
            for (int part = 0; part < team.size(); part++) {
                task.run(part);
            }
        } else {
            team.run(task);
        }
    }

    private void someVoxels(int part) {
        int nx = grid.nx();
        int ny = grid.ny();
        int end = (int) ((part + 1L) * count / team.size());
        for (int n = (int) ((long) part * count / team.size()); n < end; n++) {
            int voxel = voxels[n];
            int row = voxel / nx;
            int plane = row / ny;
            gx[n] = slope(voxel, voxel - row * nx, nx, 1, perSpan[0]);
            gy[n] = slope(voxel, row - plane * ny, ny, nx, perSpan[1]);
            gz[n] = slope(voxel, plane, grid.nz(), nx * ny, perSpan[2]);
        }
    }

    /// The slope along an axis at its i-th of n voxels.
    private double slope(int voxel, int i, int n, int stride, double[] perSpan) {
        int below = i > 0 ? 1 : 0;
        int above = i < n - 1 ? 1 : 0;
        return (density[voxel + above * stride] - density[voxel - below * stride]) * perSpan[below + above];
    }

    private void everyVoxel(int part) {
        int nx = grid.nx();
        int ny = grid.ny();
        int rows = ny * grid.nz();
        int end = (int) ((part + 1L) * rows / team.size());
        for (int row = (int) ((long) part * rows / team.size()); row < end; row++) {
            int at = row * nx;
            gx[at] = slope(at, 0, nx, 1, perSpan[0]);
            differences(gx, at + 1, at + 2, at, nx - 2, perSpan[0][2]);
            gx[at + nx - 1] = slope(at + nx - 1, nx - 1, nx, 1, perSpan[0]);
            slopes(gy, at, row % ny, ny, nx, perSpan[1]);
            slopes(gz, at, row / ny, grid.nz(), nx * ny, perSpan[2]);
        }
    }

    /// The slopes across a row, which is the i-th of n along the axis.
    private void slopes(double[] into, int row, int i, int n, int stride, double[] perSpan) {
        int below = i > 0 ? 1 : 0;
        int above = i < n - 1 ? 1 : 0;
        differences(into, row, row + above * stride, row - below * stride, grid.nx(), perSpan[below + above]);
    }

    private void differences(double[] into, int to, int from, int less, int count, double factor) {
        for (int i = 0; i < count; i++) {
            into[to + i] = (density[from + i] - density[less + i]) * factor;
        }
    }
}
