package org.immunarium.study.patient;

import java.util.List;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.study.patient.PatientStudy.Statistic;

/// Virtual patients: what differs between them, and what is written down of each.
///
/// @param patients  how many
/// @param varied    in the order in which they are drawn
/// @param endpoints in the order written
/// @param chosen    whether the study chose the endpoints
record PatientPopulation(int patients, List<Varied> varied, List<Measured> endpoints, boolean chosen) {

    /// A value that differs between patients.
    ///
    /// @param header its column: `k_growth [1/d]`
    record Varied(String id, String header, Distribution distribution) {}

    /// How a value is distributed, in the model's unit.
    sealed interface Distribution {

        /// The value below which this share of patients is, from 0 to 1.
        double quantile(double share);

        /// The share of patients below a value.
        double below(double value);
    }

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

    /// A distribution without what is below `least` and above `most`; what is left keeps its proportions.
    record Truncated(Distribution whole, double least, double most) implements Distribution {

        /// How much of the whole is left.
        double share() {
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

    private static final Normal STANDARD = new Normal(0, 1);

    /// What is measured of each patient.
    ///
    /// @param id     of the quantity
    /// @param header its column: `final T [cells]`
    record Measured(Statistic statistic, String id, String header) {}

    /// The values of one patient, in the order of [#varied]. They depend on the seed and the patient's number alone.
    ///
    /// @param patient counted from 1
    double[] values(long seed, long patient) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.PATIENT);
        double[] values = new double[varied.size()];
        for (int i = 0; i < values.length; i++) {
            // One number a value, whatever its distribution: changing one leaves the others as they were.
            stream.seek(i);
            values[i] = varied.get(i).distribution().quantile(stream.nextDouble());
        }
        return values;
    }
}
