package org.immunarium.numerics.inference.fitting;

import java.util.Arrays;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.immunarium.numerics.random.RandomStream;

/// What is known of parameters near the minimum of a sum of squares of residuals, as a normal distribution: its
/// inverse covariance is J'J, and 12 / width² more for each parameter, which is what is known of one that is
/// anywhere between its bounds. So what the data say nothing about is as uncertain as its bounds are wide, not
/// more.
///
/// @param center the minimum
/// @param factor lower triangle L of the inverse covariance LL', of parameters in parts of their widths
/// @param bounds of which none has width 0
public record NormalApproximation(double[] center, double[][] factor, Bounds bounds) {

    /// Variance of what is equally likely everywhere between 0 and 1, inverted.
    private static final double UNIFORM = 12;

    /// Step of derivatives, as a part of a parameter's width.
    private static final double STEP = 1e-4;

    /// Of residuals, each divided by its standard deviation.
    ///
    /// Cost: two evaluations a parameter.
    public static NormalApproximation of(LeastSquares.Residuals residuals, Bounds bounds, double[] center) {
        int count = bounds.size();
        double[][] slopes = new double[count][];
        for (int i = 0; i < count; i++) {
            slopes[i] = slope(residuals::at, bounds, center, i);
        }
        double[][] inverse = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? UNIFORM : 0;
                for (int k = 0; k < slopes[i].length; k++) {
                    sum += slopes[i][k] * slopes[j][k];
                }
                inverse[i][j] = sum;
            }
        }
        return new NormalApproximation(center.clone(), cholesky(inverse), bounds);
    }

    /// Several functions of parameters.
    @FunctionalInterface
    public interface Functions {

        /// Their values: always as many.
        double[] at(double[] parameters);
    }

    /// The standard deviation of each of several functions of the parameters, as far as they are linear.
    ///
    /// Cost: two evaluations a parameter.
    public double[] deviations(Functions functions) {
        int count = bounds.size();
        double[][] slopes = new double[count][];
        for (int i = 0; i < count; i++) {
            slopes[i] = slope(functions, bounds, center, i);
        }
        double[] deviations = new double[slopes[0].length];
        double[] gradient = new double[count];
        for (int k = 0; k < deviations.length; k++) {
            for (int i = 0; i < count; i++) {
                gradient[i] = slopes[i][k];
            }
            // The variance is g'(LL')⁻¹g, the square of L⁻¹g.
            double variance = 0;
            for (double each : forwards(gradient)) {
                variance += each * each;
            }
            deviations[k] = Math.sqrt(variance);
        }
        return deviations;
    }

    /// Draws parameters, kept within their bounds.
    ///
    /// @param spread times the standard deviation, such as 1
    public double[] draw(RandomStream random, double spread) {
        int count = bounds.size();
        double[] step = new double[count];
        for (int i = 0; i < count; i++) {
            step[i] = spread * random.nextNormal();
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int j = i + 1; j < count; j++) {
                step[i] -= factor[j][i] * step[j];
            }
            step[i] /= factor[i][i];
        }
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = Math.clamp(
                    Math.fma(step[i], bounds.width(i), center[i]),
                    bounds.lower().get(i),
                    bounds.upper().get(i));
        }
        return drawn;
    }

    /// Derivatives by a parameter in parts of its width, between two points where both are within the bounds; 0
    /// where they are not finite.
    private static double[] slope(Functions functions, Bounds bounds, double[] center, int i) {
        double[] below = center.clone();
        double[] above = center.clone();
        below[i] = Math.max(bounds.lower().get(i), center[i] - STEP * bounds.width(i));
        above[i] = Math.min(bounds.upper().get(i), center[i] + STEP * bounds.width(i));
        double way = (above[i] - below[i]) / bounds.width(i);
        double[] low = functions.at(below);
        double[] high = functions.at(above);
        double[] slope = new double[low.length];
        Arrays.setAll(slope, k -> {
            double derivative = (high[k] - low[k]) / way;
            return Double.isFinite(derivative) ? derivative : 0;
        });
        return slope;
    }

    private double[] forwards(double[] right) {
        double[] solved = right.clone();
        for (int i = 0; i < solved.length; i++) {
            for (int j = 0; j < i; j++) {
                solved[i] -= factor[i][j] * solved[j];
            }
            solved[i] /= factor[i][i];
        }
        return solved;
    }

    private static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                // At least what the bounds add, whatever rounding leaves.
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, UNIFORM)) : sum / factor[j][j];
            }
        }
        return factor;
    }
}
