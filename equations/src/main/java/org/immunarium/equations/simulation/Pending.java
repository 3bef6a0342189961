package org.immunarium.equations.simulation;

import java.io.Serial;
import java.io.Serializable;

/// An event that has been triggered and waits to be carried out.
///
/// @param event  its place among the model's events
/// @param time   when it is due
/// @param order  a number that rises with each triggering
/// @param values what it assigns, where that was evaluated when it was triggered; else empty
record Pending(int event, double time, long order, double[] values) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;
}
