package org.immunarium.benchmarks.fields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.benchmarks.Figures;
import org.immunarium.numerics.field.CellExchange;
import org.immunarium.numerics.field.CellSources;
import org.immunarium.numerics.field.CoupledDiffusion;
import org.immunarium.numerics.field.CoupledSolver;
import org.immunarium.numerics.field.DirichletNodes;
import org.immunarium.numerics.field.FieldSolver;
import org.immunarium.numerics.field.LodDiffusion;
import org.immunarium.numerics.parallel.Team;
import picocli.CommandLine.Command;

/// `./bench field-accuracy`: errors of split steps (diffusion, then cells) and of coupled ones, for
/// sources that move and divide, and the time that a simulated minute takes.
///
/// The reference is extrapolated from split steps of 0.0005 and 0.00025 min. Errors are root mean
/// squares over the second half of the time, at the ends of tenths of a minute, when cells look at
/// them: over all voxels, and over those with cells; both relative to the root mean square of the
/// reference there.
public final class FieldAccuracyBenchmark {

    private static final int TENTHS = 60;
    private static final double REFERENCE = 0.0005;
    private static final double[] SPLIT = {0.01, 0.05, 0.1};
    private static final double[] COUPLED = {0.01, 0.05, 0.1};

    private final Figures figures = new Figures(System.out);
    private final Team team = new Team(1);

    private FieldAccuracyBenchmark() {}

    @Command(
            name = "field-accuracy",
            description = "errors of split and of coupled steps of a field, for sources that move and divide")
    static void run() throws IOException {
        FieldAccuracyBenchmark benchmark = new FieldAccuracyBenchmark();
        for (MovingSources sources : MovingSources.all()) {
            benchmark.compare(sources);
        }
        benchmark.figures.write(Path.of("bench-field-accuracy.json"));
        benchmark.team.close();
    }

    /// Advances a column by a tenth of a minute, with the cells of that time.
    private interface Scheme {
        void advance(double[][] density, MovingSources.Moment moment);
    }

    private void compare(MovingSources sources) {
        figures.say(sources.description());
        List<double[]> coarse = fields(sources, split(sources, REFERENCE));
        List<double[]> reference = fields(sources, split(sources, REFERENCE / 2));
        for (int k = 0; k < reference.size(); k++) {
            double[] fine = reference.get(k);
            for (int voxel = 0; voxel < fine.length; voxel++) {
                fine[voxel] = 2 * fine[voxel] - coarse.get(k)[voxel];
            }
        }
        for (double timeStep : SPLIT) {
            tell("split_" + timeStep, sources, split(sources, timeStep), reference);
        }
        tell("split_cells_first_" + SPLIT[0], sources, cellsFirst(sources, SPLIT[0]), reference);
        for (double timeStep : COUPLED) {
            tell("coupled_" + timeStep, sources, coupled(sources, timeStep), reference);
        }
    }

    private void tell(String scheme, MovingSources sources, Scheme steps, List<double[]> reference) {
        fields(sources, steps);
        long begun = System.nanoTime();
        List<double[]> fields = fields(sources, steps);
        double seconds = (System.nanoTime() - begun) * 1e-9;
        boolean[][] withCells = new boolean[TENTHS][];
        boolean[][] all = new boolean[TENTHS][];
        for (int k = 0; k < TENTHS; k++) {
            withCells[k] = new boolean[sources.grid().voxels()];
            all[k] = new boolean[sources.grid().voxels()];
            Arrays.fill(all[k], true);
            for (int voxel : sources.moments().get(k).voxels()) {
                withCells[k][voxel] = true;
            }
        }
        double least = fields.stream().flatMapToDouble(Arrays::stream).min().orElseThrow();
        String name = sources.name() + "_" + scheme;
        figures.tell("error_" + name, error(fields, reference, all), "1");
        figures.tell("error_at_cells_" + name, error(fields, reference, withCells), "1");
        figures.tell("least_" + name, least, "1");
        figures.tell("time_per_minute_" + name, seconds * 10 / TENTHS, "s");
    }

    private static double error(List<double[]> fields, List<double[]> reference, boolean[][] counted) {
        double difference = 0;
        double size = 0;
        for (int k = TENTHS / 2; k < TENTHS; k++) {
            double[] field = fields.get(k);
            double[] exact = reference.get(k);
            for (int voxel = 0; voxel < field.length; voxel++) {
                if (counted[k][voxel]) {
                    difference += (field[voxel] - exact[voxel]) * (field[voxel] - exact[voxel]);
                    size += exact[voxel] * exact[voxel];
                }
            }
        }
        return Math.sqrt(difference / size);
    }

    /// The field at the end of every tenth of a minute.
    private static List<double[]> fields(MovingSources sources, Scheme scheme) {
        double[][] density = new double[1][sources.grid().voxels()];
        Arrays.fill(density[0], sources.start());
        List<double[]> fields = new ArrayList<>();
        for (int k = 0; k < TENTHS; k++) {
            scheme.advance(density, sources.moments().get(k));
            fields.add(density[0].clone());
        }
        return fields;
    }

    private Scheme split(MovingSources sources, double timeStep) {
        return split(sources, timeStep, false);
    }

    /// As [#split], but cells act before diffusion, so that densities are looked at after
    /// diffusion.
    private Scheme cellsFirst(MovingSources sources, double timeStep) {
        return split(sources, timeStep, true);
    }

    private Scheme split(MovingSources sources, double timeStep, boolean cellsFirst) {
        LodDiffusion diffusion =
                new LodDiffusion(sources.grid(), sources.diffusion(), sources.decay(), timeStep, nodes(sources));
        FieldSolver solver = new FieldSolver(List.of(diffusion), team);
        CellExchange exchange = new CellExchange(sources.grid(), 1, timeStep, team);
        long steps = Math.round(0.1 / timeStep);
        return (density, moment) -> {
            exchange.prepare(moment.voxels().length, moment.voxels(), moment.volumes(), _ -> moment.rates());
            for (int step = 0; step < steps; step++) {
                if (cellsFirst) {
                    exchange.apply(density);
                }
                solver.step(density);
                if (!cellsFirst) {
                    exchange.apply(density);
                }
            }
        };
    }

    private Scheme coupled(MovingSources sources, double timeStep) {
        CoupledDiffusion diffusion =
                new CoupledDiffusion(sources.grid(), sources.diffusion(), sources.decay(), timeStep, nodes(sources));
        CoupledSolver solver = new CoupledSolver(List.of(diffusion), team);
        CellSources cells = new CellSources(sources.grid());
        long steps = Math.round(0.1 / timeStep);
        return (density, moment) -> {
            cells.prepare(moment.voxels().length, moment.voxels(), moment.volumes(), moment.rates());
            for (int step = 0; step < steps; step++) {
                if (step == 0 && moment.number() == 0) {
                    solver.stepAfterJump(density, List.of(cells));
                } else {
                    solver.step(density, List.of(cells));
                }
            }
        };
    }

    private static DirichletNodes nodes(MovingSources sources) {
        DirichletNodes.Builder nodes = DirichletNodes.on(sources.grid());
        if (sources.held() > 0) {
            for (DirichletNodes.Face face : DirichletNodes.Face.values()) {
                nodes.face(face, sources.held());
            }
        }
        return nodes.build();
    }
}
