package org.immunarium.numerics.inference.fitting;

/// Half the sum of the squares of residuals. With each residual divided by its standard deviation it is the negative
/// logarithm of a normal likelihood, less a constant.
public record LeastSquares(Residuals residuals) implements Objective {

    /// By how much data miss a model. Is asked as an [Objective] is.
    @FunctionalInterface
    public interface Residuals {

        /// The residuals at some parameters: always as many.
        double[] at(double[] parameters);
    }

    @Override
    public double at(double[] parameters) {
        return half(residuals.at(parameters));
    }

    /// Half the sum of squares.
    static double half(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum / 2;
    }
}
