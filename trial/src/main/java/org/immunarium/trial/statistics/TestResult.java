package org.immunarium.trial.statistics;

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
}
