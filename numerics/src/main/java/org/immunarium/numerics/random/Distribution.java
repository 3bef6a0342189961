package org.immunarium.numerics.random;

/// A probability distribution of one number, drawn by inversion: a draw takes exactly one number of
/// a stream, so what is drawn later does not depend on the values drawn before.
///
/// Every distribution is given from both ends, so that far tails keep their precision: with P(X >
/// x) as well as P(X <= x), and both of their inverses. Parameters out of range are refused when
/// one is made.
public sealed interface Distribution
        permits Bernoulli,
                Beta,
                Binomial,
                Cauchy,
                Exponential,
                Gamma,
                Laplace,
                LogNormal,
                LogUniform,
                Normal,
                Poisson,
                Rayleigh,
                Reciprocal,
                StudentT,
                Truncated,
                Uniform {

    /// P(X <= x).
    double atMost(double x);

    /// P(X > x).
    double above(double x);

    /// The smallest x for which P(X <= x) is at least `probability`, which is between 0 and 1.
    double quantile(double probability);

    /// The smallest x for which P(X > x) is at most `probability`, which is between 0 and 1.
    double quantileFromAbove(double probability);

    /// Whether it takes integers only.
    default boolean isDiscrete() {
        return false;
    }

    /// The next draw from a stream.
    default double draw(RandomStream random) {
        return quantile(random.nextDouble());
    }

    /// This distribution under the condition that a draw is from `lower` to `upper`, both included.
    /// Where the interval has no probability that a double can hold, it is the end of the interval
    /// nearest to the distribution's centre.
    ///
    /// @throws IllegalArgumentException where `lower` is above `upper` or either is NaN
    default Distribution truncated(double lower, double upper) {
        return new Truncated(this, lower, upper);
    }
}
