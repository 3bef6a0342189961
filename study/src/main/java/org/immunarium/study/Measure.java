package org.immunarium.study;

/// Something that a run comes to, in one number.
///
/// @param name    what is measured: `final live tumour`
/// @param unit    empty where it has none
/// @param isTruth whether it is 1 or 0, for yes or no
public record Measure(String name, String unit, boolean isTruth) {

    /// A number.
    public Measure(String name, String unit) {
        this(name, unit, false);
    }

    /// Whether something is so.
    public static Measure truth(String name) {
        return new Measure(name, "", true);
    }

    /// The heading of its column: `final C1 [g/L]`.
    public String header() {
        return header(name, unit);
    }

    /// The heading of a column.
    public static String header(String name, String unit) {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
