package org.immunarium.numerics.inference.sensitivity;

import java.util.function.ToDoubleFunction;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.statistics.SampleSummary;

/// The interval of a statistic from samples taken out of the sample, with replacement: the quantiles of the
/// statistic over them (Efron 1979, doi 10.1214/aos/1176344552; the percentile interval).
///
/// Costs as many evaluations of the statistic as there are samples, and none of the model.
///
/// @param samples    at least 2; 1000 for limits that no longer shift in their second digit
/// @param confidence between 0 and 1, such as 0.95
/// @param seed       the same seed takes the same samples
public record Bootstrap(int samples, double confidence, long seed) {

    public Bootstrap {
        if (samples < 2 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(samples + " samples for a confidence of " + confidence);
        }
    }

    /// A statistic with its interval.
    ///
    /// @param size      of the sample
    /// @param statistic of members, given by their places from 0 to `size - 1`, any of them more than once
    Estimate of(int size, ToDoubleFunction<int[]> statistic) {
        int[] members = new int[size];
        for (int i = 0; i < size; i++) {
            members[i] = i;
        }
        double value = size == 0 ? Double.NaN : statistic.applyAsDouble(members);
        if (Double.isNaN(value)) {
            return Estimate.NONE;
        }
        double[] values = new double[samples];
        for (int b = 0; b < samples; b++) {
            RandomStream random = new RandomStream(seed, 0, b, Purpose.RESAMPLING);
            for (int i = 0; i < size; i++) {
                members[i] = random.nextInt(size);
            }
            values[b] = statistic.applyAsDouble(members);
        }
        SampleSummary spread = SampleSummary.taking(values);
        double tail = (1 - confidence) / 2;
        return new Estimate(value, spread.quantile(tail), spread.quantile(1 - tail));
    }
}
