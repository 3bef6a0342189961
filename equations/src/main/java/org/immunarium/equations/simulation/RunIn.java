package org.immunarium.equations.simulation;

import java.util.OptionalInt;

/// The time before a run's start, of unknown length: until an event happens.
///
/// A tumour grows until it is found; treatment and its times are counted from then on.
///
/// @param event   its place among the model's events; empty where a run begins at once
/// @param longest the time within which it must happen
record RunIn(OptionalInt event, double longest) {

    /// A run that begins at once.
    static final RunIn NONE = new RunIn(OptionalInt.empty(), 0);

    /// Whether there is any.
    boolean isAny() {
        return event.isPresent();
    }
}
