package org.immunarium.tissue.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.DirichletNodes;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.field.LodDiffusion;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.model.Substance;
import org.jspecify.annotations.Nullable;

/// First diffusion and decay along each axis, then cells one after the other: PhysiCell's steps; then what is
/// supplied, solved exactly. Substances do nothing to each other, so that each may have steps of its own length
/// ([Substance#every]); those of the same length are solved together.
final class SplitScheme implements Scheme {

    private final double[][] concentrations;
    private final double[] timeSteps;
    private final List<LodDiffusion> diffusion;
    private final List<Pace> paces;

    /// By substance, where it is in which of them.
    private final Pace[] paceOf;

    private final int[] placeOf;

    /// By substance.
    private final @Nullable Supplied[] supplies;

    /// Voxels whose concentration comes nearer to a limit in each step.
    ///
    /// @param steps by what share of the way each does
    private record Supplied(int[] voxels, double limit, double[] steps) {

        void apply(double[] values) {
            for (int k = 0; k < voxels.length; k++) {
                values[voxels[k]] += steps[k] * (limit - values[voxels[k]]);
            }
        }
    }

    /// @param timeStep of the model, min
    /// @param edges    what is held, by substance
    SplitScheme(
            Grid grid,
            List<Substance> substances,
            double timeStep,
            List<DirichletNodes> edges,
            double[][] concentrations,
            Team team) {
        this.concentrations = concentrations;
        int count = substances.size();
        supplies = new @Nullable Supplied[count];
        timeSteps =
                substances.stream().mapToDouble(its -> its.every() * timeStep).toArray();
        diffusion = IntStream.range(0, count)
                .mapToObj(s -> new LodDiffusion(
                        grid, substances.get(s).diffusion(), substances.get(s).decay(), timeSteps[s], edges.get(s)))
                .toList();
        paces = substances.stream()
                .mapToInt(Substance::every)
                .distinct()
                .sorted()
                .mapToObj(every -> new Pace(every, alike(substances, every), timeStep, grid, concentrations, team))
                .toList();
        paceOf = new Pace[count];
        placeOf = new int[count];
        for (Pace pace : paces) {
            for (int k = 0; k < pace.substances.length; k++) {
                paceOf[pace.substances[k]] = pace;
                placeOf[pace.substances[k]] = k;
            }
        }
    }

    /// The numbers of those that take every so many steps one.
    private static int[] alike(List<Substance> substances, int every) {
        return IntStream.range(0, substances.size())
                .filter(s -> substances.get(s).every() == every)
                .toArray();
    }

    /// Whether all substances have steps of the same length.
    boolean isEven() {
        return paces.size() == 1;
    }

    @Override
    public void include(int[] there, boolean jump) {
        paces.forEach(pace -> pace.include(there, diffusion, concentrations));
    }

    @Override
    public void supply(int substance, int[] voxels, double[] shares, double loss, double gain) {
        double[] steps = Arrays.stream(shares)
                .map(share -> -ElementaryFunctions.expm1(-share * loss * timeSteps[substance]))
                .toArray();
        supplies[substance] = new Supplied(voxels, gain / loss, steps);
    }

    @Override
    public void prepare(int cells, int[] voxels, double[] volumes, IntFunction<ExchangeRates> rates) {
        paces.forEach(pace -> pace.exchange.prepare(cells, voxels, volumes, k -> rates.apply(pace.substances[k])));
    }

    @Override
    public boolean move(int from, int to, int voxel) {
        paces.forEach(pace -> pace.exchange.move(from, to, voxel));
        return true;
    }

    @Override
    public boolean isActive(int substance) {
        Supplied supply = supplies[substance];
        return paceOf[substance].exchange.isBusyWith(placeOf[substance]) || supply != null && supply.limit > 0;
    }

    @Override
    public void step(long number, double[][] taken) {
        for (Pace pace : paces) {
            if (pace.isDue(number)) {
                pace.step(taken);
                for (int s : pace.substances) {
                    supply(s);
                }
            }
        }
    }

    /// Takes a step of one substance, on the calling thread.
    ///
    /// @param taken what each cell took up, to be added to; empty where that is not counted
    void step(int substance, long number, double[] taken) {
        Pace pace = paceOf[substance];
        if (!pace.isDue(number)) {
            return;
        }
        diffusion.get(substance).step(concentrations[substance]);
        if (taken.length == 0) {
            pace.exchange.apply(placeOf[substance], concentrations[substance]);
        } else {
            pace.exchange.apply(placeOf[substance], concentrations[substance], taken);
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
