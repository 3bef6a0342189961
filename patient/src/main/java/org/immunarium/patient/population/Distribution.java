package org.immunarium.patient.population;

import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;

/// How a value is distributed, in the model's unit.
public sealed interface Distribution {

    /// The value below which this share of patients is, from 0 to 1.
    double quantile(double share);

    /// The share of patients below a value.
    double below(double value);

    /// The normal distribution of mean 0 and standard deviation 1.
    Normal STANDARD = new Normal(0, 1);

    /// exp(ln(middle) + sd z), z standard normal.
    ///
    /// @param middle above 0
    record LogNormal(double middle, double sd) implements Distribution {

        @Override
        public double quantile(double share) {
            return middle * Exponential.exp(sd * STANDARD.quantile(share));
        }

        @Override
        public double below(double value) {
            return value > 0 ? new Normal(0, sd).atMost(Exponential.log(value / middle)) : 0;
        }
    }

    /// mean + sd z, z standard normal.
    record Gaussian(double mean, double sd) implements Distribution {

        @Override
        public double quantile(double share) {
            return mean + sd * STANDARD.quantile(share);
        }

        @Override
        public double below(double value) {
            return new Normal(mean, sd).atMost(value);
        }
    }

    /// Anything between two values.
    record Uniform(double low, double high) implements Distribution {

        @Override
        public double quantile(double share) {
            return low + (high - low) * share;
        }

        @Override
        public double below(double value) {
            return Math.clamp((value - low) / (high - low), 0, 1);
        }
    }

    /// Anything between two values above 0, whose logarithm is as likely everywhere.
    record LogUniform(double low, double high) implements Distribution {

        private org.immunarium.numerics.random.LogUniform whole() {
            return new org.immunarium.numerics.random.LogUniform(low, high);
        }

        @Override
        public double quantile(double share) {
            // Rounding of logarithms does not move the ends.
            return share <= 0 ? low : share >= 1 ? high : whole().quantile(share);
        }

        @Override
        public double below(double value) {
            return whole().atMost(value);
        }
    }

    /// A distribution without what is below `least` and above `most`; what is left keeps its proportions.
    record Truncated(Distribution whole, double least, double most) implements Distribution {

        /// How much of the whole is left.
        public double share() {
            return whole.below(most) - whole.below(least);
        }

        @Override
        public double quantile(double share) {
            return Math.clamp(whole.quantile(whole.below(least) + share * share()), least, most);
        }

        @Override
        public double below(double value) {
            return Math.clamp((whole.below(value) - whole.below(least)) / share(), 0, 1);
        }
    }
}
