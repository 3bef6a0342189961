package org.immunarium.tissue.field;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.field.CellExchange;
import org.immunarium.numerics.field.FieldSolver;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.field.LodDiffusion;
import org.immunarium.numerics.parallel.Team;
import org.jspecify.annotations.Nullable;

/// Substances with steps of the same length, which are solved together.
final class Pace {

    /// By place, which they are.
    final int[] substances;

    /// What cells do to them.
    final CellExchange exchange;

    private final int every;
    private final Team team;
    private final double[][] concentrations;
    private final double[][] taken;
    private @Nullable FieldSolver solver;
    private double[][] solved = new double[0][];

    /// @param every      how many steps of the model theirs is as long as
    /// @param substances their numbers, ascending
    /// @param timeStep   of the model, min
    /// @param all        the concentrations of all substances
    Pace(int every, int[] substances, double timeStep, Grid grid, double[][] all, Team team) {
        this.every = every;
        this.substances = substances;
        this.team = team;
        exchange = new CellExchange(grid, substances.length, every * timeStep, team);
        concentrations = Arrays.stream(substances).mapToObj(s -> all[s]).toArray(double[][]::new);
        taken = new double[substances.length][];
    }

    /// Whether they take a step when the model does.
    ///
    /// @param number how many steps of the model there were before
    boolean isDue(long number) {
        return (number + 1) % every == 0;
    }

    /// Lets only some diffuse and decay from now on.
    ///
    /// @param there     which of all substances do
    /// @param diffusion of all substances
    /// @param all       the concentrations of all substances
    void include(int[] there, List<LodDiffusion> diffusion, double[][] all) {
        int[] its = Arrays.stream(there)
                .filter(s -> Arrays.stream(substances).anyMatch(each -> each == s))
                .toArray();
        solver = its.length == 0
                ? null
                : new FieldSolver(Arrays.stream(its).mapToObj(diffusion::get).toList(), team);
        solved = Arrays.stream(its).mapToObj(s -> all[s]).toArray(double[][]::new);
    }

    /// Takes a step of all of them: diffusion and decay, then cells.
    ///
    /// @param takenOfAll what each cell took up, by substance of all; empty where that is not counted
    void step(double[][] takenOfAll) {
        if (solver != null) {
            solver.step(solved);
        }
        if (takenOfAll.length == 0) {
            exchange.apply(concentrations);
        } else {
            Arrays.setAll(taken, k -> takenOfAll[substances[k]]);
            exchange.apply(concentrations, taken);
        }
    }
}
