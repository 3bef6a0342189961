package org.immunarium.study;

/// Something that a run comes to, in one number.
///
/// @param name what is measured: `final live tumour`
/// @param unit empty where it has none
public record Measure(String name, String unit) {

    /// The heading of its column: `final C1 [g/L]`.
    public String header() {
        return header(name, unit);
    }

    /// The heading of a column.
    public static String header(String name, String unit) {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
