package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.immunarium.numerics.field.DirichletNodes.Face;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoxelDiffusionTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "31, 1, 1", "19, 1, 23", "40, 21, 1", "20, 21, 22"})
    void equalCoefficientsGiveWhatOneCoefficientGives(int nx, int ny, int nz) {
        Grid grid = new Grid(nx, ny, nz, 20, 10, 30);
        DirichletNodes nodes = DirichletNodes.on(grid)
                .voxel(grid.voxels() / 3, 20)
                .face(Face.Z_LOW, 7)
                .build();
        VoxelDiffusion ours = new VoxelDiffusion(grid, 0.01, nodes);
        ours.setDiffusion(filled(grid, 1e5));
        ours.setDecay(filled(grid, 0.1));
        LodDiffusion other = new LodDiffusion(grid, 1e5, 0.1, 0.01, nodes);
        double[] density = new SplittableRandom(1).doubles(grid.voxels()).toArray();
        double[] expected = density.clone();
        for (int step = 0; step < 50; step++) {
            ours.step(density);
            other.step(expected);
        }
        for (int voxel = 0; voxel < density.length; voxel++) {
            assertThat(density[voxel]).isCloseTo(expected[voxel], within(1e-12));
        }
    }

    @Test
    void nothingPassesAWall() {
        Grid grid = new Grid(20, 10, 10, 20, 20, 20);
        double[] diffusion = filled(grid, 1e5);
        double[] density = new double[grid.voxels()];
        for (int voxel = 0; voxel < density.length; voxel++) {
            diffusion[voxel] = grid.i(voxel) == 8 ? 0 : 1e5;
            density[voxel] = grid.i(voxel) < 8 ? 1 : 0;
        }
        VoxelDiffusion ours = new VoxelDiffusion(grid, 0.1);
        ours.setDiffusion(diffusion);
        double[] before = density.clone();
        for (int step = 0; step < 100; step++) {
            ours.step(density);
        }
        for (int voxel = 0; voxel < density.length; voxel++) {
            assertThat(density[voxel]).isCloseTo(before[voxel], within(1e-12));
        }
    }

    /// The same flux F passes every face of a steady state; c is D dt / h² there, and a held voxel
    /// lets go of F within a step: 1 - 2 F = F (sum of 1 / c).
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSameFluxPassesBothSidesOfALayer(int axis) {
        int n = 16;
        int[] counts = {3, 3, 3};
        counts[axis] = n;
        Grid grid = new Grid(counts[0], counts[1], counts[2], 20, 20, 20);
        Face[] faces = Face.values();
        DirichletNodes nodes = DirichletNodes.on(grid)
                .face(faces[2 * axis], 1)
                .face(faces[2 * axis + 1], 0)
                .build();
        double[] diffusion = new double[grid.voxels()];
        int[] places = new int[grid.voxels()];
        for (int voxel = 0; voxel < diffusion.length; voxel++) {
            places[voxel] = axis == 0 ? grid.i(voxel) : axis == 1 ? grid.j(voxel) : grid.k(voxel);
            diffusion[voxel] = places[voxel] < n / 2 ? 1000 : 200;
        }
        VoxelDiffusion ours = new VoxelDiffusion(grid, 0.1, nodes);
        ours.setDiffusion(diffusion);
        double[] density = new double[grid.voxels()];
        for (int step = 0; step < 30_000; step++) {
            ours.step(density);
        }
        double toC = 0.1 / 400;
        double middle = 2 * 1000 * 200 / 1200.0;
        double flux = 1 / (2 + (n / 2 - 1) / (1000 * toC) + 1 / (middle * toC) + (n / 2 - 1) / (200 * toC));
        for (int voxel = 0; voxel < density.length; voxel++) {
            int k = places[voxel];
            double expected = k == 0
                    ? 1
                    : k == n - 1
                            ? 0
                            : k < n / 2 ? 1 - flux * (1 + k / (1000 * toC)) : flux * (1 + (n - 1 - k) / (200 * toC));
            assertThat(density[voxel]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void eachVoxelHasItsOwnDecay() {
        Grid grid = new Grid(8, 8, 1, 20, 20, 20);
        double[] decay = new double[grid.voxels()];
        for (int voxel = 0; voxel < decay.length; voxel++) {
            decay[voxel] = 0.01 * voxel;
        }
        VoxelDiffusion ours = new VoxelDiffusion(grid, 0.5);
        ours.setDecay(decay);
        double[] density = filled(grid, 1);
        ours.step(density);
        for (int voxel = 0; voxel < decay.length; voxel++) {
            double factor = 1 + decay[voxel] * 0.25;
            assertThat(density[voxel]).isCloseTo(1 / (factor * factor), within(1e-14));
        }
    }

    @Test
    void numbersOutOfTheirRangeAreRefused() {
        Grid grid = new Grid(2, 2, 2, 1, 1, 1);
        VoxelDiffusion ours = new VoxelDiffusion(grid, 1);
        double[] wrong = filled(grid, 1);
        wrong[5] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> ours.setDiffusion(wrong));
        wrong[5] = -1;
        assertThatIllegalArgumentException().isThrownBy(() -> ours.setDecay(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> ours.setDecay(new double[7]));
    }

    private static double[] filled(Grid grid, double value) {
        double[] column = new double[grid.voxels()];
        Arrays.fill(column, value);
        return column;
    }
}
