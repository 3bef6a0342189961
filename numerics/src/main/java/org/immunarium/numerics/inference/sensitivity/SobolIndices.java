package org.immunarium.numerics.inference.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.inference.sampling.SobolSequence;

/// What share of the variance of an answer each parameter explains.
///
/// The first-order index is the share that the parameter explains by itself, the total index what it explains
/// with all its interactions:
///
///     S_i  = V[E(f | x_i)] / V[f]
///     ST_i = E[V(f | x_~i)] / V[f]
///
/// From two samples A and B of n points, and A with column i from B (AB_i):
///
///     S_i  = 1/n  sum f(B) (f(AB_i) - f(A)) / V       Saltelli et al. 2010, doi 10.1016/j.cpc.2009.09.018, table 2 (b)
///     ST_i = 1/2n sum (f(A) - f(AB_i))^2 / V          Jansen 1999, doi 10.1016/S0010-4655(98)00154-4
///
/// with f less its mean, which changes no index and lowers the error of S_i, and V the variance over A and B. A
/// and B are the two halves of the coordinates of one scrambled [SobolSequence]. Estimates may fall a little
/// below 0 or above 1. Intervals take the n rows as independent; they are more even than that, so that
/// intervals are wide rather than narrow.
///
/// Cost: n (k + 2) evaluations.
public final class SobolIndices {

    private final int dimensions;
    private final int rows;
    private final double[][] sample;

    /// The indices of a parameter.
    public record Indices(Estimate first, Estimate total) {}

    /// Lays the points.
    ///
    /// @param dimensions parameters, from 1 to half of [SobolSequence#MOST_DIMENSIONS]
    /// @param rows       n, at least 2; a power of two is best
    /// @param seed       the same seed gives the same points
    public SobolIndices(int dimensions, int rows, long seed) {
        if (dimensions < 1 || rows < 2 || (long) rows * (dimensions + 2) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(rows + " rows of " + dimensions + " parameters");
        }
        this.dimensions = dimensions;
        this.rows = rows;
        sample = SobolSequence.points(rows, 2 * dimensions, seed);
    }

    /// How many evaluations there are.
    public int size() {
        return rows * (dimensions + 2);
    }

    /// A point in the unit cube where the model is to be evaluated. Row by row: A, B, then AB_i for each parameter.
    ///
    /// @param place from 0 to [#size] - 1
    public double[] point(int place) {
        double[] both = sample[place / (dimensions + 2)];
        int which = place % (dimensions + 2);
        double[] point =
                Arrays.copyOfRange(both, which == 1 ? dimensions : 0, which == 1 ? 2 * dimensions : dimensions);
        if (which > 1) {
            point[which - 2] = both[dimensions + which - 2];
        }
        return point;
    }

    /// All points, by their places.
    public double[][] points() {
        return IntStream.range(0, size()).mapToObj(this::point).toArray(double[][]::new);
    }

    /// The indices of each parameter; NaN where the answer never differs.
    ///
    /// @param answers   of the model at [#points]; a row of which any is not finite is left out
    /// @param bootstrap over rows
    public List<Indices> indices(double[] answers, Bootstrap bootstrap) {
        if (answers.length != size()) {
            throw new IllegalArgumentException(answers.length + " answers at " + size() + " points");
        }
        int width = dimensions + 2;
        double[][] whole = IntStream.range(0, rows)
                .mapToObj(row -> Arrays.copyOfRange(answers, row * width, (row + 1) * width))
                .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        centre(whole);
        List<Indices> indices = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            int column = i + 2;
            indices.add(new Indices(
                    bootstrap.of(whole.length, members -> first(whole, members, column)),
                    bootstrap.of(whole.length, members -> total(whole, members, column))));
        }
        return indices;
    }

    /// Takes the mean over A and B from all answers.
    private static void centre(double[][] whole) {
        double sum = 0;
        for (double[] row : whole) {
            sum += row[0] + row[1];
        }
        double mean = sum / (2.0 * whole.length);
        for (double[] row : whole) {
            for (int i = 0; i < row.length; i++) {
                row[i] -= mean;
            }
        }
    }

    private static double first(double[][] whole, int[] members, int column) {
        double sum = 0;
        for (int member : members) {
            double[] row = whole[member];
            sum += row[1] * (row[column] - row[0]);
        }
        return sum / members.length / variance(whole, members);
    }

    private static double total(double[][] whole, int[] members, int column) {
        double sum = 0;
        for (int member : members) {
            double[] row = whole[member];
            sum += (row[0] - row[column]) * (row[0] - row[column]);
        }
        return sum / (2.0 * members.length) / variance(whole, members);
    }

    /// Over A and B; NaN where nothing differs.
    private static double variance(double[][] whole, int[] members) {
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int member : members) {
            double a = whole[member][0];
            double b = whole[member][1];
            sum += a + b;
            squares += a * a + b * b;
            least = Math.min(least, Math.min(a, b));
            most = Math.max(most, Math.max(a, b));
        }
        double count = 2.0 * members.length;
        double mean = sum / count;
        return least == most ? Double.NaN : squares / count - mean * mean;
    }
}
