package org.immunarium.equations.compile;

import org.immunarium.numerics.ode.SparsityPattern;

/// The partial derivatives of equations by their states: where they can be other than zero, and their
/// code.
public final class Jacobian {

    private final SparsityPattern pattern;
    private final Equations entries;

    Jacobian(SparsityPattern pattern, Equations entries) {
        this.pattern = pattern;
        this.entries = entries;
    }

    /// The entries that may be other than zero: row i, column j is the derivative of output i by state
    /// j.
    public SparsityPattern pattern() {
        return pattern;
    }

    /// The entries as equations, in the pattern's order.
    public Equations entries() {
        return entries;
    }

    /// Code for the entries, in the pattern's order: entry k of lane l is at `[k * lanes + l]` of the
    /// outputs.
    public Kernel kernel(int lanes) {
        return entries.kernel(lanes);
    }
}
