package org.immunarium.patient.population;

import java.util.Arrays;

/// How one endpoint is spread over patients.
public final class EndpointSummary {

    private final double[] sorted;
    private final int count;

    private EndpointSummary(double[] sorted, int count) {
        this.sorted = sorted;
        this.count = count;
    }

    /// Takes the values over: there may be so many that a copy has no room. What is not a number is
    /// not counted.
    ///
    /// @param values one a patient, in any order; sums are taken in ascending order of the values,
    ///               so that results do not depend on it
    public static EndpointSummary of(double[] values) {
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        Arrays.sort(values, 0, count);
        return new EndpointSummary(values, count);
    }

    /// The number of patients.
    public int count() {
        return count;
    }

    /// NaN of no patients.
    public double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i];
        }
        return sum / count;
    }

    /// The sample's, over n - 1; NaN of fewer than two patients.
    public double standardDeviation() {
        if (count < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return Math.sqrt(squares / (count - 1));
    }

    /// Between order statistics, linearly (Hyndman and Fan 1996, type 7, doi 10.1080/00031305.1996.10473566).
    ///
    /// @param q from 0 to 1
    /// @return NaN of no patients
    public double quantile(double q) {
        if (count == 0) {
            return Double.NaN;
        }
        double place = q * (count - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
