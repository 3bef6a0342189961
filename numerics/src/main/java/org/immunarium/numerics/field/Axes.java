package org.immunarium.numerics.field;

/// A grid's axes in the order of memory, flat ones last, where they change nothing: a field over y
/// and z alone is swept as one over x and y.
///
/// A plane is what lies between two steps along the last axis that is not flat; a tile is a stretch
/// of all planes, narrow enough for all its rows to stay in the cache.
///
/// @param n0       the number of voxels along the first axis
/// @param n1       along the second, where it is not the last; else 1
/// @param planes   along the last, in two and three dimensions; else 1
/// @param rowTile  the width of tiles in which the second axis is swept
/// @param tile     the width of tiles in which the last axis is swept
record Axes(int dimensions, int n0, int n1, int planes, double h0, double h1, double h2, int rowTile, int tile) {

    /// Numbers that fit into a core's second cache, with room to spare.
    private static final int CACHED = 48 * 1024;

    private static final int WIDEST = 256;
    private static final int NARROWEST = 16;

    static Axes of(Grid grid) {
        int[] counts = {grid.nx(), grid.ny(), grid.nz()};
        double[] lengths = {grid.dx(), grid.dy(), grid.dz()};
        int[] n = {1, 1, 1};
        double[] h = {grid.dx(), grid.dx(), grid.dx()};
        int dimensions = 0;
        for (int axis = 0; axis < 3; axis++) {
            if (counts[axis] > 1) {
                n[dimensions] = counts[axis];
                h[dimensions++] = lengths[axis];
            }
        }
        int n1 = dimensions == 3 ? n[1] : 1;
        int planes = dimensions == 3 ? n[2] : n[1];
        double last = dimensions == 3 ? h[2] : h[1];
        // Some threads should find a tile each also where there are two dimensions only.
        int quarter = (n[0] * n1 / 4 + 8) / 8 * 8;
        int tile = Math.clamp(quarter, NARROWEST, width(planes));
        return new Axes(dimensions, n[0], n1, planes, h[0], h[1], last, width(n1), tile);
    }

    private static int width(int count) {
        return Math.clamp(CACHED / count / 8 * 8, NARROWEST, WIDEST);
    }

    /// The number of voxels in a plane.
    int plane() {
        return n0 * n1;
    }

    /// The number of tiles in which the last axis is swept; none in one dimension.
    int tiles() {
        return planes == 1 ? 0 : (plane() + tile - 1) / tile;
    }

    /// The number of planes that are swept together, so that they stay in the cache.
    int planesAtOnce() {
        return Math.max(1, CACHED / plane());
    }
}
