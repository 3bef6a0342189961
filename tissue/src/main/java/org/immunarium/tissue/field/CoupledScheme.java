package org.immunarium.tissue.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.immunarium.numerics.field.CellSources;
import org.immunarium.numerics.field.CoupledDiffusion;
import org.immunarium.numerics.field.CoupledSolver;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.parallel.Team;
import org.jspecify.annotations.Nullable;

/// Diffusion, decay and cells at once ([CoupledSolver]): longer steps, that find steady states whatever their length.
/// The first step, and that in which a substance comes up, is taken as after a jump.
final class CoupledScheme implements Scheme {

    private final List<CoupledDiffusion> diffusion;
    private final List<CellSources> sources = new ArrayList<>();
    private final double[][] concentrations;
    private final Team team;
    private @Nullable CoupledSolver solver;
    private double[][] solved = new double[0][];
    private List<CellSources> active = List.of();
    private boolean jumped;

    CoupledScheme(List<CoupledDiffusion> diffusion, Grid grid, double[][] concentrations, Team team) {
        this.diffusion = diffusion;
        this.concentrations = concentrations;
        this.team = team;
        diffusion.forEach(each -> sources.add(new CellSources(grid)));
    }

    @Override
    public void include(int[] there, boolean jump) {
        solver = there.length == 0
                ? null
                : new CoupledSolver(
                        Arrays.stream(there).mapToObj(diffusion::get).toList(), team);
        solved = Arrays.stream(there).mapToObj(s -> concentrations[s]).toArray(double[][]::new);
        active = Arrays.stream(there).mapToObj(sources::get).toList();
        jumped = jump;
    }

    @Override
    public void supply(int substance, int[] voxels, double[] shares, double loss, double gain) {
        sources.get(substance).supply(voxels, shares, loss, gain);
    }

    @Override
    public void prepare(int cells, int[] voxels, double[] volumes, IntFunction<ExchangeRates> rates) {
        for (int s = 0; s < sources.size(); s++) {
            sources.get(s).prepare(cells, voxels, volumes, rates.apply(s));
        }
    }

    /// What cells of a voxel do is summed up.
    @Override
    public boolean move(int from, int to, int voxel) {
        return false;
    }

    @Override
    public boolean isActive(int substance) {
        return !sources.get(substance).isEmpty();
    }

    @Override
    public void step(long number, double[][] taken) {
        if (solver == null) {
            return;
        }
        if (jumped) {
            solver.stepAfterJump(solved, active);
            jumped = false;
        } else {
            solver.step(solved, active);
        }
        for (int s = 0; s < taken.length; s++) {
            sources.get(s).addTaken(taken[s]);
        }
    }
}
