package org.immunarium.numerics.inference.sampling;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.immunarium.numerics.random.Normal;

/// Dependence between numbers whatever distribution each has by itself: a point of the unit cube whose
/// coordinates are independent becomes one whose normal scores are correlated, while each coordinate stays
/// uniform (Nelsen 2006, *An Introduction to Copulas*, doi 10.1007/0-387-28678-0).
///
/// Of two log-normal values the correlation is that of their logarithms; of ranks (Spearman) it is 6/π asin(r/2).
public final class GaussianCopula {

    private static final Normal STANDARD = new Normal(0, 1);
    private static final double ROUNDING = 1e-12;

    private final double[][] root;

    /// @param correlations of normal scores: symmetric, 1 on the diagonal
    /// @throws IllegalArgumentException if no numbers can be correlated so: the matrix is not positive definite
    public GaussianCopula(double[][] correlations) {
        RealMatrix matrix = new Array2DRowRealMatrix(correlations);
        try {
            root = new CholeskyDecomposition(matrix, ROUNDING, ROUNDING).getL().getData();
        } catch (MathIllegalArgumentException e) {
            throw new IllegalArgumentException("the correlations are not those of any numbers", e);
        }
    }

    /// A point whose coordinates depend on each other. One that depends on none before it stays as it is.
    ///
    /// @param shares independent, each between 0 and 1, the ends left out
    public double[] correlated(double[] shares) {
        double[] correlated = shares.clone();
        double[] scores = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            scores[i] = STANDARD.quantile(shares[i]);
            double sum = 0;
            boolean depends = false;
            for (int j = 0; j <= i; j++) {
                sum = Math.fma(root[i][j], scores[j], sum);
                depends |= j < i && root[i][j] != 0;
            }
            if (depends) {
                correlated[i] = STANDARD.atMost(sum);
            }
        }
        return correlated;
    }
}
