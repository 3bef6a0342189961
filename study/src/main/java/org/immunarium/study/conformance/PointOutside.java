package org.immunarium.study.conformance;

import java.util.Locale;

/// A point of a test of chance that lies outside its range.
///
/// @param id       the case's number
/// @param output   what was compared, `X-mean` or `X-sd`
/// @param time     when
/// @param found    the mean or standard deviation of all replicates
/// @param expected the suite's
/// @param score    the suite's standardised difference
public record PointOutside(String id, String output, double time, double found, double expected, double score) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %s at %s is %.6g; %.6g was expected (%.2f)", id, output, time, found, expected, score);
    }
}
