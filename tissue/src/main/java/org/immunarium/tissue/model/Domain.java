package org.immunarium.tissue.model;

/// The space that a tissue is in: a box of voxels in which substances are known, whole or a flat slice.
///
/// @param lower   the corner with the lowest coordinates, µm, length 3
/// @param upper   the opposite corner, µm, above the first; where an extent is no whole number of voxels, the
///     last ones reach beyond it
/// @param spacing a voxel's sides, µm, above 0
/// @param flat    whether cells keep to the plane z = 0; there is one layer of voxels then
/// @param wall    whether the edge pushes cells back
/// @throws IllegalArgumentException if a number is out of its range
public record Domain(double[] lower, double[] upper, double[] spacing, boolean flat, boolean wall) {

    public Domain {
        for (int axis = 0; axis < 3; axis++) {
            if (!(upper[axis] > lower[axis] && spacing[axis] > 0)) {
                throw new IllegalArgumentException("voxels of " + spacing[axis] + " µm from " + lower[axis] + " to "
                        + upper[axis] + " µm along " + "xyz".charAt(axis));
            }
        }
    }

    /// How many voxels there are along an axis, at least 1.
    public int voxels(int axis) {
        return (int) Math.max(1, Math.ceil((upper[axis] - lower[axis]) / spacing[axis] - 1e-6));
    }

    /// The volume of a voxel, µm³.
    public double voxelVolume() {
        return spacing[0] * spacing[1] * spacing[2];
    }
}
