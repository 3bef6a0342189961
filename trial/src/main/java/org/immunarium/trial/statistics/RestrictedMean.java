package org.immunarium.trial.statistics;

import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.statistics.TailProbability;

/// The mean time without an event until a horizon.
///
/// *Source*: Royston and Parmar 2013, doi 10.1186/1471-2288-13-152; Uno et al. 2014, doi 10.1200/JCO.2014.55.2208.
///
/// @param horizon       in the unit of the times
/// @param mean          likewise
/// @param standardError likewise
public record RestrictedMean(double horizon, double mean, double standardError) {

    /// By how much two arms differ.
    ///
    /// @param difference this less the other, with its interval
    /// @param p          of the test of no difference, two-sided
    public record Difference(Estimate difference, double p) {}

    /// This less another.
    ///
    /// @throws IllegalArgumentException if their horizons differ
    public Difference minus(RestrictedMean other, double confidence) {
        if (horizon != other.horizon) {
            throw new IllegalArgumentException("horizons of " + horizon + " and " + other.horizon);
        }
        double difference = mean - other.mean;
        double error = Math.sqrt(standardError * standardError + other.standardError * other.standardError);
        double half = new Normal(0, 1).quantile(0.5 + confidence / 2) * error;
        return new Difference(
                new Estimate(difference, difference - half, difference + half),
                TailProbability.twoSided(difference / error));
    }
}
