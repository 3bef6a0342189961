package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.stochastic.Moments;

/// Judges the means and standard deviations of a test of chance as the SBML Test Suite says: with n
/// replicates, Z = sqrt(n) (mean - mu) / sigma and Y = sqrt(n / 2) (variance / sigma² - 1) have to
/// lie in the ranges of the case.
///
/// Neighbouring points share their luck, and Y spreads as the distribution's kurtosis has it. So
/// how many points chance puts outside follows from the covariance of all points: Z and Y are means
/// of (x - mu) / sigma and of ((x - mu)² / sigma² - 1) / sqrt(2), and for many replicates jointly
/// normal. The covariance is that of the replicates themselves; the number outside is counted in
/// [#TRIALS] draws from that normal distribution.
///
/// Few points outside are chance only while none is [#FAR] times as far out as its range.
/// Where the suite expects no spread, Z and Y have no meaning: the mean has to be the expected one,
/// and nothing may vary.
final class StochasticPoints {

    private static final int TRIALS = 20_000;
    /// Replicates that the covariance is taken from.
    static final int KEPT = 10_000;
    /// Chance does not give a score so many times as far out as the range of its case: 9 standard errors of a
    /// mean; variances of skewed samples spread wider, as their ranges do.
    private static final double FAR = 3;
    /// Tables are written with so many digits at least.
    private static final double ROUNDING = 1e-4;

    /// A series that is compared: a variable, or its logarithm.
    record Series(int column, boolean logarithm) {

        double of(double value) {
            return logarithm ? ElementaryFunctions.log(value) : value;
        }
    }

    private record Point(String output, boolean mean, int value, double time, double mu, double sigma, double score) {

        /// What one replicate adds to the score.
        double share(double x) {
            double z = (x - mu) / sigma;
            return mean ? z : (z * z - 1) * Math.sqrt(0.5);
        }
    }

    private final String id;
    private final CaseSettings settings;
    private final List<Series> series = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private Optional<String> fault = Optional.empty();

    StochasticPoints(String id, CaseSettings settings) {
        this.id = id;
        this.settings = settings;
        for (String output : settings.outputs()) {
            Series s = series(output);
            if (s.column < 0) {
                fault = Optional.of("output \"" + output + "\" is none of the case's variables");
            } else if (!series.contains(s)) {
                series.add(s);
            }
        }
    }

    private Series series(String output) {
        String name = output.substring(0, Math.max(output.lastIndexOf('-'), 0));
        boolean logarithm = name.startsWith("ln(") && name.endsWith(")");
        String variable = logarithm ? name.substring(3, name.length() - 1).trim() : name;
        return new Series(settings.variables().indexOf(variable), logarithm);
    }

    /// What is recorded of each replicate: each of these at all times.
    List<Series> series() {
        return series;
    }

    /// What the case gets wrong in a way that chance does not explain; to be asked after [#judge].
    Optional<String> fault() {
        return fault;
    }

    /// @param moments of all replicates
    /// @param rows    the values of the first [#KEPT]
    ChancePoints judge(ExpectedResults expected, Moments moments, double[][] rows) {
        List<PointOutside> outside = new ArrayList<>();
        for (String output : settings.outputs()) {
            judge(output, expected, moments, outside);
        }
        for (Point p : points) {
            CaseSettings.Range range = range(p);
            if (!(range.low() * FAR < p.score && p.score < range.high() * FAR)) {
                fault = Optional.of(
                        String.format(Locale.ROOT, "%s at %s is %.1f standard errors off", p.output, p.time, p.score));
            }
        }
        return new ChancePoints(points.size(), outside, chances(factor(covariance(rows))));
    }

