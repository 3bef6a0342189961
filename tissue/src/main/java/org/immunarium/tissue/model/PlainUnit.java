package org.immunarium.tissue.model;

import java.util.Set;

/// The unit of what is a plain number, however a model writes it.
final class PlainUnit {

    private static final String ONE = "1";

    /// As projects of PhysiCell write it.
    private static final Set<String> WRITTEN = Set.of("", ONE, "dimensionless", "none");

    private PlainUnit() {}

    /// `1` where a unit says that there is none; else the unit as it is written.
    static String of(String written) {
        String unit = written.strip();
        return WRITTEN.contains(unit) ? ONE : unit;
    }
}
