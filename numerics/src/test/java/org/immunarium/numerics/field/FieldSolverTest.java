package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.immunarium.numerics.field.DirichletNodes.Face;
import org.immunarium.numerics.parallel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldSolverTest {

    static List<Grid> grids() {
        return List.of(
                new Grid(1, 1, 1, 20, 20, 20),
                new Grid(300, 1, 1, 20, 20, 20),
                new Grid(1, 1, 9001, 20, 20, 20),
                new Grid(3, 3000, 1, 20, 10, 20),
                new Grid(131, 77, 1, 20, 10, 20),
                new Grid(1, 90, 113, 20, 10, 20),
                new Grid(6, 5, 4, 20, 10, 20),
                new Grid(2, 3, 1700, 20, 10, 20),
                new Grid(37, 43, 19, 20, 10, 5),
                new Grid(61, 60, 59, 20, 20, 20));
    }

    private static List<Diffusion> substances(Grid grid) {
        SplittableRandom random = new SplittableRandom(1);
        DirichletNodes.Builder nodes =
                DirichletNodes.on(grid).face(Face.X_LOW, 3).face(Face.Z_HIGH, 1);
        for (int k = 0; k < 20; k++) {
            nodes.voxel(random.nextInt(grid.voxels()), random.nextDouble());
        }
        VoxelDiffusion byVoxel = new VoxelDiffusion(grid, 0.01, nodes.build());
        byVoxel.setDiffusion(random.doubles(grid.voxels(), 0, 1e5).toArray());
        byVoxel.setDecay(random.doubles(grid.voxels(), 0, 1).toArray());
        return List.of(
                new LodDiffusion(grid, 1e5, 0.1, 0.01), new LodDiffusion(grid, 3e3, 0, 0.01, nodes.build()), byVoxel);
    }

    private static double[][] start(Grid grid) {
        double[][] densities = new double[3][];
        for (int s = 0; s < 3; s++) {
            densities[s] = new SplittableRandom(s).doubles(grid.voxels()).toArray();
        }
        return densities;
    }

    @ParameterizedTest
    @MethodSource("grids")
    void anyNumberOfThreadsGivesTheSameBits(Grid grid) {
        double[][] expected = start(grid);
        List<Diffusion> substances = substances(grid);
        for (int step = 0; step < 4; step++) {
            for (int s = 0; s < 3; s++) {
                substances.get(s).step(expected[s]);
            }
        }
        for (int threads : new int[] {1, 2, 3, 8}) {
            double[][] densities = start(grid);
            try (Team team = new Team(threads)) {
                FieldSolver solver = new FieldSolver(substances, team);
                for (int step = 0; step < 4; step++) {
                    solver.step(densities);
                }
            }
            assertThat(bits(densities)).isDeepEqualTo(bits(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void vectorsGiveTheBitsOfOneNumberAtATime(Grid grid) {
        DirichletNodes nodes = substances(grid).get(1).nodes();
        LodDiffusion diffusion = new LodDiffusion(grid, 1e5, 0.1, 0.01, nodes);
        double[] density = start(grid)[0];
        double[] expected = density.clone();
        for (int step = 0; step < 4; step++) {
            diffusion.step(density);
            PlainLod.step(grid, 1e5, 0.1, 0.01, nodes, expected);
        }
        assertThat(bits(density)).isDeepEqualTo(bits(expected));
    }

    private static long[][] bits(double[]... columns) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column)
                        .mapToLong(Double::doubleToLongBits)
                        .toArray())
                .toArray(long[][]::new);
    }

    @Test
    void aSteadyStepAllocatesNothing() {
        Grid grid = new Grid(35, 30, 29, 20, 20, 20);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        double[][] densities = start(grid);
        long least = Long.MAX_VALUE;
        try (Team team = new Team(2)) {
            FieldSolver solver = new FieldSolver(substances(grid), team);
            // The vector code allocates until it is compiled, so the last of many rounds counts.
            for (int round = 0; round < 300 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                for (int step = 0; step < 10; step++) {
                    solver.step(densities);
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            }
        }
        assertThat(least).isZero();
    }

    @Test
    void substancesThatDoNotGoTogetherAreRefused() {
        Grid grid = new Grid(5, 5, 5, 20, 20, 20);
        Diffusion one = new LodDiffusion(grid, 1, 1, 0.01);
        Diffusion faster = new LodDiffusion(grid, 1, 1, 0.02);
        Diffusion elsewhere = new LodDiffusion(new Grid(5, 5, 6, 20, 20, 20), 1, 1, 0.01);
        try (Team team = new Team(1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldSolver(List.of(), team));
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldSolver(List.of(one, faster), team));
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldSolver(List.of(one, elsewhere), team));
            FieldSolver solver = new FieldSolver(List.of(one), team);
            assertThatIllegalArgumentException().isThrownBy(() -> solver.step(new double[2][125]));
            assertThatIllegalArgumentException().isThrownBy(() -> solver.step(new double[1][124]));
        }
    }
}
