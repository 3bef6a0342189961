package org.immunarium.trial.statistics;

import java.util.stream.IntStream;
import org.immunarium.numerics.linear.DenseLu;
import org.immunarium.numerics.statistics.TailProbability;

/// What a test of chi-squared type found.
///
/// @param chiSquared the statistic
/// @param degrees    of freedom
/// @param p          how probable one at least as large is if nothing differs
public record TestResult(double chiSquared, int degrees, double p) {

    static TestResult of(double chiSquared, int degrees) {
        return new TestResult(chiSquared, degrees, TailProbability.chiSquared(chiSquared, degrees));
    }

    /// Of groups that would all have as many events as are expected if nothing differed: one says what the others
    /// do
    /// not, so that it is left out; one in which nothing is expected says nothing.
    ///
    /// @param variance of observed less expected, `[group][group]`
    static TestResult ofGroups(double[] observed, double[] expected, double[][] variance) {
        int[] telling =
                IntStream.range(0, expected.length).filter(g -> expected[g] > 0).toArray();
        int degrees = telling.length - 1;
        if (degrees < 1) {
            return new TestResult(Double.NaN, 0, Double.NaN);
        }
        DenseLu lu = new DenseLu(degrees);
        double[] difference = new double[degrees];
        for (int i = 0; i < degrees; i++) {
            difference[i] = observed[telling[i]] - expected[telling[i]];
            for (int j = 0; j < degrees; j++) {
                lu.matrix()[i * degrees + j] = variance[telling[i]][telling[j]];
            }
        }
        if (!lu.factor()) {
            return new TestResult(Double.NaN, degrees, Double.NaN);
        }
        double[] solved = new double[degrees];
        lu.solve(difference, solved, 1, 0);
        double chiSquared = 0;
        for (int i = 0; i < degrees; i++) {
            chiSquared += difference[i] * solved[i];
        }
        return TestResult.of(chiSquared, degrees);
    }
}
