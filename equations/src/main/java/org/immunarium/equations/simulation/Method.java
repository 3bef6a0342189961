package org.immunarium.equations.simulation;

import org.immunarium.numerics.ode.OdeMethod;

/// How differential equations are integrated.
public enum Method {
    /// Chosen from the model.
    AUTO,
    /// Implicit: for equations with fast and slow parts, which most models of the body are.
    STIFF,
    /// Explicit: cheaper a step where nothing is fast.
    NONSTIFF;

    OdeMethod asOde() {
        return switch (this) {
            case AUTO -> OdeMethod.AUTOMATIC;
            case STIFF -> OdeMethod.STIFF;
            case NONSTIFF -> OdeMethod.NONSTIFF;
        };
    }
}
