package org.immunarium.numerics.inference.fitting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// Least squares by Levenberg's and Marquardt's steps, kept within the bounds:
///
///     (J'J + m diag(J'J)) s = -J'r,   x := P(x + s)
///
/// over the parameters that are not at a bound which the sum of squares pushes them against; P projects on the
/// bounds, and the damping m follows the ratio of the gain to what was predicted (Nielsen's rule: Madsen,
/// Nielsen and Tingleff,
/// *Methods for non-linear least squares problems*, 2nd edition 2004, algorithm 3.16; projection: Kanzow,
/// Yamashita and Fukushima 2004, doi 10.1016/j.cam.2004.02.013). Hipparchus' form knows no bounds, and freed of
/// them by a sine it gets stuck where several parameters are at theirs.
///
/// Parameters are scaled by their widths. Derivatives are one-sided differences, so a step asks for the
/// residuals once more than there are free parameters.
///
/// @param mostSteps      at least 1
/// @param tolerance      above 0: it ends where a step lowers the sum by less than this, relative
/// @param differenceStep of derivatives, as a part of a parameter's width; well above what the residuals' own
///     errors
///     look like, such as 1e-4 for a model that is solved to 1e-8
public record LevenbergMarquardt(int mostSteps, double tolerance, double differenceStep)
        implements LocalSearch<LeastSquares> {

    private static final double FIRST_DAMPING = 1e-3;

    /// With more, steps are below the rounding of parameters.
    private static final double MOST_DAMPING = 1e30;

    @Override
    public Minimum minimum(LeastSquares objective, Bounds bounds, double[] start, RandomStream random) {
        return new Walk(objective, new FreeParameters(bounds), new Asked(objective, start)).from(start);
    }

    /// On the way from one start.
    private final class Walk {

        private final LeastSquares objective;
        private final FreeParameters free;
        private final Asked asked;

        private double[] unit = {};
        private double[] residuals = {};
        private double sum;
        private double damping = FIRST_DAMPING;

        Walk(LeastSquares objective, FreeParameters free, Asked asked) {
            this.objective = objective;
            this.free = free;
            this.asked = asked;
        }

        Minimum from(double[] start) {
            unit = free.unit(start);
            residuals = residuals(unit);
            sum = LeastSquares.half(residuals);
            if (!Double.isFinite(sum)) {
                return asked.minimum(false);
            }
            for (int step = 0; step < mostSteps; step++) {
                double before = sum;
                if (!step() || before - sum <= tolerance * before) {
                    return asked.minimum(true);
                }
            }
            return asked.minimum(false);
        }

        /// Takes a step downwards.
        ///
        /// @return false where there is none
        private boolean step() {
            double[][] derivatives = derivatives();
            double[] gradient = Arrays.stream(derivatives)
                    .mapToDouble(column -> product(column, residuals))
                    .toArray();
            int[] moving = IntStream.range(0, unit.length)
                    .filter(i -> gradient[i] > 0 && unit[i] > 0 || gradient[i] < 0 && unit[i] < 1)
                    .toArray();
            double growth = 2;
            while (moving.length > 0 && damping < MOST_DAMPING) {
                double[] there = tried(derivatives, gradient, moving);
                double predicted = predicted(derivatives, there);
                if (predicted > 0) {
                    double[] residualsThere = residuals(there);
                    double gain = sum - LeastSquares.half(residualsThere);
                    if (gain > 0) {
                        double ratio = 2 * gain / predicted - 1;
                        damping *= Math.max(1.0 / 3, 1 - ratio * ratio * ratio);
                        unit = there;
                        residuals = residualsThere;
                        sum -= gain;
                        return true;
                    }
                }
                damping *= growth;
                growth *= 2;
            }
            return false;
        }

        /// By how much the sum would fall if residuals were linear.
        private double predicted(double[][] derivatives, double[] there) {
            double[] linear = residuals.clone();
            for (int i = 0; i < there.length; i++) {
                for (int k = 0; k < linear.length; k++) {
                    linear[k] += derivatives[i][k] * (there[i] - unit[i]);
                }
            }
            return sum - LeastSquares.half(linear);
        }

        private double[] tried(double[][] derivatives, double[] gradient, int[] moving) {
            Array2DRowRealMatrix normal = new Array2DRowRealMatrix(moving.length, moving.length);
            double[] downwards = new double[moving.length];
            for (int a = 0; a < moving.length; a++) {
                for (int b = 0; b <= a; b++) {
                    double entry = product(derivatives[moving[a]], derivatives[moving[b]]);
                    // The second damping keeps the matrix positive where columns are combinations of each other.
                    normal.setEntry(a, b, a == b ? entry * (1 + damping + 1e-12) : entry);
                    normal.setEntry(b, a, normal.getEntry(a, b));
                }
                downwards[a] = -gradient[moving[a]];
            }
            double[] step = new CholeskyDecomposition(normal, 1e-10, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(downwards, false))
                    .toArray();
            double[] there = unit.clone();
            for (int a = 0; a < moving.length; a++) {
                there[moving[a]] = Math.clamp(there[moving[a]] + step[a], 0, 1);
            }
            return there;
        }

        /// A column for each parameter; of zeros where residuals beside are not finite.
        private double[][] derivatives() {
            double[][] derivatives = new double[unit.length][];
            for (int i = 0; i < unit.length; i++) {
                double[] beside = unit.clone();
                beside[i] += unit[i] < 0.5 ? differenceStep : -differenceStep;
                double step = beside[i] - unit[i];
                double[] there = residuals(beside);
                boolean finite = Double.isFinite(LeastSquares.half(there));
                derivatives[i] = IntStream.range(0, there.length)
                        .mapToDouble(k -> finite ? (there[k] - residuals[k]) / step : 0)
                        .toArray();
            }
            return derivatives;
        }

        private double[] residuals(double[] at) {
            double[] parameters = free.ofUnit(at);
            double[] there = objective.residuals().at(parameters.clone());
            asked.note(parameters, LeastSquares.half(there));
            return there;
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
