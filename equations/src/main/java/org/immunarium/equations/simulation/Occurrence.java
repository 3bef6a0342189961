package org.immunarium.equations.simulation;

/// Something that happened in a run at one instant.
///
/// @param time when, in the model's unit of time
/// @param kind what sort of thing
/// @param what the event's id or name, or what was given to what
public record Occurrence(double time, Kind kind, String what) {

    /// What sort of thing happened.
    public enum Kind {
        /// An event of the model was carried out.
        EVENT,
        /// A dose was given at once.
        BOLUS,
        INFUSION_START,
        INFUSION_END,
        /// A condition under which the model is valid no longer held.
        CONSTRAINT
    }
}
