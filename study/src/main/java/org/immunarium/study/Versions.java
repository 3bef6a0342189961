package org.immunarium.study;

/// Versions that results carry.
public final class Versions {

    private Versions() {}

    /// Of Immunarium.
    public static String immunarium() {
        return "0.1.0";
    }
}