    private void judge(String output, ExpectedResults expected, Moments moments, List<PointOutside> outside) {
        double[] times = settings.times();
        int first = series.indexOf(series(output)) * times.length;
        String name = output.substring(0, output.lastIndexOf('-'));
        boolean mean = output.endsWith("-mean");
        int means = expected.names().indexOf(name + "-mean");
        int deviations = expected.names().indexOf(name + "-sd");
        if (first < 0 || means < 0 || expected.rows().length != times.length) {
            fault = Optional.of(
                    "the expected results do not have " + times.length + " rows with \"" + name + "-mean\"");
            return;
        }
        double n = moments.count();
        for (int t = 0; t < times.length; t++) {
            int at = first + t;
            double mu = expected.rows()[t][means];
            double sigma = deviations < 0 ? moments.standardDeviation(at) : expected.rows()[t][deviations];
            double found = mean ? moments.mean(at) : moments.standardDeviation(at);
            if (sigma == 0) {
                certain(output, times[t], found, mean ? mu : 0);
                continue;
            }
            double score = mean
                    ? Math.sqrt(n) * (found - mu) / sigma
                    : Math.sqrt(n / 2) * (moments.variance(at) / (sigma * sigma) - 1);
            points.add(new Point(output, mean, at, times[t], mu, sigma, score));
            if (!(mean ? settings.meanRange() : settings.deviationRange()).contains(score)) {
                outside.add(new PointOutside(id, output, times[t], found, mean ? mu : sigma, score));
            }
        }
    }

    private CaseSettings.Range range(Point p) {
        return p.mean ? settings.meanRange() : settings.deviationRange();
    }

    /// A point at which nothing varies. The logarithm of nothing is not compared: the suite writes 0.
    private void certain(String output, double time, double found, double wanted) {
        boolean logarithmOfNothing = output.startsWith("ln(") && !Double.isFinite(found);
        if (!logarithmOfNothing && !(Math.abs(found - wanted) <= ROUNDING * Math.max(1, Math.abs(wanted)))) {
            fault = Optional.of(output + " at " + time + " is " + found + "; exactly " + wanted + " was expected");
        }
    }

    /// The probabilities of 0, 1, 2, … points outside.
    private List<Double> chances(double[][] factor) {
        int m = points.size();
        int[] count = new int[m + 1];
        RandomStream random = new RandomStream(0, 0, 0, Purpose.JUDGEMENT);
        double[] normal = new double[m];
        for (int trial = 0; trial < TRIALS; trial++) {
            int outside = 0;
            for (int i = 0; i < m; i++) {
                normal[i] = random.nextNormal();
                double score = 0;
                for (int j = 0; j <= i; j++) {
                    score += factor[i][j] * normal[j];
                }
                outside += range(points.get(i)).contains(score) ? 0 : 1;
            }
            count[outside]++;
        }
        int most = m;
        while (most > 0 && count[most] == 0) {
            most--;
        }
        List<Double> result = new ArrayList<>();
        for (int k = 0; k <= most; k++) {
            result.add((double) count[k] / TRIALS);
        }
        return result;
    }

    private double[][] covariance(double[][] rows) {
        int m = points.size();
        double[] mean = new double[m];
        double[][] result = new double[m][m];
        double[][] shares = new double[rows.length][m];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < m; i++) {
                shares[r][i] = points.get(i).share(rows[r][points.get(i).value]);
                mean[i] += shares[r][i] / rows.length;
            }
        }
        for (double[] share : shares) {
            for (int i = 0; i < m; i++) {
                double a = share[i] - mean[i];
                double[] row = result[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += a * (share[j] - mean[j]);
                }
            }
        }
        for (double[] row : result) {
            for (int j = 0; j < m; j++) {
                row[j] /= rows.length - 1.0;
            }
        }
        return result;
    }

    /// The Cholesky factor of a covariance; what follows from earlier points adds nothing of its own.
    private static double[][] factor(double[][] a) {
        int m = a.length;
        double[][] l = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = sum > 1e-9 * a[i][i] ? Math.sqrt(sum) : 0;
                } else {
                    l[i][j] = l[j][j] > 0 ? sum / l[j][j] : 0;
                }
            }
        }
        return l;
    }
}
