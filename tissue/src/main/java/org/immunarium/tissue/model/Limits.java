package org.immunarium.tissue.model;

/// What numbers of a model may be; each says which number is not.
final class Limits {

    private Limits() {}

    /// @throws IllegalArgumentException if a value is below 0 or no finite number
    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, but is " + value);
        }
    }

    /// @throws IllegalArgumentException if a value is not above another, or no finite number
    static void above(String name, double value, double than) {
        if (!(value > than && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be above " + than + " and finite, but is " + value);
        }
    }

    /// @throws IllegalArgumentException if a value is not from 0 to 1
    static void fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, but is " + value);
        }
    }

    /// @throws IllegalArgumentException if a place in a list, such as the number of a type, is below 0
    static void place(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, but is " + value);
        }
    }
}
