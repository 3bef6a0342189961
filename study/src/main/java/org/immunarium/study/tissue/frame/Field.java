package org.immunarium.study.tissue.frame;

/// A substance in space.
///
/// @param nx      voxels along x; likewise `ny`, `nz`
/// @param lower   the corner with the lowest coordinates, µm
/// @param spacing a voxel's sides, µm
/// @param values  the concentration in each voxel, x fastest, then y, then z
public record Field(
        Frame.Quantity substance, int nx, int ny, int nz, double[] lower, double[] spacing, double[] values) {

    /// The concentration at a place; of one outside of the domain that of the nearest voxel.
    public double at(double x, double y, double z) {
        return values[index(x, 0, nx) + nx * (index(y, 1, ny) + ny * index(z, 2, nz))];
    }

    private int index(double place, int axis, int voxels) {
        return voxels == 1 ? 0 : Math.clamp((long) Math.floor((place - lower[axis]) / spacing[axis]), 0, voxels - 1);
    }

    /// The layer of voxels that a height lies in.
    public int layer(double z) {
        return index(z, 2, nz);
    }
}
