package org.immunarium.benchmarks.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.Grid;

/// Cells in a cube of 600 µm, 30 voxels a side: a ball of resting ones in the middle, others that
/// wander everywhere; one in a hundred divides a minute. They move every tenth of a minute.
///
/// @param diffusion D, in µm²/min
/// @param decay     in 1/min
/// @param held      the density at all faces; 0 where nothing is held
/// @param start     the density at the start
/// @param moments   where the cells are and what they do, by tenths of a minute
record MovingSources(
        String name,
        String description,
        Grid grid,
        double diffusion,
        double decay,
        double held,
        double start,
        List<Moment> moments) {

    private static final int VOXELS = 30;
    private static final double SPACING = 20;
    private static final double SIZE = VOXELS * SPACING;
    private static final double BALL = 140;
    private static final double CELL_VOLUME = 2494;
    private static final double DIVISIONS = 0.001;
    private static final int MOMENTS = 60;

    /// Cells at a time, in order of their voxels.
    @SuppressWarnings("ArrayRecordComponent")
    record Moment(int number, int[] voxels, double[] volumes, ExchangeRates rates) {}

    /// A cell's place; `speed` in µm/min.
    private record Cell(double x, double y, double z, double speed) {}

    /// What all cells of a case do, as in [ExchangeRates].
    private record Doing(double secretion, double target, double uptake, double export) {}

    static List<MovingSources> all() {
        return List.of(
                of(
                        "oxygen",
                        "oxygen: D 1e5, decay 0.1, faces held at 38, 1000 cells take up at rate 10",
                        new double[] {1e5, 0.1, 38, 38},
                        800,
                        200,
                        2,
                        new Doing(0, 0, 10, 0)),
                of(
                        "cytokine",
                        "cytokine: D 1e4, decay 0.5, 100 cells secrete towards 1 at rate 10 and wander at 4 um/min",
                        new double[] {1e4, 0.5, 0, 0},
                        0,
                        100,
                        4,
                        new Doing(10, 1, 0, 0)),
                of(
                        "factor",
                        "factor: D 1e3, decay 0.016, 900 cells secrete towards 1 at rate 10, 100 of them wander at 4 um/min",
                        new double[] {1e3, 0.016, 0, 0},
                        800,
                        100,
                        4,
                        new Doing(10, 1, 0, 0)),
                of(
                        "export",
                        "export: D 1e5, decay 1, 100 cells export 1000 a min and wander at 4 um/min",
                        new double[] {1e5, 1, 0, 0},
                        0,
                        100,
                        4,
                        new Doing(0, 0, 0, 1000)));
    }

    private static MovingSources of(
            String name, String description, double[] numbers, int resting, int wandering, double speed, Doing doing) {
        Grid grid = new Grid(VOXELS, VOXELS, VOXELS, SPACING, SPACING, SPACING);
        SplittableRandom random = new SplittableRandom(42);
        List<Cell> cells = new ArrayList<>();
        while (cells.size() < resting) {
            Cell cell = anywhere(random, 0);
            double x = cell.x() - SIZE / 2;
            double y = cell.y() - SIZE / 2;
            double z = cell.z() - SIZE / 2;
            if (x * x + y * y + z * z < BALL * BALL) {
                cells.add(cell);
            }
        }
        for (int k = 0; k < wandering; k++) {
            cells.add(anywhere(random, speed));
        }
        List<Moment> moments = new ArrayList<>();
        for (int k = 0; k < MOMENTS; k++) {
            moments.add(moment(k, grid, cells, doing));
            cells = moved(cells, random);
        }
        return new MovingSources(name, description, grid, numbers[0], numbers[1], numbers[2], numbers[3], moments);
    }

    private static Cell anywhere(SplittableRandom random, double speed) {
        return new Cell(random.nextDouble(SIZE), random.nextDouble(SIZE), random.nextDouble(SIZE), speed);
    }

    private static List<Cell> moved(List<Cell> cells, SplittableRandom random) {
        List<Cell> moved = new ArrayList<>();
        for (Cell cell : cells) {
            double far = 0.1 * cell.speed() * Math.sqrt(3);
            Cell now = new Cell(
                    inside(cell.x() + far * random.nextDouble(-1, 1)),
                    inside(cell.y() + far * random.nextDouble(-1, 1)),
                    inside(cell.z() + far * random.nextDouble(-1, 1)),
                    cell.speed());
            moved.add(now);
            if (random.nextDouble() < DIVISIONS) {
                moved.add(new Cell(inside(now.x() + 10), now.y(), now.z(), now.speed()));
            }
        }
        return moved;
    }

    private static double inside(double place) {
        return Math.clamp(place, 0, SIZE);
    }

    private static Moment moment(int number, Grid grid, List<Cell> cells, Doing doing) {
        int[] voxels = cells.stream()
                .mapToInt(cell -> grid.voxelAt(cell.x(), cell.y(), cell.z()))
                .sorted()
                .toArray();
        double[][] columns =
                IntStream.range(0, 5).mapToObj(_ -> new double[voxels.length]).toArray(double[][]::new);
        double[] values = {doing.secretion(), doing.target(), doing.uptake(), doing.export(), CELL_VOLUME};
        for (int k = 0; k < 5; k++) {
            Arrays.fill(columns[k], values[k]);
        }
        ExchangeRates rates = new ExchangeRates(columns[0], columns[1], columns[2], columns[3]);
        return new Moment(number, voxels, columns[4], rates);
    }
}
