package org.immunarium.benchmarks.fields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.immunarium.benchmarks.Figures;
import org.immunarium.numerics.field.CellExchange;
import org.immunarium.numerics.field.CellSources;
import org.immunarium.numerics.field.CoupledDiffusion;
import org.immunarium.numerics.field.CoupledSolver;
import org.immunarium.numerics.field.Diffusion;
import org.immunarium.numerics.field.DirichletNodes;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.FieldSolver;
import org.immunarium.numerics.field.Gradient;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.field.LodDiffusion;
import org.immunarium.numerics.field.VoxelDiffusion;
import org.immunarium.numerics.parallel.Team;
import picocli.CommandLine.Command;

/// `./bench fields`: voxels times substances that take a step of diffusion and decay a second,
/// beside the memory's bandwidth in the same run; coupled steps, exchange with cells, gradients,
/// and what it takes to set a team to work.
///
/// A figure is the best of many stretches of some 10 ms, which says what the machine can do where
/// others use it, too; the median stands beside it.
public final class FieldsBenchmark {

    private static final double DIFFUSION = 1e5;
    private static final double DECAY = 0.1;
    private static final double DT = 0.01;
    private static final int CELLS = 100_000;

    /// A step reads and writes a number twice.
    private static final double BYTES_PER_UPDATE = 32;

    private static final int TRIAD = 8_000_000;
    private static final double SECONDS = 2;
    private static final long STRETCH = 10_000_000;

    private final Figures figures;

    private FieldsBenchmark(Figures figures) {
        this.figures = figures;
    }

    @Command(
            name = "fields",
            description = "voxels that take a step of diffusion a second, beside the memory's bandwidth")
    static void run() throws IOException {
        new FieldsBenchmark(new Figures(System.out)).measure();
    }

    /// Tells how many voxels take a step of diffusion and decay a second: 75 cubed, of one substance.
    public static void diffusion(Figures figures, Team team, String suffix) {
        new FieldsBenchmark(figures).diffuse(team, 75, 1, suffix);
    }

