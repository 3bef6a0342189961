package org.immunarium.patient.population;

import java.util.Arrays;

/// How one endpoint is spread over patients.
public final class EndpointSummary {

    private final double[] sorted;

    private EndpointSummary(double[] sorted) {
        this.sorted = sorted;
    }

    /// @param values one a patient, in any order; sums are taken in ascending order of the values, so that results do
    ///               not depend on it
    public static EndpointSummary of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new EndpointSummary(sorted);
    }

    /// The number of patients.
    public int count() {
        return sorted.length;
    }

    /// NaN of no patients.
    public double mean() {
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return sum / sorted.length;
    }

    /// The sample's, over n - 1; NaN of fewer than two patients.
    public double standardDeviation() {
        if (sorted.length < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /// Between order statistics, linearly (Hyndman and Fan 1996, type 7, doi 10.1080/00031305.1996.10473566).
    ///
    /// @param q from 0 to 1
    /// @return NaN of no patients
    public double quantile(double q) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = q * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
