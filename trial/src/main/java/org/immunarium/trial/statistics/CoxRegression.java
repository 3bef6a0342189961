package org.immunarium.trial.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.linear.DenseLu;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.statistics.TailProbability;

/// Cox's proportional hazards: by what factor covariates change how frequent the event is.
///
/// Ties are taken as Efron has them. Where the likelihood has no maximum, as when nobody in an arm has the
/// event, the fit is [#isDetermined] no, and what has no value is NaN.
///
/// *Source*: Therneau and Grambsch 2000, *Modeling Survival Data*, chapter 3; profile intervals: Venzon and
/// Moolgavkar 1988, doi 10.2307/2347496.
public final class CoxRegression {

    private static final double CLOSE = 1e-13;
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;

    /// A coefficient beyond this, for a standard deviation of its covariate, has run away: a factor of twenty
    /// thousand.
    private static final double RUNAWAY = 10;

    /// A standard error beyond this, likewise, is of a likelihood that is flat: with a single event it is about 1.
    private static final double UNKNOWN = 100;

    private final CoxModel model;
    /// For a standard deviation of each covariate, as their covariance.
    private final double[] coefficients;

    private final double[][] covariance;
    private final double logLikelihood;
    private final double nullLogLikelihood;
    private final double score;
    private final boolean determined;

    private CoxRegression(CoxModel model) {
        this.model = model;
        int n = model.parameters();
        double[] zero = new double[n];
        CoxModel.Point start = model.at(zero);
        nullLogLikelihood = start.logarithm();
        score = quadratic(start.information(), start.slope());
        Maximum maximum = maximum(zero, all(n));
        CoxModel.Point top = model.at(maximum.at());
        double[][] inverse = inverse(top.information());
        determined = maximum.found() && IntStream.range(0, n).allMatch(p -> Math.sqrt(inverse[p][p]) < UNKNOWN);
        coefficients = maximum.at();
        logLikelihood = top.logarithm();
        covariance = inverse;
        if (!determined) {
            Arrays.fill(coefficients, Double.NaN);
        }
    }

    /// Fits a model of one stratum.
    ///
    /// @param covariates `[patient][covariate]`
    public static CoxRegression of(Survival data, double[][] covariates) {
        return of(data, covariates, new int[data.size()]);
    }

    /// Fits a model whose strata have hazards of their own.
    ///
    /// @param covariates `[patient][covariate]`, finite
    /// @param strata     of each patient: any numbers
    public static CoxRegression of(Survival data, double[][] covariates, int[] strata) {
        if (covariates.length != data.size() || strata.length != data.size() || covariates[0].length == 0) {
            throw new IllegalArgumentException("covariates and a stratum are expected for each patient");
        }
        return new CoxRegression(new CoxModel(data, covariates, strata));
    }

    /// Two arms.
    ///
    /// @param treated whether a patient is of the arm that is compared with the others
    public static CoxRegression ofArms(Survival data, boolean[] treated, int[] strata) {
        double[][] covariates = IntStream.range(0, treated.length)
                .mapToObj(i -> new double[] {treated[i] ? 1 : 0})
                .toArray(double[][]::new);
        return of(data, covariates, strata);
    }

    /// Whether all coefficients have a value.
    public boolean isDetermined() {
        return determined;
    }

    /// Logarithms of hazard ratios.
    public double[] coefficients() {
        double[] all = new double[coefficients.length];
        Arrays.setAll(all, this::coefficient);
        return all;
    }

    private double coefficient(int covariate) {
        return coefficients[covariate] / model.spread(covariate);
    }

    /// The standard error of a coefficient.
    public double standardError(int covariate) {
        return determined ? Math.sqrt(covariance[covariate][covariate]) / model.spread(covariate) : Double.NaN;
    }

    /// At the maximum.
    public double logLikelihood() {
        return logLikelihood;
    }

    /// The hazard ratio of a covariate, with Wald's interval.
    public Estimate hazardRatio(int covariate, double confidence) {
        double half = new Normal(0, 1).quantile(0.5 + confidence / 2) * standardError(covariate);
        double middle = coefficient(covariate);
        return new Estimate(exp(middle), exp(middle - half), exp(middle + half));
    }

    /// The p-value of a coefficient by Wald's test.
    public double p(int covariate) {
        return TailProbability.twoSided(coefficient(covariate) / standardError(covariate));
    }

