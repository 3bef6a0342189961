package org.immunarium.numerics.field;

/// The scheme of [LodDiffusion] as a textbook writes it: one line after the other, one number after
/// the other.
final class PlainLod {

    private PlainLod() {}

    static void step(Grid grid, double diffusion, double decay, double dt, DirichletNodes nodes, double[] density) {
        nodes.impose(density);
        int[] count = {grid.nx(), grid.ny(), grid.nz()};
        double[] h = {grid.dx(), grid.dy(), grid.dz()};
        int[] stride = {1, grid.nx(), grid.nx() * grid.ny()};
        double part = decay * dt / Math.max(1, grid.dimensions());
        boolean swept = false;
        for (int axis = 0; axis < 3; axis++) {
            if (count[axis] > 1 || (axis == 2 && !swept)) {
                swept = true;
                double r = diffusion * dt / (h[axis] * h[axis]);
                for (int voxel = 0; voxel < density.length; voxel++) {
                    if (voxel / stride[axis] % count[axis] == 0) {
                        solve(density, voxel, stride[axis], count[axis], r, part);
                    }
                }
                nodes.impose(density);
            }
        }
    }

    private static void solve(double[] density, int at, int stride, int n, double r, double part) {
        double[] coupling = new double[n];
        for (int i = 0; i < n; i++) {
            double low = i > 0 ? r * (1 - coupling[i - 1]) : 0;
            double high = i < n - 1 ? r : 0;
            double inverse = 1 / (1 + part + low + high);
            coupling[i] = r * inverse;
            int voxel = at + i * stride;
            density[voxel] *= inverse;
            if (i > 0) {
                density[voxel] = Math.fma(coupling[i], density[voxel - stride], density[voxel]);
            }
        }
        for (int i = n - 2; i >= 0; i--) {
            int voxel = at + i * stride;
            density[voxel] = Math.fma(coupling[i], density[voxel + stride], density[voxel]);
        }
    }
}
