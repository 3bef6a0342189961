package org.immunarium.study.fit;

import java.util.Arrays;
import java.util.Optional;
import org.immunarium.numerics.inference.fitting.LeastSquares;
import org.immunarium.numerics.inference.fitting.LevenbergMarquardt;
import org.immunarium.numerics.inference.fitting.LocalSearch;
import org.immunarium.numerics.inference.fitting.Minimum;
import org.immunarium.numerics.inference.fitting.NelderMead;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// Least squares, again and again with the errors that were best before, until that gains no more; then, where
/// parameters bear on the errors themselves, a simplex from there.
///
/// @param simplex whether there is one
record FitSearch(boolean simplex) implements LocalSearch<FitLikelihood> {

    private static final LevenbergMarquardt SQUARES = new LevenbergMarquardt(100, 1e-8, 1e-4);
    private static final int MOST_ROUNDS = 20;
    private static final double GAIN = 1e-6;
    private static final int EVALUATIONS_A_PARAMETER = 300;

    @Override
    public Minimum minimum(FitLikelihood objective, Bounds bounds, double[] start, RandomStream random) {
        Minimum best = new Minimum(Arrays.stream(start).boxed().toList(), objective.at(start.clone()), 1, false);
        for (int round = 0; round < MOST_ROUNDS && Double.isFinite(best.value()); round++) {
            Optional<FitLikelihood.Errors> errors = objective.errors(best.point());
            if (errors.isEmpty()) {
                break;
            }
            Minimum next =
                    SQUARES.minimum(new LeastSquares(objective.residuals(errors.get())), bounds, best.point(), random);
            double value = objective.at(next.point());
            int evaluations = best.evaluations() + next.evaluations() + 2;
            boolean gains = value < best.value() - GAIN;
            best = value <= best.value()
                    ? new Minimum(next.parameters(), value, evaluations, next.converged())
                    : new Minimum(best.parameters(), best.value(), evaluations, true);
            if (!gains) {
                break;
            }
        }
        if (simplex && Double.isFinite(best.value())) {
            Minimum polished = new NelderMead(EVALUATIONS_A_PARAMETER * bounds.size(), 1e-7)
                    .minimum(objective, bounds, best.point(), random);
            best = new Minimum(
                    polished.parameters(),
                    polished.value(),
                    best.evaluations() + polished.evaluations(),
                    polished.converged());
        }
        return best;
    }
}