    private void measure() throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        figures.say(cores + " cores; best of the stretches of " + SECONDS + " s, and their median");
        int most = Math.min(2, cores);
        for (int threads = 1; threads <= most; threads++) {
            try (Team team = new Team(threads)) {
                measure(team);
            }
        }
        figures.write(Path.of("bench-fields.json"));
    }

    private void measure(Team team) {
        String suffix = team.size() + (team.size() == 1 ? "_thread" : "_threads");
        double bandwidth = triad(team, suffix);
        for (int n : new int[] {75, 150}) {
            for (int substances : new int[] {1, 5}) {
                String name = n + "_cubed_" + substances + (substances == 1 ? "_substance_" : "_substances_") + suffix;
                double rate = diffuse(team, n, substances, name);
                figures.tell("share_of_bandwidth_" + name, rate * BYTES_PER_UPDATE / bandwidth, "1");
            }
        }
        diffuseWithCells(team, 75, suffix);
        diffuseWithCells(team, 150, suffix);
        diffuseByVoxel(team, suffix);
        exchange(team, suffix);
        gradients(team, suffix);
        Team.Task nothing = _ -> {};
        rate("team_runs_per_s_" + suffix, 1, "1/s", () -> team.run(nothing));
    }

    /// a = b + s c, the measure of bandwidth of the STREAM benchmark: 24 bytes an element, as its
    /// authors count.
    private double triad(Team team, String suffix) {
        double[] a = new double[TRIAD];
        double[] b = new double[TRIAD];
        double[] c = new double[TRIAD];
        Team.Task task = part -> triad(a, b, c, part * (TRIAD / team.size()), TRIAD / team.size());
        return rate("triad_bytes_per_s_" + suffix, 24.0 * TRIAD, "B/s", () -> team.run(task));
    }

    private static void triad(double[] a, double[] b, double[] c, int from, int count) {
        for (int i = from; i < from + count; i++) {
            a[i] = b[i] + 3 * c[i];
        }
    }

    private double diffuse(Team team, int n, int substances, String name) {
        Grid grid = new Grid(n, n, n, 20, 20, 20);
        List<Diffusion> all = Collections.nCopies(substances, new LodDiffusion(grid, DIFFUSION, DECAY, DT));
        FieldSolver solver = new FieldSolver(all, team);
        double[][] densities = start(grid, substances);
        double updates = (double) grid.voxels() * substances;
        return rate("voxel_updates_per_s_" + name, updates, "1/s", () -> solver.step(densities));
    }

    private void diffuseWithCells(Team team, int n, String suffix) {
        Grid grid = new Grid(n, n, n, 20, 20, 20);
        CoupledDiffusion diffusion = new CoupledDiffusion(grid, DIFFUSION, DECAY, 10 * DT, DirichletNodes.none());
        CoupledSolver solver = new CoupledSolver(List.of(diffusion), team);
        double[][] densities = start(grid, 1);
        List<CellSources> noCells = List.of(new CellSources(grid));
        rate(
                "coupled_updates_per_s_" + n + "_cubed_" + suffix,
                grid.voxels(),
                "1/s",
                () -> solver.step(densities, noCells));
    }

    private void diffuseByVoxel(Team team, String suffix) {
        Grid grid = new Grid(75, 75, 75, 20, 20, 20);
        VoxelDiffusion diffusion = new VoxelDiffusion(grid, DT);
        double[][] densities = start(grid, 1);
        double[] column = densities[0].clone();
        Arrays.fill(column, DIFFUSION);
        diffusion.setDiffusion(column);
        Arrays.fill(column, DECAY);
        diffusion.setDecay(column);
        FieldSolver solver = new FieldSolver(List.of(diffusion), team);
        rate("voxelwise_updates_per_s_75_cubed_" + suffix, grid.voxels(), "1/s", () -> solver.step(densities));
    }

    private static double[][] start(Grid grid, int substances) {
        double[][] densities = new double[substances][grid.voxels()];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] column : densities) {
            Arrays.setAll(column, _ -> 38 * random.nextDouble());
        }
        return densities;
    }

    private void exchange(Team team, String suffix) {
        Grid grid = new Grid(75, 75, 75, 20, 20, 20);
        SplittableRandom random = new SplittableRandom(2);
        int[] voxels = random.ints(CELLS, 0, grid.voxels()).sorted().toArray();
        double[] volume = new double[CELLS];
        Arrays.fill(volume, 2494);
        double[] uptake = new double[CELLS];
        Arrays.fill(uptake, 10);
        double[] none = new double[CELLS];
        List<ExchangeRates> rates = List.of(new ExchangeRates(none, none, uptake, none));
        CellExchange exchange = new CellExchange(grid, 1, DT, team);
        rate("cells_prepared_per_s_" + suffix, CELLS, "1/s", () -> exchange.prepare(CELLS, voxels, volume, rates::get));
        double[][] densities = start(grid, 1);
        rate("cell_exchanges_per_s_" + suffix, CELLS, "1/s", () -> exchange.apply(densities));
    }

    private void gradients(Team team, String suffix) {
        Grid grid = new Grid(75, 75, 75, 20, 20, 20);
        Gradient gradient = new Gradient(grid, team);
        double[][] columns = start(grid, 4);
        rate(
                "gradients_per_s_" + suffix,
                grid.voxels(),
                "1/s",
                () -> gradient.everywhere(columns[0], columns[1], columns[2], columns[3]));
    }

    /// Does a piece of work again and again, and tells how much of it is done a second.
    private double rate(String name, double work, String unit, Runnable piece) {
        warmUp(piece);
        double[] rates = new double[10_000];
        int stretches = 0;
        long begun = System.nanoTime();
        long now = begun;
        while (now - begun < SECONDS * 1e9 && stretches < rates.length) {
            long before = now;
            long pieces = 0;
            do {
                piece.run();
                pieces++;
                now = System.nanoTime();
            } while (now - before < STRETCH);
            rates[stretches++] = pieces * work * 1e9 / (now - before);
        }
        Arrays.sort(rates, 0, stretches);
        double best = rates[stretches - 1];
        figures.tell(name, best, unit);
        figures.tell("median_" + name, rates[stretches / 2], unit);
        return best;
    }

    /// Until the code is compiled, which takes a while where others use the machine.
    private static void warmUp(Runnable piece) {
        long begun = System.nanoTime();
        for (int k = 0; k < 50 || System.nanoTime() - begun < SECONDS / 2 * 1e9; k++) {
            piece.run();
        }
    }
}
