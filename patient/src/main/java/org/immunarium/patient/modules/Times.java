package org.immunarium.patient.modules;

/// A small factor in a formula.
final class Times {

    private Times() {}

    /// `2 * `, or nothing for 1.
    static String of(int factor) {
        return factor == 1 ? "" : factor + " * ";
    }
}
