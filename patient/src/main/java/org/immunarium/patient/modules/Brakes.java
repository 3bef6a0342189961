package org.immunarium.patient.modules;

import java.util.List;
import java.util.stream.Collectors;

/// Fractions that hold something back, or help it, each between 0 and 1.
final class Brakes {

    private Brakes() {}

    /// What is left of a rate: ` * (1 - H_PD1_C1) * (1 - H_MDSC_C1)`.
    static String released(List<String> brakes) {
        return brakes.stream().map(each -> " * (1 - " + each + ")").collect(Collectors.joining());
    }

    /// What a rate becomes of that which it helps: ` * (1 + H_PD1_C1)`.
    static String aided(List<String> aids) {
        return aids.stream().map(each -> " * (1 + " + each + ")").collect(Collectors.joining());
    }
}
