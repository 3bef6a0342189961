package org.immunarium.equations.simulation;

/// One end of an intervention: something that happens at a known time.
///
/// @param time  when
/// @param kind  what sort of thing, as it appears among the occurrences
/// @param place which of the targets of its kind it concerns
/// @param value what a bolus adds; the rate of an infusion, negative where it ends
/// @param what  in words
record Action(double time, Occurrence.Kind kind, int place, double value, String what) {

    /// What comes first at the same time.
    int rank() {
        return switch (kind) {
            case INFUSION_END -> 0;
            case INFUSION_START -> 1;
            default -> 2;
        };
    }
}
