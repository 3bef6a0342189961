package org.immunarium.patient.population;

import org.immunarium.numerics.inference.sampling.SobolSequence;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomPermutation;
import org.immunarium.numerics.random.RandomStream;

/// How patients are spread over what varies. A patient's place depends on the seed and the patient's number,
/// and of a Latin hypercube on how many patients it is of.
public sealed interface Sampling {

    /// Of each value the share of patients that is below the patient's, between 0 and 1.
    ///
    /// @param patient counted from 1
    double[] shares(long seed, long patient, int values);

    /// Each patient by itself.
    record Random() implements Sampling {

        @Override
        public double[] shares(long seed, long patient, int values) {
            RandomStream stream = new RandomStream(seed, 0, patient, Purpose.PATIENT);
            double[] shares = new double[values];
            for (int i = 0; i < values; i++) {
                // One number a value, whatever its distribution: changing one leaves the others as they were.
                stream.seek(i);
                shares[i] = stream.nextDouble();
            }
            return shares;
        }
    }

    /// Of so many patients one is in each of as many equal parts of each value's distribution (McKay, Beckman
    /// and Conover 1979, doi 10.2307/1268522). Where more are drawn, the next so many are another hypercube.
    ///
    /// @param count of patients, from 1 on
    record LatinHypercube(int count) implements Sampling {

        @Override
        public double[] shares(long seed, long patient, int values) {
            double[] shares = new Random().shares(seed, patient, values);
            long block = (patient - 1) / count;
            long place = (patient - 1) % count;
            for (int i = 0; i < values; i++) {
                long part = new RandomPermutation(seed, block, i, Purpose.SAMPLING, count).at(place);
                shares[i] = Math.min((part + shares[i]) / count, Math.nextDown(1.0));
            }
            return shares;
        }
    }

    /// Points of a scrambled Sobol sequence, which are spread evenly over pairs of values too.
    record Sobol() implements Sampling {

        @Override
        public double[] shares(long seed, long patient, int values) {
            return values == 0 ? new double[0] : SobolSequence.point(Math.toIntExact(patient - 1), values, seed);
        }
    }
}
