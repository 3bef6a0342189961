package org.immunarium.numerics.inference.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.StudentT;

/// How strongly an answer rises or falls with a parameter, the others held fixed, by ranks: PRCC.
///
/// Each parameter and the answer is replaced by its ranks (equal values share the mean of theirs), R is the
/// matrix of their correlations, P its inverse, and parameter i has
///
///     prcc_i = -P_iy / sqrt(P_ii P_yy)
///
/// from -1 (always falls) to 1 (always rises). Any rising function of a parameter or of the answer leaves it as
/// it is; an effect that goes up and down again is missed.
///
/// The interval is Fisher's: atanh(prcc) is normal, with variance 1.06 / (n - k - 2) of n answers and k
/// parameters (Fieller, Hartley and Pearson 1957, doi 10.1093/biomet/44.3-4.470, with one less for each
/// parameter held fixed). The p-value is of Student's t = prcc sqrt((n - k - 1) / (1 - prcc^2)) with n - k - 1
/// degrees of freedom.
///
/// Cost: n evaluations, at a [LatinHypercube][org.immunarium.numerics.inference.sampling.LatinHypercube] for
/// instance; at least k + 3, several times k to tell much. Marino et al. 2008, doi 10.1016/j.jtbi.2008.04.011.
public final class PartialRankCorrelation {

    /// By which the variance of a rank correlation exceeds that of the normal theory.
    private static final double OF_RANKS = 1.06;

    /// Added to each variance of 1: an answer that the parameters explain wholly leaves none, which is no fault.
    private static final double RIDGE = 1e-10;

    /// The variance that a parameter may have of its own is less than one part in as many where others tell it.
    private static final double MOST_INFLATION = 1e8;

    private PartialRankCorrelation() {}

    /// Of a parameter.
    ///
    /// @param p the probability of a correlation at least as far from 0 if there were none; NaN as the correlation
    public record Correlation(Estimate correlation, double p) {

        private static final Correlation NONE = new Correlation(Estimate.NONE, Double.NaN);
    }

    /// The correlation of each parameter with the answer; NaN for a parameter that does not vary, and for all
    /// where the answer does not or where too few are finite, and for one that is a combination of others.
    ///
    /// @param points     `[n][k]`, of any distribution
    /// @param answers    of the model there; what is not finite is left out
    /// @param confidence of intervals, between 0 and 1
    public static List<Correlation> of(double[][] points, double[] answers, double confidence) {
        if (points.length != answers.length || points.length == 0) {
            throw new IllegalArgumentException(answers.length + " answers at " + points.length + " points");
        }
        int parameters = points[0].length;
        int[] finite = IntStream.range(0, answers.length)
                .filter(i -> Double.isFinite(answers[i]))
                .toArray();
        int[] varying = IntStream.range(0, parameters)
                .filter(d -> Arrays.stream(finite).anyMatch(i -> points[i][d] != points[finite[0]][d]))
                .toArray();
        List<Correlation> correlations = new ArrayList<>();
        for (int d = 0; d < parameters; d++) {
            correlations.add(Correlation.NONE);
        }
        int degrees = finite.length - varying.length - 1;
        if (degrees < 2 || Arrays.stream(finite).allMatch(i -> answers[i] == answers[finite[0]])) {
            return correlations;
        }
        double[][] columns = new double[varying.length + 1][];
        for (int v = 0; v < varying.length; v++) {
            int d = varying[v];
            columns[v] =
                    ranks(Arrays.stream(finite).mapToDouble(i -> points[i][d]).toArray());
        }
        columns[varying.length] =
                ranks(Arrays.stream(finite).mapToDouble(i -> answers[i]).toArray());
        double[] partial = partial(columns);
        for (int v = 0; v < varying.length; v++) {
            correlations.set(varying[v], correlation(partial[v], degrees, confidence));
        }
        return correlations;
    }

    /// Ranks less their mean, so that their squares sum to 1.
    private static double[] ranks(double[] values) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(values);
        double mean = (values.length + 1) / 2.0;
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] -= mean;
            squares += ranks[i] * ranks[i];
        }
        double scale = 1 / Math.sqrt(squares);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] *= scale;
        }
        return ranks;
    }

    /// The partial correlation of each column with the last, the others held fixed; NaN where the other parameters
    /// tell it whole.
    private static double[] partial(double[][] columns) {
        int last = columns.length - 1;
        RealMatrix correlations = MatrixUtils.createRealMatrix(columns.length, columns.length);
        for (int a = 0; a <= last; a++) {
            for (int b = 0; b < a; b++) {
                double product = product(columns[a], columns[b]);
                correlations.setEntry(a, b, product);
                correlations.setEntry(b, a, product);
            }
            correlations.setEntry(a, a, 1 + RIDGE);
        }
        RealMatrix ofParameters = inverse(correlations.getSubMatrix(0, last - 1, 0, last - 1));
        RealMatrix ofAll = inverse(correlations);
        double[] partial = new double[last];
        for (int a = 0; a < last; a++) {
            double own = ofAll.getEntry(a, a);
            partial[a] = ofParameters.getEntry(a, a) > MOST_INFLATION
                    ? Double.NaN
                    : Math.clamp(-ofAll.getEntry(a, last) / Math.sqrt(own * ofAll.getEntry(last, last)), -1, 1);
        }
        return partial;
    }

    private static RealMatrix inverse(RealMatrix correlations) {
        return new CholeskyDecomposition(correlations, RIDGE, 0).getSolver().getInverse();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static Correlation correlation(double r, int degrees, double confidence) {
        if (Double.isNaN(r)) {
            return Correlation.NONE;
        }
        double width = new Normal(0, Math.sqrt(OF_RANKS / (degrees - 1))).quantileFromAbove((1 - confidence) / 2);
        double z = 0.5 * (ElementaryFunctions.log1p(r) - ElementaryFunctions.log1p(-r));
        double t = r * Math.sqrt(degrees / ((1 - r) * (1 + r)));
        double p = Math.abs(r) >= 1 ? 0 : 2 * new StudentT(degrees).above(Math.abs(t));
        return new Correlation(new Estimate(r, tanh(z - width), tanh(z + width)), p);
    }

    private static double tanh(double x) {
        return Double.isInfinite(x)
                ? Math.signum(x)
                : ElementaryFunctions.expm1(2 * x) / (ElementaryFunctions.exp(2 * x) + 1);
    }
}
