package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.immunarium.numerics.field.DirichletNodes.Face;
import org.immunarium.numerics.parallel.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoupledSolverTest {

    private static final double OXYGEN = 1e5;
    private static final double VOLUME = 2494;

    private final Team alone = new Team(1);

    @AfterEach
    void closeTeam() {
        alone.close();
    }

    private static List<CellSources> noCells(Grid grid) {
        return List.of(new CellSources(grid));
    }

    private static CellSources cells(Grid grid, int count, double uptake, double secretion, long seed) {
        CellSources sources = new CellSources(grid);
        SplittableRandom random = new SplittableRandom(seed);
        int[] voxels = random.ints(count, 0, grid.voxels()).sorted().toArray();
        sources.prepare(count, voxels, filled(count, VOLUME), rates(count, secretion, 5, uptake, 0));
        return sources;
    }

    private static ExchangeRates rates(int count, double secretion, double target, double uptake, double export) {
        return new ExchangeRates(
                filled(count, secretion), filled(count, target), filled(count, uptake), filled(count, export));
    }

    private static double[] filled(int count, double value) {
        double[] column = new double[count];
        Arrays.fill(column, value);
        return column;
    }

    @ParameterizedTest
    @CsvSource({"21, 4, 5, X", "4, 21, 5, Y", "4, 5, 21, Z", "21, 4, 1, X", "4, 21, 1, Y", "1, 1, 21, Z"})
    void heldFacesHaveTheirValuesInASteadyState(int nx, int ny, int nz, String axis) {
        Grid grid = new Grid(nx, ny, nz, 20, 20, 20);
        DirichletNodes nodes = DirichletNodes.on(grid)
                .face(Face.valueOf(axis + "_LOW"), 1)
                .face(Face.valueOf(axis + "_HIGH"), 3)
                .build();
        CoupledSolver solver = new CoupledSolver(List.of(new CoupledDiffusion(grid, OXYGEN, 0, 0.1, nodes)), alone);
        double[][] density = new double[1][grid.voxels()];
        solver.stepAfterJump(density, noCells(grid));
        for (int step = 0; step < 300; step++) {
            solver.step(density, noCells(grid));
        }
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            int place = Math.max(
                    nx == 21 ? grid.i(voxel) : 0, Math.max(ny == 21 ? grid.j(voxel) : 0, nz == 21 ? grid.k(voxel) : 0));
            assertThat(density[0][voxel]).isCloseTo(1 + 2 * place / 20.0, within(1e-9));
        }
    }

    /// A cell alone in a voxel that diffusion cannot leave: S ρ* / (S + U).
    @Test
    void aCellAloneComesToItsSteadyDensity() {
        Grid grid = new Grid(1, 1, 1, 20, 20, 20);
        CoupledDiffusion substance = new CoupledDiffusion(grid, OXYGEN, 0, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources sources = cells(grid, 1, 1, 4, 1);
        double[][] density = new double[1][1];
        for (int step = 0; step < 1000; step++) {
            solver.step(density, List.of(sources));
        }
        assertThat(density[0][0]).isCloseTo(4, within(1e-9));
    }

    /// Uptake, and a supply at 7, of L times a slow voxel's content in a step.
    @ParameterizedTest
    @CsvSource({"1, 10", "1, 1000", "10, 10", "10, 1000", "1e5, 10", "1e5, 1000"})
    void whatIsExchangedManyTimesAStepDoesNotSwing(double diffusion, double lost) {
        Grid grid = new Grid(9, 9, 1, 10, 10, 10);
        CoupledDiffusion substance = new CoupledDiffusion(grid, diffusion, 0, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources eater = new CellSources(grid);
        eater.prepare(1, new int[] {40}, filled(1, 1000), rates(1, 0, 0, 10 * lost, 0));
        CellSources vessel = new CellSources(grid);
        vessel.supply(new int[] {40}, new double[] {1}, 10 * lost, 70 * lost);
        vessel.prepare(0, new int[0], new double[0], rates(0, 0, 0, 0, 0));
        double[][] eaten = {filled(81, 1)};
        double[][] filled = {filled(81, 0)};
        double[] taken = new double[1];
        for (int step = 0; step < 50; step++) {
            solver.step(eaten, List.of(eater));
            solver.step(filled, List.of(vessel));
            if (diffusion <= 10) {
                // What neighbours lose is lost here a little, too; fast diffusion swings on its own.
                double least = Arrays.stream(eaten[0]).min().orElseThrow();
                assertThat(least).as("step " + step).isGreaterThan(-1e-3);
            }
            assertThat(Arrays.stream(filled[0]).max().orElseThrow())
                    .as("step " + step)
                    .isLessThan(7.01);
        }
        eater.addTaken(taken);
        double left = 1000 * (81 - Arrays.stream(eaten[0]).sum());
        assertThat(taken[0]).isCloseTo(left, within(1e-9 * left));
    }

    @Test
    void theErrorIsOfSecondOrderInTime() {
        int n = 12;
        Grid grid = new Grid(n, n, n, 20, 20, 20);
        double before = 0;
        double[] best = run(grid, 2048);
        for (int steps = 32; steps <= 128; steps *= 2) {
            double[] density = run(grid, steps);
            double square = 0;
            for (int voxel = 0; voxel < density.length; voxel++) {
                square += (density[voxel] - best[voxel]) * (density[voxel] - best[voxel]);
            }
            double error = Math.sqrt(square);
            if (before > 0) {
                assertThat(before / error).isCloseTo(4, offset(0.3));
            }
            before = error;
        }
    }

    private double[] run(Grid grid, int steps) {
        CoupledDiffusion substance = new CoupledDiffusion(grid, 300, 0.2, 4.0 / steps, DirichletNodes.none());
        assertThat(substance.theta()).isEqualTo(0.5);
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources sources = cells(grid, 100, 1, 2, 3);
        double[][] density = new double[1][grid.voxels()];
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            density[0][voxel] = 2 + StrictMath.cos(StrictMath.PI * (grid.i(voxel) + 0.5) / grid.nx());
        }
        for (int step = 0; step < steps; step++) {
            solver.step(density, List.of(sources));
        }
        return density[0];
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCellsTookIsWhatTheFieldLost(boolean afterJump) {
        Grid grid = new Grid(14, 13, 12, 20, 20, 20);
        CoupledDiffusion substance = new CoupledDiffusion(grid, OXYGEN, 0, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources sources = new CellSources(grid);
        int count = 500;
        int[] voxels =
                new SplittableRandom(2).ints(count, 0, grid.voxels()).sorted().toArray();
        sources.prepare(count, voxels, filled(count, VOLUME), rates(count, 0.5, 9, 10, 20));
        double[][] density = {filled(grid.voxels(), 38)};
        double[] taken = new double[count];
        for (int step = 0; step < 20; step++) {
            if (afterJump) {
                solver.stepAfterJump(density, List.of(sources));
            } else {
                solver.step(density, List.of(sources));
            }
            if (step % 3 == 0) {
                sources.addTaken(taken);
            }
        }
        sources.addTaken(taken);
        double lost = 8000 * (38 * grid.voxels() - Arrays.stream(density[0]).sum());
        assertThat(Arrays.stream(taken).sum()).isCloseTo(lost, within(1e-9 * lost));
    }

    /// One cell that takes an amount a time whatever is there, one that gives as much as half of it.
    @ParameterizedTest
    @CsvSource({"1, false", "1e5, false", "1, true", "1e5, true"})
    void anExportBelowZeroTakesAtMostWhatIsThere(double diffusion, boolean afterJump) {
        Grid grid = new Grid(7, 7, 1, 10, 10, 10);
        CoupledDiffusion substance = new CoupledDiffusion(grid, diffusion, 0, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources sources = new CellSources(grid);
        ExchangeRates rates = rates(2, 0, 0, 0, -1e4);
        rates.export()[1] = 5e3;
        sources.prepare(2, new int[] {24, 24}, filled(2, 1000), rates);
        double[][] density = {filled(49, 1)};
        double[] taken = new double[2];
        for (int step = 0; step < 400; step++) {
            if (afterJump) {
                solver.stepAfterJump(density, List.of(sources));
            } else {
                solver.step(density, List.of(sources));
            }
            // Where diffusion is fast, such steps do not smooth out what is alone in its voxel.
            if (diffusion == 1 || afterJump) {
                assertThat(Arrays.stream(density[0]).min().orElseThrow()).isGreaterThan(-1e-3);
            }
        }
        sources.addTaken(taken);
        double left = 1000 * (49 - Arrays.stream(density[0]).sum());
        assertThat(taken[1]).isCloseTo(-5e3 * 40, within(1e-6));
        assertThat(taken[0] + taken[1]).isCloseTo(left, within(1e-6));
        assertThat(taken[0]).isLessThan(5e3 * 40 + 49_100).isGreaterThan(5e3 * 40);
    }

    static List<Grid> grids() {
        return List.of(
                new Grid(1, 1, 1, 20, 20, 20),
                new Grid(5000, 1, 1, 20, 20, 20),
                new Grid(2, 3000, 1, 20, 10, 20),
                new Grid(131, 77, 1, 20, 10, 20),
                new Grid(6, 5, 4, 20, 10, 20),
                new Grid(37, 43, 19, 20, 10, 5));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void anyNumberOfThreadsGivesTheSameBits(Grid grid) {
        double[][] expected = threeSteps(grid, alone);
        for (int threads : new int[] {2, 3, 8}) {
            try (Team team = new Team(threads)) {
                assertThat(threeSteps(grid, team)).isDeepEqualTo(expected);
            }
        }
    }

    private static double[][] threeSteps(Grid grid, Team team) {
        DirichletNodes nodes =
                DirichletNodes.on(grid).face(Face.X_LOW, 3).face(Face.Z_HIGH, 1).build();
        DirichletNodes held = grid.nx() > 1 && grid.nz() > 1 ? nodes : DirichletNodes.none();
        List<CoupledDiffusion> substances = List.of(
                new CoupledDiffusion(grid, OXYGEN, 0.1, 0.1, held),
                new CoupledDiffusion(grid, 1000, 0, 0.1, DirichletNodes.none()));
        List<CellSources> sources = List.of(cells(grid, 300, 10, 0, 1), cells(grid, 300, 0, 10, 2));
        double[][] result = new double[4][];
        result[0] = new SplittableRandom(1).doubles(grid.voxels()).toArray();
        result[1] = new SplittableRandom(2).doubles(grid.voxels()).toArray();
        double[][] density = {result[0], result[1]};
        CoupledSolver solver = new CoupledSolver(substances, team);
        solver.step(density, sources);
        solver.stepAfterJump(density, sources);
        solver.step(density, sources);
        result[2] = new double[300];
        result[3] = new double[300];
        sources.get(0).addTaken(result[2]);
        sources.get(1).addTaken(result[3]);
        return result;
    }

    @ParameterizedTest
    @MethodSource("grids")
    void theChangeOfAVoxelHasTheBitsOfItsFormula(Grid grid) {
        Axes axes = Axes.of(grid);
        Stencil stencil = Stencil.of(axes, 500, 0.03);
        double[] a = new SplittableRandom(1).doubles(grid.voxels()).toArray();
        double[] change = new double[a.length];
        for (int plane = 0; plane < axes.planes(); plane++) {
            stencil.apply(a, change, plane);
        }
        int n = axes.plane();
        for (int voxel = 0; voxel < a.length; voxel++) {
            int row = voxel / axes.n0();
            double x = second(a, voxel, 1, voxel % axes.n0(), axes.n0());
            double y = second(a, voxel, axes.n0(), row % axes.n1(), axes.n1());
            double z = second(a, voxel, n, voxel / n, axes.planes());
            double expected =
                    Math.fma(a[voxel], -0.03, Math.fma(z, stencil.r2(), Math.fma(y, stencil.r1(), x * stencil.r0())));
            assertThat(change[voxel]).isEqualTo(expected);
        }
    }

    private static double second(double[] a, int voxel, int stride, int place, int count) {
        double before = place > 0 ? a[voxel - stride] - a[voxel] : 0;
        double after = place < count - 1 ? a[voxel + stride] - a[voxel] : 0;
        return before + after;
    }

    /// Cells that secrete where cytokines diffuse: 0.1 min coupled against 0.01 min split, from a
    /// reference that is extrapolated from split steps of 0.001 and 0.0005 min.
    @Test
    void tenTimesTheStepIsCloserThanSplitSteps() {
        Grid grid = new Grid(14, 14, 14, 20, 20, 20);
        double[] coarse = split(grid, 0.001);
        double[] reference = split(grid, 0.0005);
        for (int voxel = 0; voxel < reference.length; voxel++) {
            reference[voxel] = 2 * reference[voxel] - coarse[voxel];
        }
        double splitError = distance(split(grid, 0.01), reference);
        double[][] density = new double[1][grid.voxels()];
        CoupledDiffusion substance = new CoupledDiffusion(grid, 1e4, 0.5, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        CellSources sources = cells(grid, 40, 0, 10, 5);
        for (int step = 0; step < 30; step++) {
            solver.step(density, List.of(sources));
        }
        assertThat(distance(density[0], reference)).isLessThan(0.5 * splitError);
    }

    private double[] split(Grid grid, double timeStep) {
        LodDiffusion diffusion = new LodDiffusion(grid, 1e4, 0.5, timeStep);
        CellSources sources = cells(grid, 40, 0, 10, 5);
        double[] density = new double[grid.voxels()];
        for (int step = 0; step < Math.round(3 / timeStep); step++) {
            diffusion.step(density);
            sources.react(density, timeStep);
        }
        return density;
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int voxel = 0; voxel < a.length; voxel++) {
            square += (a[voxel] - b[voxel]) * (a[voxel] - b[voxel]);
        }
        return Math.sqrt(square);
    }

    @Test
    void aStepAfterAJumpSmoothsWhatIsAloneInItsVoxel() {
        Grid grid = new Grid(15, 15, 15, 20, 20, 20);
        CoupledDiffusion substance = new CoupledDiffusion(grid, OXYGEN, 0, 0.1, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(substance), alone);
        double[][] density = new double[1][grid.voxels()];
        density[0][grid.voxels() / 2] = 1000;
        solver.stepAfterJump(density, noCells(grid));
        assertThat(Arrays.stream(density[0]).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(density[0]).max().orElseThrow()).isLessThan(2);
    }

    @Test
    void aStepAllocatesNothing() {
        Grid grid = new Grid(25, 24, 23, 20, 20, 20);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        double[][] density = new double[1][grid.voxels()];
        List<CellSources> sources = List.of(cells(grid, 1000, 10, 1, 1));
        CoupledDiffusion substance = new CoupledDiffusion(grid, OXYGEN, 0.1, 0.1, DirichletNodes.none());
        long least = Long.MAX_VALUE;
        try (Team team = new Team(2)) {
            CoupledSolver solver = new CoupledSolver(List.of(substance), team);
            // The vector code allocates until it is compiled, so the last of many rounds counts.
            for (int round = 0; round < 300 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                for (int step = 0; step < 10; step++) {
                    solver.step(density, sources);
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            }
        }
        assertThat(least).isZero();
    }

    @Test
    void heldVoxelsOutsideOfHeldFacesAreRefused() {
        Grid grid = new Grid(5, 5, 5, 20, 20, 20);
        DirichletNodes nodes =
                DirichletNodes.on(grid).face(Face.X_LOW, 1).voxel(62, 1).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoupledDiffusion(grid, OXYGEN, 0, 0.1, nodes))
                .withMessage("voxel 62 is held, but no face of the grid that it is in;"
                        + " steps that are coupled with cells hold whole faces only");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        Grid grid = new Grid(5, 5, 5, 20, 20, 20);
        CoupledDiffusion one = new CoupledDiffusion(grid, OXYGEN, 0, 0.1, DirichletNodes.none());
        CoupledDiffusion longer = new CoupledDiffusion(grid, OXYGEN, 0, 0.2, DirichletNodes.none());
        assertThatIllegalArgumentException().isThrownBy(() -> new CoupledSolver(List.of(), alone));
        assertThatIllegalArgumentException().isThrownBy(() -> new CoupledSolver(List.of(one, longer), alone));
        CoupledSolver solver = new CoupledSolver(List.of(one), alone);
        assertThatIllegalArgumentException().isThrownBy(() -> solver.step(new double[1][125], List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> solver.step(new double[1][124], noCells(grid)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.step(new double[1][125], noCells(new Grid(5, 5, 6, 20, 20, 20))));
    }
}
