package org.immunarium.tissue.table;

import org.immunarium.tissue.model.Behaviour;

/// What a number that is read may be.
public enum Range {
    ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "a number"),
    NOT_NEGATIVE(0, Double.POSITIVE_INFINITY, "a number of at least 0"),
    POSITIVE(Double.MIN_VALUE, Double.POSITIVE_INFINITY, "a number above 0"),
    FRACTION(0, 1, "a number from 0 to 1"),
    REACH(0, Behaviour.FARTHEST, "a number from 0 to 10"),
    COUNT(0, Integer.MAX_VALUE, "a whole number of at least 0");

    private final double lowest;
    private final double highest;
    private final String words;

    Range(double lowest, double highest, String words) {
        this.lowest = lowest;
        this.highest = highest;
        this.words = words;
    }

    /// The least number that it may be.
    public double lowest() {
        return lowest;
    }

    /// The largest number that it may be.
    public double highest() {
        return highest;
    }

    /// What is expected, in words: `a number above 0`.
    public String words() {
        return words;
    }

    /// Whether a number is one of these.
    public boolean holds(double value) {
        return value >= lowest && value <= highest && (this != COUNT || value == Math.rint(value));
    }

    /// What a cell's own value of a behaviour may be.
    public static Range of(Behaviour behaviour) {
        if (behaviour == Behaviour.MOST_ATTACHMENTS) {
            return COUNT;
        }
        if (behaviour == Behaviour.ADHESION_DISTANCE) {
            return REACH;
        }
        return behaviour.lowest() < 0 ? ANY : behaviour.highest() == 1 ? FRACTION : NOT_NEGATIVE;
    }
}
