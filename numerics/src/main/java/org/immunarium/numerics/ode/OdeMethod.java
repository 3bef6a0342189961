package org.immunarium.numerics.ode;

/// Which kind of method advances a problem.
public enum OdeMethod {
    /// Starts with the explicit method and changes over, and back, as stiffness comes and goes.
    AUTOMATIC,
    /// Rodas5P, a Rosenbrock method: any stiffness, algebraic equations; needs the Jacobian at each step.
    STIFF,
    /// An explicit Runge-Kutta method: no Jacobian, but its steps are as short as the fastest process.
    NONSTIFF
}