    /// Of all coefficients together: twice by how much the logarithm of the likelihood is above that without them.
    public TestResult likelihoodRatioTest() {
        return determined
                ? TestResult.of(2 * (logLikelihood - nullLogLikelihood), model.parameters())
                : new TestResult(Double.NaN, model.parameters(), Double.NaN);
    }

    /// Of all coefficients together: by the likelihood's slope where they are 0. Without ties that of one arm
    /// is the log-rank test.
    public TestResult scoreTest() {
        return TestResult.of(score, model.parameters());
    }

    /// Of all coefficients together: by how far they are from 0.
    public TestResult waldTest() {
        if (!determined) {
            return new TestResult(Double.NaN, model.parameters(), Double.NaN);
        }
        return TestResult.of(quadratic(covariance, coefficients), model.parameters());
    }

    /// The hazard ratio of a covariate, with the interval in which the likelihood, highest by all other
    /// coefficients, is not too far below its maximum. An end that it does not come to is 0 or infinite.
    public Estimate profileInterval(int covariate, double confidence) {
        if (!determined) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        double z = new Normal(0, 1).quantile(0.5 + confidence / 2);
        double least = logLikelihood - z * z / 2;
        double spread = model.spread(covariate);
        double step = z * standardError(covariate) * spread;
        return new Estimate(
                exp(coefficient(covariate)),
                exp(end(covariate, least, -step) / spread),
                exp(end(covariate, least, step) / spread));
    }

    private double end(int covariate, double least, double step) {
        double near = coefficients[covariate];
        double far = near + step;
        while (profile(covariate, far) > least) {
            near = far;
            far += step;
            if (Math.abs(far) > RUNAWAY) {
                return step > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
        }
        while (Math.abs(far - near) > CLOSE * (1 + Math.abs(near))) {
            double middle = (near + far) / 2;
            if (middle == near || middle == far) {
                break;
            }
            if (profile(covariate, middle) > least) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    private double profile(int covariate, double value) {
        double[] beta = coefficients.clone();
        beta[covariate] = value;
        int[] others =
                IntStream.range(0, beta.length).filter(p -> p != covariate).toArray();
        return model.at(others.length == 0 ? beta : maximum(beta, others).at()).logarithm();
    }

    private record Maximum(double[] at, boolean found) {}

    /// By Newton's method, with steps that are halved until they go up.
    private Maximum maximum(double[] start, int[] free) {
        double[] beta = start.clone();
        CoxModel.Point point = model.at(beta);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = solve(part(point.information(), free), part(point.slope(), free));
            double expected = 0;
            for (int k = 0; k < free.length; k++) {
                expected += step[k] * point.slope()[free[k]];
            }
            if (!(expected > CLOSE * (1 + Math.abs(point.logarithm())))) {
                // So near, one more step leaves nothing but rounding.
                return Double.isFinite(expected)
                        ? new Maximum(moved(beta, free, step, 1), true)
                        : new Maximum(beta, false);
            }
            double share = 1;
            double[] next = moved(beta, free, step, share);
            CoxModel.Point there = model.at(next);
            for (int h = 0; h < MOST_HALVINGS && !(there.logarithm() >= point.logarithm()); h++) {
                share /= 2;
                next = moved(beta, free, step, share);
                there = model.at(next);
            }
            if (Arrays.stream(next).anyMatch(each -> Math.abs(each) > RUNAWAY)) {
                return new Maximum(next, false);
            }
            beta = next;
            point = there;
        }
        return new Maximum(beta, false);
    }

    private static double[] moved(double[] beta, int[] free, double[] step, double share) {
        double[] next = beta.clone();
        for (int k = 0; k < free.length; k++) {
            next[free[k]] += share * step[k];
        }
        return next;
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static double[] part(double[] vector, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> vector[i]).toArray();
    }

    private static double[][] part(double[][] matrix, int[] which) {
        return Arrays.stream(which).mapToObj(i -> part(matrix[i], which)).toArray(double[][]::new);
    }

    /// v' M⁻¹ v.
    private static double quadratic(double[][] matrix, double[] vector) {
        double[] solved = solve(matrix, vector);
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * solved[i];
        }
        return sum;
    }

    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solve(matrix, unit);
        }
        return inverse;
    }

    /// NaN where the matrix is singular.
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        DenseLu lu = new DenseLu(n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, lu.matrix(), i * n, n);
        }
        double[] solution = new double[n];
        if (lu.factor()) {
            lu.solve(right, solution, 1, 0);
        } else {
            Arrays.fill(solution, Double.NaN);
        }
        return solution;
    }

    private static double exp(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? value : 0;
        }
        return Exponential.exp(value);
    }
}
