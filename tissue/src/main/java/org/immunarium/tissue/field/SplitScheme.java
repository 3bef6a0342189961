package org.immunarium.tissue.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.immunarium.numerics.field.CellExchange;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.FieldSolver;
import org.immunarium.numerics.field.LodDiffusion;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.parallel.Team;
import org.jspecify.annotations.Nullable;

/// First diffusion and decay along each axis, then cells one after the other: PhysiCell's steps; then what is
/// supplied, solved exactly.
final class SplitScheme implements Scheme {

    private final List<LodDiffusion> diffusion;
    private final CellExchange exchange;
    private final double[][] concentrations;
    private final double timeStep;
    private final Team team;

    /// By substance.
    private final @Nullable Supplied[] supplies;

    private @Nullable FieldSolver solver;
    private double[][] solved = new double[0][];

    /// Voxels whose concentration comes nearer to a limit by a share of the way in each step.
    private record Supplied(int[] voxels, double limit, double share) {

        void apply(double[] values) {
            for (int voxel : voxels) {
                values[voxel] += share * (limit - values[voxel]);
            }
        }
    }

    SplitScheme(
            List<LodDiffusion> diffusion,
            CellExchange exchange,
            double[][] concentrations,
            double timeStep,
            Team team) {
        this.timeStep = timeStep;
        supplies = new @Nullable Supplied[concentrations.length];
        this.diffusion = diffusion;
        this.exchange = exchange;
        this.concentrations = concentrations;
        this.team = team;
    }

    @Override
    public void include(int[] there, boolean jump) {
        solver = there.length == 0
                ? null
                : new FieldSolver(Arrays.stream(there).mapToObj(diffusion::get).toList(), team);
        solved = Arrays.stream(there).mapToObj(s -> concentrations[s]).toArray(double[][]::new);
    }

    @Override
    public void supply(int substance, int[] voxels, double loss, double gain) {
        double share = -ElementaryFunctions.expm1(-loss * timeStep);
        supplies[substance] = new Supplied(voxels, gain / loss, share);
    }

    @Override
    public void prepare(int cells, int[] voxels, double[] volumes, IntFunction<ExchangeRates> rates) {
        exchange.prepare(cells, voxels, volumes, rates);
    }

    @Override
    public boolean move(int from, int to, int voxel) {
        exchange.move(from, to, voxel);
        return true;
    }

    @Override
    public boolean isActive(int substance) {
        Supplied supply = supplies[substance];
        return exchange.isBusyWith(substance) || supply != null && supply.limit > 0;
    }

    @Override
    public void step(double[][] taken) {
        if (solver != null) {
            solver.step(solved);
        }
        if (taken.length == 0) {
            exchange.apply(concentrations);
        } else {
            exchange.apply(concentrations, taken);
        }
        for (int s = 0; s < supplies.length; s++) {
            supply(s);
        }
    }

    /// Takes a step of one substance, on the calling thread: substances do nothing to each other.
    ///
    /// @param taken what each cell took up, to be added to; empty where that is not counted
    void step(int substance, double[] taken) {
        diffusion.get(substance).step(concentrations[substance]);
        if (taken.length == 0) {
            exchange.apply(substance, concentrations[substance]);
        } else {
            exchange.apply(substance, concentrations[substance], taken);
        }
        supply(substance);
    }

    private void supply(int substance) {
        Supplied supply = supplies[substance];
        if (supply != null) {
            supply.apply(concentrations[substance]);
        }
    }
}
