package org.immunarium.patient.population;

/// How one number is made of a time course.
public enum Statistic {
    INITIAL("initial"),
    FINAL("final"),
    MINIMUM("min"),
    MAXIMUM("max"),
    CHANGE("change");

    private final String word;

    Statistic(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// The number that this makes of values in the order of time; a change is the last over the first,
    /// and NaN, not defined, where the first is 0.
    public double of(double[] values) {
        double result = values[0];
        switch (this) {
            case INITIAL -> {}
            case FINAL -> result = values[values.length - 1];
            case CHANGE -> result = values[0] == 0 ? Double.NaN : values[values.length - 1] / values[0];
            case MINIMUM -> {
                for (double value : values) {
                    result = Math.min(result, value);
                }
            }
            case MAXIMUM -> {
                for (double value : values) {
                    result = Math.max(result, value);
                }
            }
        }
        return result;
    }
}
