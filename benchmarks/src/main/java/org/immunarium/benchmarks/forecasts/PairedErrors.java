package org.immunarium.benchmarks.forecasts;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.numerics.statistics.ProportionInterval;

/// Errors of two forecasts of the same series.
///
/// @param ours   one of each series
/// @param theirs likewise
record PairedErrors(List<Double> ours, List<Double> theirs) {

    private static final int RESAMPLES = 10_000;
    private static final double CONFIDENCE = 0.95;

    /// Our median less theirs, and its 95 % interval.
    record Difference(double value, double low, double high) {}

    /// Of the medians, with percentiles of series that are drawn again.
    Difference ofMedians() {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < RESAMPLES; i++) {
            RandomStream random = new RandomStream(1, 0, i, Purpose.RESAMPLING);
            List<Double> one = new ArrayList<>();
            List<Double> other = new ArrayList<>();
            for (int j = 0; j < ours.size(); j++) {
                int k = (int) (random.nextDouble() * ours.size());
                one.add(ours.get(k));
                other.add(theirs.get(k));
            }
            drawn.add(Medians.of(one) - Medians.of(other));
        }
        List<Double> sorted = drawn.stream().sorted().toList();
        int tail = (int) ((1 - CONFIDENCE) / 2 * RESAMPLES);
        return new Difference(
                Medians.of(ours) - Medians.of(theirs), sorted.get(tail), sorted.get(RESAMPLES - 1 - tail));
    }

    /// In how many series ours is nearer.
    int nearer() {
        int nearer = 0;
        for (int i = 0; i < ours.size(); i++) {
            nearer += ours.get(i) < theirs.get(i) ? 1 : 0;
        }
        return nearer;
    }

    /// As a share of all series, its exact 95 % interval.
    ProportionInterval nearerShare() {
        return ProportionInterval.exact(nearer(), ours.size(), CONFIDENCE);
    }
}
