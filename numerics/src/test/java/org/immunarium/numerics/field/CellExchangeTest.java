package org.immunarium.numerics.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.immunarium.numerics.parallel.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellExchangeTest {

    private static final double DT = 0.01;
    private static final double VOLUME = 2494;

    private final Team alone = new Team(1);

    @AfterEach
    void closeTeam() {
        alone.close();
    }

    @Test
    void eachCellTakesItsImplicitStepInTheOrderGiven() {
        Grid grid = new Grid(3, 1, 1, 20, 20, 20);
        CellExchange exchange = new CellExchange(grid, 1, DT, alone);
        double[] volume = {VOLUME, 1000, VOLUME};
        double[] secretion = {0, 10, 0};
        double[] target = {0, 38, 5};
        double[] uptake = {10, 0, 3};
        double[] export = {0, 0, 70};
        exchange.prepare(
                3, new int[] {1, 1, 2}, volume, List.of(new ExchangeRates(secretion, target, uptake, export))::get);
        double[][] density = {{1, 2, 3}};
        double[] expected = density[0].clone();
        int[] voxel = {1, 1, 2};
        for (int cell = 0; cell < 3; cell++) {
            double a = DT * volume[cell] / 8000;
            expected[voxel[cell]] = (expected[voxel[cell]] + a * secretion[cell] * target[cell])
                            / (1 + a * (secretion[cell] + uptake[cell]))
                    + DT * export[cell] / 8000;
        }
        exchange.apply(density);
        for (int v = 0; v < 3; v++) {
            assertThat(density[0][v]).isCloseTo(expected[v], within(1e-14));
        }
    }

    /// One cell alone: dρ/dt = a (S (ρ* - ρ) - U ρ) comes to rest at S ρ* / (S + U).
    @Test
    void aCellAloneComesToItsSteadyDensity() {
        Grid grid = new Grid(1, 1, 1, 20, 20, 20);
        CellExchange exchange = new CellExchange(grid, 1, DT, alone);
        exchange.prepare(1, new int[1], new double[] {VOLUME}, List.of(rates(4, 10, 1, 0, 1))::get);
        double[][] density = new double[1][1];
        for (int step = 0; step < 10_000; step++) {
            exchange.apply(density);
        }
        assertThat(density[0][0]).isCloseTo(8, within(1e-9));
    }

    @Test
    void whatCellsTookIsWhatTheFieldLost() {
        Grid grid = new Grid(10, 10, 10, 20, 20, 20);
        Cells cells = new Cells(grid, 5000, 2);
        CellExchange exchange = new CellExchange(grid, 2, DT, alone);
        exchange.prepare(cells.count, cells.voxels, cells.volume, cells.rates::get);
        double[][] density = cells.densities();
        double[][] uncounted = cells.densities();
        double[][] taken = new double[2][cells.count];
        for (int step = 0; step < 20; step++) {
            exchange.apply(density, taken);
            exchange.apply(uncounted);
        }
        for (int s = 0; s < 2; s++) {
            double lost = 8000
                    * (Arrays.stream(cells.densities()[s]).sum()
                            - Arrays.stream(density[s]).sum());
            assertThat(Arrays.stream(taken[s]).sum()).isCloseTo(lost, within(1e-9 * Math.abs(lost)));
        }
        assertThat(density).isDeepEqualTo(uncounted);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        for (Grid grid : List.of(new Grid(2, 1, 1, 20, 20, 20), new Grid(15, 14, 13, 20, 20, 20))) {
            Cells cells = new Cells(grid, 5000, 3);
            double[][] density = cells.densities();
            double[][] taken = new double[3][cells.count];
            double[][] expected = cells.densities();
            double[][] expectedTaken = new double[3][cells.count];
            try (Team team = new Team(threads)) {
                run(cells, density, taken, team);
            }
            run(cells, expected, expectedTaken, alone);
            assertThat(density).isDeepEqualTo(expected);
            assertThat(taken).isDeepEqualTo(expectedTaken);
        }
    }

    private static void run(Cells cells, double[][] density, double[][] taken, Team team) {
        CellExchange exchange = new CellExchange(cells.grid, density.length, DT, team);
        exchange.prepare(cells.count, cells.voxels, cells.volume, cells.rates::get);
        for (int step = 0; step < 10; step++) {
            exchange.apply(density);
            exchange.apply(density, taken);
        }
    }

    @Test
    void aCellThatHasGoneIsAsIfAllWerePreparedAnew() {
        Grid grid = new Grid(5, 4, 1, 20, 20, 20);
        Cells cells = new Cells(grid, 60, 2);
        CellExchange moving = new CellExchange(grid, 2, DT, alone);
        moving.prepare(cells.count, cells.voxels, cells.volume, cells.rates::get);
        SplittableRandom random = new SplittableRandom(7);
        for (int move = 0; move < 200; move++) {
            int from = random.nextInt(cells.count);
            int voxel = random.nextInt(grid.voxels());
            int to = (int) Arrays.stream(cells.voxels).filter(v -> v < voxel).count();
            to -= cells.voxels[from] < voxel ? 1 : 0;
            cells.move(from, to, voxel);
            moving.move(from, to, voxel);
            CellExchange anew = new CellExchange(grid, 2, DT, alone);
            anew.prepare(cells.count, cells.voxels, cells.volume, cells.rates::get);
            double[][] density = cells.densities();
            double[][] expected = cells.densities();
            moving.apply(density);
            anew.apply(0, expected[0]);
            anew.apply(1, expected[1]);
            assertThat(density).isDeepEqualTo(expected);
        }
    }

    @Test
    void aCellCannotGoWhereTheOrderIsBrokenOrNoVoxelIs() {
        CellExchange exchange = new CellExchange(new Grid(4, 1, 1, 20, 20, 20), 1, DT, alone);
        exchange.prepare(
                3, new int[] {0, 1, 2}, new double[] {VOLUME, VOLUME, VOLUME}, List.of(rates(4, 10, 1, 0, 3))::get);
        assertThatIllegalArgumentException().isThrownBy(() -> exchange.move(0, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> exchange.move(2, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> exchange.move(2, 2, 4));
        exchange.move(0, 2, 3);
    }

    @Test
    void aSubstanceThatNobodyExchangesIsLeftAlone() {
        Grid grid = new Grid(2, 2, 1, 20, 20, 20);
        CellExchange exchange = new CellExchange(grid, 2, DT, alone);
        exchange.prepare(
                2,
                new int[] {1, 3},
                new double[] {VOLUME, VOLUME},
                List.of(rates(0, 5, 0, 0, 2), rates(0, 0, 1, 0, 2))::get);
        double[][] density = {{1, 1, 1, 1}, {1, 1, 1, 1}};
        exchange.apply(density);
        assertThat(density[0]).containsOnly(1);
        assertThat(density[1][0]).isEqualTo(1);
        assertThat(density[1][3]).isLessThan(1);
        exchange.prepare(0, new int[0], new double[0], List.of(rates(0, 0, 0, 0, 0), rates(0, 0, 0, 0, 0))::get);
        double[][] before = {density[0].clone(), density[1].clone()};
        exchange.apply(density);
        assertThat(density).isDeepEqualTo(before);
    }

    @Test
    void cellsOutOfOrderOrOffTheGridAreRefused() {
        Grid grid = new Grid(2, 2, 1, 20, 20, 20);
        CellExchange exchange = new CellExchange(grid, 1, DT, alone);
        List<ExchangeRates> rates = List.of(rates(1, 1, 1, 0, 2));
        double[] volume = {VOLUME, VOLUME};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exchange.prepare(2, new int[] {2, 1}, volume, rates::get))
                .withMessage("cell 1 is in voxel 1 of 4, the one before it in 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exchange.prepare(2, new int[] {2, 4}, volume, rates::get));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exchange.prepare(2, new int[] {-1, 1}, volume, rates::get));
        assertThatIllegalArgumentException().isThrownBy(() -> exchange.apply(new double[1][3]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CellExchange(grid, -1, DT, alone));
        assertThatIllegalArgumentException().isThrownBy(() -> new CellExchange(grid, 1, 0, alone));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void ratesOutOfTheirRangeAreRefused(double wrong) {
        Grid grid = new Grid(2, 2, 1, 20, 20, 20);
        CellExchange exchange = new CellExchange(grid, 1, DT, alone);
        for (ExchangeRates rates :
                List.of(rates(wrong, 1, 2, 0, 1), rates(1, wrong, 1, 0, 1), rates(2, 1, wrong, 0, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> exchange.prepare(1, new int[1], new double[] {VOLUME}, List.of(rates)::get));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> exchange.prepare(1, new int[1], new double[] {wrong}, List.of(rates(1, 1, 1, 0, 1))::get))
                .withMessage(
                        "cell 0 of volume " + wrong + " with secretion 1.0 towards 1.0, uptake 1.0 and export 0.0");
    }

    @Test
    void aStepAllocatesNothing() {
        Grid grid = new Grid(20, 20, 20, 20, 20, 20);
        Cells cells = new Cells(grid, 5000, 2);
        IntFunction<ExchangeRates> rates = cells.rates::get;
        double[][] density = cells.densities();
        double[][] taken = new double[2][cells.count];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long least = Long.MAX_VALUE;
        try (Team team = new Team(2)) {
            CellExchange exchange = new CellExchange(grid, 2, DT, team);
            for (int round = 0; round < 100 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                exchange.prepare(cells.count, cells.voxels, cells.volume, rates);
                for (int step = 0; step < 10; step++) {
                    exchange.apply(density, taken);
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            }
        }
        assertThat(least).isZero();
    }

    private static ExchangeRates rates(double secretion, double target, double uptake, double export, int cells) {
        double[][] columns = new double[4][cells];
        double[] values = {secretion, target, uptake, export};
        for (int k = 0; k < 4; k++) {
            Arrays.fill(columns[k], values[k]);
        }
        return new ExchangeRates(columns[0], columns[1], columns[2], columns[3]);
    }

    /// Cells at random, several in many a voxel.
    private static final class Cells {
        final Grid grid;
        final int count;
        final int[] voxels;
        final double[] volume;
        final List<ExchangeRates> rates;

        Cells(Grid grid, int count, int substances) {
            this.grid = grid;
            this.count = count;
            SplittableRandom random = new SplittableRandom(7);
            voxels = random.ints(count, 0, grid.voxels()).sorted().toArray();
            volume = random.doubles(count, 100, VOLUME).toArray();
            rates = random.ints(substances)
                    .mapToObj(s -> new ExchangeRates(
                            random.doubles(count, 0, 10).toArray(),
                            random.doubles(count, 0, 40).toArray(),
                            random.doubles(count, 0, 10).toArray(),
                            random.doubles(count, 0, 100).toArray()))
                    .toList();
        }

        /// Puts a cell at another place of the order and into another voxel, one neighbour after the other.
        void move(int from, int to, int voxel) {
            int step = to > from ? 1 : -1;
            for (int k = from; k != to; k += step) {
                voxels[k] = voxels[k + step];
                swap(volume, k, k + step);
                for (ExchangeRates each : rates) {
                    swap(each.secretion(), k, k + step);
                    swap(each.target(), k, k + step);
                    swap(each.uptake(), k, k + step);
                    swap(each.export(), k, k + step);
                }
            }
            voxels[to] = voxel;
        }

        private static void swap(double[] a, int i, int j) {
            double kept = a[i];
            a[i] = a[j];
            a[j] = kept;
        }

        double[][] densities() {
            double[][] densities = new double[rates.size()][grid.voxels()];
            for (double[] column : densities) {
                Arrays.fill(column, 1);
            }
            return densities;
        }
    }
}
