package org.immunarium.patient.population;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Virtual patients: what differs between them, and what is written down of each.
///
/// @param patients  how many
/// @param varied    in the order in which they are drawn
/// @param endpoints in the order written
/// @param chosen    whether the study chose the endpoints
public record PatientPopulation(int patients, List<Varied> varied, List<Measured> endpoints, boolean chosen) {

    /// A value that differs between patients.
    ///
    /// @param header its column: `k_growth [1/d]`
    public record Varied(String id, String header, Distribution distribution) {}

    /// What is measured of each patient.
    ///
    /// @param id     of the quantity
    /// @param until  the time after which nothing counts, in the model's unit; infinite for the whole course
    /// @param header its column: `final T [cells]`
    public record Measured(Statistic statistic, String id, double until, String header) {

        /// Its number.
        ///
        /// @param times  of the course, ascending, none of them NaN
        /// @param values of the quantity, one at each
        public double of(double[] times, double[] values) {
            int count = times.length;
            while (count > 1 && times[count - 1] > until) {
                count--;
            }
            return statistic.of(Arrays.copyOf(values, count));
        }
    }

    /// The values of one patient, in the order of [#varied]. They depend on the seed and the patient's number
    /// alone.
    ///
    /// @param patient counted from 1
    public double[] values(long seed, long patient) {
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
