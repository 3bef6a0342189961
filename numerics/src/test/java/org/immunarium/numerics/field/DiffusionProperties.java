package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DiffusionProperties {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void withoutDecayTheAmountIsKept(
            @ForAll @IntRange(min = 1, max = 40) int nx,
            @ForAll @IntRange(min = 1, max = 20) int ny,
            @ForAll @IntRange(min = 1, max = 20) int nz,
            @ForAll @DoubleRange(min = 0, max = 1e6) double diffusion,
            @ForAll @DoubleRange(min = 0.01, max = 10) double dt,
            @ForAll boolean byVoxel,
            @ForAll long seed) {
        Grid grid = new Grid(nx, ny, nz, 20, 15, 10);
        double[] density = random(grid, seed);
        double before = Arrays.stream(density).sum();
        substance(grid, diffusion, 0, dt, byVoxel, seed).step(density);
        assertThat(Arrays.stream(density).sum()).isCloseTo(before, within(1e-9 * before));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aStepStaysBetweenTheExtremes(
            @ForAll @IntRange(min = 1, max = 40) int nx,
            @ForAll @IntRange(min = 1, max = 20) int ny,
            @ForAll @IntRange(min = 1, max = 20) int nz,
            @ForAll @DoubleRange(min = 0, max = 1e6) double diffusion,
            @ForAll @DoubleRange(min = 0, max = 10) double decay,
            @ForAll @DoubleRange(min = 0.01, max = 10) double dt,
            @ForAll boolean byVoxel,
            @ForAll long seed) {
        Grid grid = new Grid(nx, ny, nz, 20, 15, 10);
        double[] density = random(grid, seed);
        double most = Arrays.stream(density).max().orElseThrow();
        substance(grid, diffusion, decay, dt, byVoxel, seed).step(density);
        assertThat(Arrays.stream(density).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(density).max().orElseThrow()).isLessThanOrEqualTo(most * (1 + 1e-12));
    }

    private static double[] random(Grid grid, long seed) {
        return new SplittableRandom(seed).doubles(grid.voxels()).toArray();
    }

    private static Diffusion substance(
            Grid grid, double diffusion, double decay, double dt, boolean byVoxel, long seed) {
        if (!byVoxel) {
            return new LodDiffusion(grid, diffusion, decay, dt);
        }
        SplittableRandom random = new SplittableRandom(seed);
        VoxelDiffusion substance = new VoxelDiffusion(grid, dt);
        substance.setDiffusion(random.doubles(grid.voxels())
                .map(u -> u < 0.1 ? 0 : u * diffusion)
                .toArray());
        substance.setDecay(random.doubles(grid.voxels()).map(u -> u * decay).toArray());
        return substance;
    }
}
