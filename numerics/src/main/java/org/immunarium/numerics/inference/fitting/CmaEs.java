package org.immunarium.numerics.inference.fitting;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// Evolution of a normal distribution towards a minimum: each generation is drawn from it, and its mean and
/// covariance follow the better half (Hansen and Ostermeier 2001, doi 10.1162/106365601750190398). Hipparchus'
/// form, with our random numbers, in the unit cube. Finds its way over small minima and through narrow valleys,
/// for many evaluations.
///
/// @param mostEvaluations of the objective, at least 1
/// @param tolerance       above 0: it ends where a generation's best differs from that before by less than this,
///     relative to its size or, below 1, as it is
/// @param spread          standard deviation of the first generation as a part of a parameter's width, such as 0.3
/// @param generation      how many are drawn in each, at least 4: 10 is usual of few parameters, more of many
///     minima
public record CmaEs(int mostEvaluations, double tolerance, double spread, int generation)
        implements LocalSearch<Objective> {

    @Override
    public Minimum minimum(Objective objective, Bounds bounds, double[] start, RandomStream random) {
        FreeParameters free = new FreeParameters(bounds);
        Asked asked = new Asked(objective, start);
        int count = free.count();
        if (count == 0) {
            asked.at(start);
            return asked.minimum(true);
        }
        double[] sigma = new double[count];
        Arrays.fill(sigma, spread);
        double[] upper = new double[count];
        Arrays.fill(upper, 1);
        try {
            new CMAESOptimizer(
                            Integer.MAX_VALUE,
                            Double.NEGATIVE_INFINITY,
                            true,
                            0,
                            0,
                            new StreamGenerator(random),
                            false,
                            new SimpleValueChecker(tolerance, tolerance))
                    .optimize(
                            new MaxEval(mostEvaluations),
                            new ObjectiveFunction(unit -> asked.at(free.ofUnit(unit))),
                            GoalType.MINIMIZE,
                            new InitialGuess(free.unit(start)),
                            new SimpleBounds(new double[count], upper),
                            new CMAESOptimizer.Sigma(sigma),
                            new CMAESOptimizer.PopulationSize(generation));
            return asked.minimum(true);
        } catch (MathIllegalStateException tooMany) {
            if (asked.evaluations() < mostEvaluations) {
                throw tooMany;
            }
            return asked.minimum(false);
        }
    }
}
