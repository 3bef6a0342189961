package org.immunarium.equations.simulation;

/// How differential equations are integrated.
public enum Method {
    /// Chosen from the model.
    AUTO,
    /// Implicit: for equations with fast and slow parts, which most models of the body are.
    STIFF,
    /// Explicit: cheaper a step where nothing is fast.
    NONSTIFF
}
