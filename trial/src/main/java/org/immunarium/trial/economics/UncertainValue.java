package org.immunarium.trial.economics;

import java.util.Optional;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Beta;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.numerics.random.Gamma;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.RandomStream;

/// A number of an evaluation, and how well it is known: distributions from a mean and its standard error by the
/// method
/// of moments.
///
/// *Source*: Briggs, Claxton and Sculpher 2006, chapter 4.
///
/// @param name         what it is, for people
/// @param mean         that is taken where nothing is drawn
/// @param distribution empty where it is taken as known
public record UncertainValue(String name, double mean, Optional<Distribution> distribution) {

    private static final double Z = 1.959963984540054;
    private static final double INTERVAL = 0.95;

    public UncertainValue {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException(name + ": a finite number was expected; found " + mean);
        }
    }

    /// One that is taken as known.
    public static UncertainValue fixed(String name, double value) {
        return new UncertainValue(name, value, Optional.empty());
    }

    /// A probability or another share, beta-distributed.
    ///
    /// @param mean  between 0 and 1; 0 or 1 only without an error
    /// @param error its standard error, from 0 on, below the root of mean (1 - mean)
    public static UncertainValue share(String name, double mean, double error) {
        if (!(mean >= 0 && mean <= 1)) {
            throw new IllegalArgumentException(name + ": a share from 0 to 1 was expected; found " + mean);
        }
        if (isKnown(name, error)) {
            return fixed(name, mean);
        }
        double most = Math.sqrt(mean * (1 - mean));
        if (!(error < most)) {
            throw new IllegalArgumentException(name + ": a standard error of " + error + " is more than a share of "
                    + mean + " can have; below " + most + " was expected");
        }
        double size = mean * (1 - mean) / (error * error) - 1;
        return new UncertainValue(name, mean, Optional.of(new Beta(mean * size, (1 - mean) * size)));
    }

    /// An amount of money or of time, gamma-distributed.
    ///
    /// @param mean  from 0 on; 0 only without an error
    /// @param error its standard error, from 0 on
    public static UncertainValue amount(String name, double mean, double error) {
        if (!(mean >= 0)) {
            throw new IllegalArgumentException(name + ": an amount from 0 on was expected; found " + mean);
        }
        if (isKnown(name, error)) {
            return fixed(name, mean);
        }
        if (mean == 0) {
            throw new IllegalArgumentException(name + ": an amount of 0 has no standard error; found " + error);
        }
        return new UncertainValue(
                name, mean, Optional.of(new Gamma(mean * mean / (error * error), error * error / mean)));
    }

    /// An amount that is skewed, log-normally distributed.
    ///
    /// @param mean  above 0, of the amount itself, not of its logarithm
    /// @param error its standard error, likewise
    public static UncertainValue skewed(String name, double mean, double error) {
        if (!(mean > 0)) {
            throw new IllegalArgumentException(name + ": an amount above 0 was expected; found " + mean);
        }
        if (isKnown(name, error)) {
            return fixed(name, mean);
        }
        double variance = Exponential.log(1 + error * error / (mean * mean));
        return new UncertainValue(
                name, mean, Optional.of(new LogNormal(Exponential.log(mean) - variance / 2, Math.sqrt(variance))));
    }

    /// A ratio, as of hazards, from its interval of 95 %: log-normally distributed.
    ///
    /// @param ratio that is taken where nothing is drawn, above 0
    /// @param lower of the interval, above 0
    /// @param upper above it
    public static UncertainValue ratio(String name, double ratio, double lower, double upper) {
        if (!(lower > 0 && ratio >= lower && upper >= ratio && upper > lower && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": a ratio within its interval, above 0, was expected; found "
                    + ratio + " (" + lower + " to " + upper + ")");
        }
        double error = Exponential.log(upper / lower) / (2 * Z);
        return new UncertainValue(name, ratio, Optional.of(new LogNormal(Exponential.log(ratio), error)));
    }

    /// One that may be on either side of 0, normally distributed.
    ///
    /// @param error its standard error, from 0 on
    public static UncertainValue difference(String name, double mean, double error) {
        return isKnown(name, error)
                ? fixed(name, mean)
                : new UncertainValue(name, mean, Optional.of(new Normal(mean, error)));
    }

    private static boolean isKnown(String name, double error) {
        if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": a standard error from 0 on was expected; found " + error);
        }
        return error == 0;
    }

    /// One of the values it may have; takes one number of the stream.
    public double draw(RandomStream random) {
        return distribution.map(each -> each.draw(random)).orElse(mean);
    }

    /// The low end of the interval that has it with 95 %.
    public double low() {
        return distribution.map(each -> each.quantile((1 - INTERVAL) / 2)).orElse(mean);
    }

    /// The high end.
    public double high() {
        return distribution.map(each -> each.quantile((1 + INTERVAL) / 2)).orElse(mean);
    }
}
