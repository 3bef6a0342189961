package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The points of tests of chance: how many were judged, which lie outside their range, and how
/// likely which number of them is for a simulator that is right.
///
/// @param judged   points at which something varies
/// @param outside  those outside their range
/// @param expected probabilities of 0, 1, 2, … points outside
public record ChancePoints(long judged, List<PointOutside> outside, List<Double> expected) {

    /// What is not put down to chance.
    public static final double LEVEL = 0.001;

    /// No points.
    public static final ChancePoints NONE = new ChancePoints(0, List.of(), List.of(1.0));

    public ChancePoints {
        outside = List.copyOf(outside);
        expected = List.copyOf(expected);
    }

    /// The probability of as many points outside as there are, or more.
    public double probability() {
        double sum = 0;
        for (int k = expected.size() - 1; k >= outside.size(); k--) {
            sum += expected.get(k);
        }
        return sum;
    }

    /// Whether there are no more points outside than chance allows.
    public boolean isChance() {
        return outside.isEmpty() || probability() > LEVEL;
    }

    /// The most points outside that chance allows.
    public int allowed() {
        double above = 0;
        int k = expected.size() - 1;
        while (k > 0 && above + expected.get(k) <= LEVEL) {
            above += expected.get(k--);
        }
        return k;
    }

    /// These and the points of other cases, whose chance is independent.
    public ChancePoints and(ChancePoints other) {
        double[] both = new double[expected.size() + other.expected.size() - 1];
        for (int i = 0; i < expected.size(); i++) {
            for (int j = 0; j < other.expected.size(); j++) {
                both[i + j] += expected.get(i) * other.expected.get(j);
            }
        }
        List<PointOutside> points = new ArrayList<>(outside);
        points.addAll(other.outside);
        return new ChancePoints(
                judged + other.judged, points, Arrays.stream(both).boxed().toList());
    }

    /// In words: a line of counts, then a line for each point outside.
    public String text() {
        double mean = 0;
        for (int k = 0; k < expected.size(); k++) {
            mean += k * expected.get(k);
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d points outside their range; by chance %.1f are expected and up to %d allowed (level %s);"
                        + " probability %.3g",
                outside.size(),
                judged,
                mean,
                allowed(),
                LEVEL,
                probability()));
        outside.forEach(p -> text.append("\n  ").append(p));
        return text.toString();
    }
}
