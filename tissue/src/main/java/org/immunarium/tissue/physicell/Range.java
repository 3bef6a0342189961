package org.immunarium.tissue.physicell;

import org.immunarium.tissue.model.Behaviour;

/// What a number may be.
enum Range {
    ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a number"),
    NOT_NEGATIVE(0, Double.POSITIVE_INFINITY, "a number of at least 0"),
    POSITIVE(Double.MIN_VALUE, Double.POSITIVE_INFINITY, "a number above 0"),
    FRACTION(0, 1, "a number from 0 to 1"),
    COUNT(0, Integer.MAX_VALUE, "a whole number of at least 0");

    final double lowest;
    final double highest;
    final String words;

    Range(double lowest, double highest, String words) {
        this.lowest = lowest;
        this.highest = highest;
        this.words = words;
    }

    boolean holds(double value) {
        return value >= lowest && value <= highest && (this != COUNT || value == Math.rint(value));
    }

    /// What a cell's own value of a behaviour may be.
    static Range of(Behaviour behaviour) {
        if (behaviour == Behaviour.MOST_ATTACHMENTS) {
            return COUNT;
        }
        return behaviour.lowest() < 0 ? ANY : behaviour.highest() == 1 ? FRACTION : NOT_NEGATIVE;
    }
}
