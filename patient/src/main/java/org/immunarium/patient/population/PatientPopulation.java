package org.immunarium.patient.population;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.immunarium.numerics.inference.sampling.GaussianCopula;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Virtual patients: what differs between them, and what is written down of each.
///
/// @param patients  how many
/// @param stored    patients that were made before, of whom one is drawn for each; empty for none
/// @param varied    what differs besides, in the order in which they are drawn
/// @param sampling  how patients are spread over what is varied
/// @param copula    how what is varied depends on each other; empty where nothing does
/// @param endpoints in the order written
/// @param chosen    whether the study chose the endpoints
public record PatientPopulation(
        int patients,
        Optional<Stored> stored,
        List<Varied> varied,
        Sampling sampling,
        Optional<GaussianCopula> copula,
        List<Measured> endpoints,
        boolean chosen) {

    /// Patients of whom each is drawn by itself, from values that do not depend on each other.
    public PatientPopulation(int patients, List<Varied> varied, List<Measured> endpoints) {
        this(patients, Optional.empty(), varied, new Sampling.Random(), Optional.empty(), endpoints, true);
    }

    /// Patients that were made before.
    ///
    /// @param ids        of values that the model has
    /// @param headers    of their columns
    /// @param rows       `[patient][value]`, in the model's units
    /// @param cumulative the share of patients up to each
    public record Stored(List<String> ids, List<String> headers, double[][] rows, double[] cumulative) {

        private double[] drawn(long seed, long patient) {
            double share = new RandomStream(seed, 0, patient, Purpose.STORED_PATIENT).nextDouble();
            int place = Arrays.binarySearch(cumulative, share);
            // One whose share is 0 is never met.
            return rows[Math.min(place >= 0 ? place + 1 : -place - 1, rows.length - 1)];
        }
    }

    /// Ids of all that differs.
    public List<String> ids() {
        return Stream.concat(
                        stored.stream().flatMap(each -> each.ids().stream()),
                        varied.stream().map(Varied::id))
                .toList();
    }

    /// Headings of its columns.
    public List<String> headers() {
        return Stream.concat(
                        stored.stream().flatMap(each -> each.headers().stream()),
                        varied.stream().map(Varied::header))
                .toList();
    }

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

    /// The values of one patient, in the order of [#ids]. They depend on the seed and the patient's number
    /// alone, but for a Latin hypercube.
    ///
    /// @param patient counted from 1
    public double[] values(long seed, long patient) {
        double[] independent = sampling.shares(seed, patient, varied.size());
        double[] shares = copula.map(each -> each.correlated(independent)).orElse(independent);
        double[] values = new double[shares.length];
        Arrays.setAll(values, i -> varied.get(i).distribution().quantile(shares[i]));
        return stored.map(each -> DoubleStream.concat(Arrays.stream(each.drawn(seed, patient)), Arrays.stream(values))
                        .toArray())
                .orElse(values);
    }
}
