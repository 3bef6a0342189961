package org.immunarium.numerics.inference.fitting;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// The simplex of Nelder and Mead (1965, doi 10.1093/comjnl/7.4.308), begun again where it ends until that gains no
/// more, as simplexes may collapse before they are at a minimum. Hipparchus' form, on parameters freed of their
/// bounds. Good for up to about ten parameters.
///
/// @param mostEvaluations of the objective, at least 1
/// @param tolerance       above 0: it ends where the values of a simplex differ by less than this, relative to
///     their size
///     or, below 1, as they are
public record NelderMead(int mostEvaluations, double tolerance) implements LocalSearch<Objective> {

    /// Edge of the first simplex, in the sine's angle: about a tenth of a parameter's width.
    private static final double EDGE = 0.2;

    @Override
    public Minimum minimum(Objective objective, Bounds bounds, double[] start, RandomStream random) {
        FreeParameters free = new FreeParameters(bounds);
        Asked asked = new Asked(objective, start);
        asked.at(start);
        if (free.count() == 0) {
            return asked.minimum(true);
        }
        boolean gains = true;
        while (gains && asked.evaluations() < mostEvaluations) {
            double before = asked.minimum(false).value();
            if (!descend(asked, free)) {
                return asked.minimum(false);
            }
            double after = asked.minimum(false).value();
            gains = before - after > tolerance * Math.max(1, Math.abs(after));
        }
        return asked.minimum(!gains);
    }

    /// From the best on.
    ///
    /// @return false where it had no more evaluations
    private boolean descend(Asked asked, FreeParameters free) {
        double[] steps = new double[free.count()];
        Arrays.fill(steps, EDGE);
        try {
            new SimplexOptimizer(tolerance, tolerance)
                    .optimize(
                            new MaxEval(mostEvaluations - asked.evaluations()),
                            new ObjectiveFunction(u -> asked.at(free.bounded(u))),
                            GoalType.MINIMIZE,
                            new InitialGuess(free.unbounded(asked.minimum(false).point())),
                            new NelderMeadSimplex(steps));
            return true;
        } catch (MathIllegalStateException tooMany) {
            if (asked.evaluations() < mostEvaluations) {
                throw tooMany;
            }
            return false;
        }
    }
}
