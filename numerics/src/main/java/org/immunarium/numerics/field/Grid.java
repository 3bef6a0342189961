package org.immunarium.numerics.field;

/// A cuboid of equal voxels in one, two or three dimensions.
///
/// Voxels are numbered with x fastest: voxel (i, j, k) is `i + nx (j + ny k)`. An axis of one voxel
/// is flat: nothing diffuses along it, but its spacing counts for the volume. Lengths in µm.
///
/// @param nx the number of voxels along x, at least 1; likewise `ny`, `nz`
/// @param dx a voxel's length along x, above 0; likewise `dy`, `dz`
/// @param x0 the lower corner's x; likewise `y0`, `z0`
public record Grid(int nx, int ny, int nz, double dx, double dy, double dz, double x0, double y0, double z0) {

    /// Arrays of that many voxels are possible on every JVM.
    private static final int MOST_VOXELS = Integer.MAX_VALUE - 8;

    /// @throws IllegalArgumentException if a number of voxels is below 1, all together are more
    ///                                  than an array can hold, a length is not above 0, or
    ///                                  anything is not finite
    public Grid {
        count("nx", nx);
        count("ny", ny);
        count("nz", nz);
        if ((double) nx * ny * nz > MOST_VOXELS) {
            throw new IllegalArgumentException(
                    "a grid of " + nx + " x " + ny + " x " + nz + " voxels; at most " + MOST_VOXELS + " are possible");
        }
        length("dx", dx);
        length("dy", dy);
        length("dz", dz);
        if (!Double.isFinite(dx * dy * dz) || dx * dy * dz == 0) {
            throw new IllegalArgumentException("a voxel of " + dx + " x " + dy + " x " + dz + " has no volume");
        }
        extent("x", x0, nx * dx);
        extent("y", y0, ny * dy);
        extent("z", z0, nz * dz);
    }

    /// A grid with its lower corner at the origin.
    public Grid(int nx, int ny, int nz, double dx, double dy, double dz) {
        this(nx, ny, nz, dx, dy, dz, 0, 0, 0);
    }

    private static void count(String name, int n) {
        if (n < 1) {
            throw new IllegalArgumentException(name + " = " + n + ": an axis has at least one voxel");
        }
    }

    private static void length(String name, double length) {
        if (!(length > 0) || !Double.isFinite(length)) {
            throw new IllegalArgumentException(name + " = " + length + ": a voxel's length is a number above 0");
        }
    }

    private static void extent(String axis, double from, double length) {
        if (!Double.isFinite(from) || !Double.isFinite(from + length)) {
            throw new IllegalArgumentException(
                    "the grid's " + axis + " goes from " + from + " to " + (from + length) + ", which is not finite");
        }
    }

    /// The number of voxels.
    public int voxels() {
        return nx * ny * nz;
    }

    /// A voxel's volume, in µm³.
    public double voxelVolume() {
        return dx * dy * dz;
    }

    /// The number of axes with more than one voxel, 0 to 3.
    public int dimensions() {
        return (nx > 1 ? 1 : 0) + (ny > 1 ? 1 : 0) + (nz > 1 ? 1 : 0);
    }

    /// The number of voxel (i, j, k).
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public int voxel(int i, int j, int k) {
        if (i < 0 || i >= nx || j < 0 || j >= ny || k < 0 || k >= nz) {
            throw new IndexOutOfBoundsException(
                    "voxel (" + i + ", " + j + ", " + k + ") of " + nx + " x " + ny + " x " + nz);
        }
        return i + nx * (j + ny * k);
    }

    /// Whether a place is in the grid, its faces included; a place that is not a number is not.
    public boolean contains(double x, double y, double z) {
        return x >= x0 && x <= x0 + nx * dx && y >= y0 && y <= y0 + ny * dy && z >= z0 && z <= z0 + nz * dz;
    }

    /// The voxel that a place is in. A face between two voxels belongs to the upper one, the grid's
    /// upper face to the last.
    ///
    /// @throws IllegalArgumentException if the place is outside the grid or not a number
    public int voxelAt(double x, double y, double z) {
        if (!contains(x, y, z)) {
            throw new IllegalArgumentException("(" + x + ", " + y + ", " + z + ") is outside the grid, "
                    + range(x0, nx * dx) + " by " + range(y0, ny * dy) + " by " + range(z0, nz * dz));
        }
        int i = Math.min(nx - 1, (int) ((x - x0) / dx));
        int j = Math.min(ny - 1, (int) ((y - y0) / dy));
        int k = Math.min(nz - 1, (int) ((z - z0) / dz));
        return i + nx * (j + ny * k);
    }

    private static String range(double from, double length) {
        return from + " to " + (from + length);
    }

    /// The place of a voxel along x: i of voxel (i, j, k).
    public int i(int voxel) {
        return voxel % nx;
    }

    /// The place of a voxel along y: j of voxel (i, j, k).
    public int j(int voxel) {
        return voxel / nx % ny;
    }

    /// The place of a voxel along z: k of voxel (i, j, k).
    public int k(int voxel) {
        return voxel / nx / ny;
    }

    /// The x of a voxel's centre.
    public double x(int voxel) {
        return x0 + (i(voxel) + 0.5) * dx;
    }

    /// The y of a voxel's centre.
    public double y(int voxel) {
        return y0 + (j(voxel) + 0.5) * dy;
    }

    /// The z of a voxel's centre.
    public double z(int voxel) {
        return z0 + (k(voxel) + 0.5) * dz;
    }

    /// Makes sure that an array is a column of this grid.
    ///
    /// @throws IllegalArgumentException if it has not one number a voxel
    void check(double[] column) {
        if (column.length != voxels()) {
            throw new IllegalArgumentException(
                    "a column of " + column.length + " numbers for a grid of " + voxels() + " voxels");
        }
    }

    /// Makes sure that cells are in order of their voxels.
    ///
    /// @throws IllegalArgumentException if they are not, or one is not in the grid
    void checkSorted(int[] voxels, int cells) {
        int before = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (voxels[cell] < before || voxels[cell] >= voxels()) {
                throw new IllegalArgumentException("cell " + cell + " is in voxel " + voxels[cell] + " of " + voxels()
                        + ", the one before it in " + before);
            }
            before = voxels[cell];
        }
    }
}
