package org.immunarium.therapy;

import java.util.List;
import java.util.Optional;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// What no body is given and no body holds: safeguards against a slip of a unit or of an exponent, far beyond what
/// pharmacology knows.
public final class BodyLimits {

    private static final String CELLS = "cells";

    private static final List<Quantity> MOST = List.of(
            // No drug is given by the kilogram, and a kilogram of the lightest substance, of 1 g/mol, is 1000 mol.
            Quantity.of(1, "kg"),
            Quantity.of(1000, "mol"),
            // As much as the water in which it is dissolved, of which a litre has 55.5 mol.
            Quantity.of(1, "kg/L"),
            Quantity.of(56, "mol/L"),
            // Several times as many as a person consists of; and of a µm³ each, with nothing between them.
            Quantity.of(1e14, CELLS),
            Quantity.of(1e12, CELLS + "/mL"));

    private BodyLimits() {}

    /// The most that a quantity of this kind may be, where it is more: a mass, an amount, cells, or a concentration
    /// of one of them. Empty of any other.
    public static Optional<Quantity> exceeded(Quantity quantity) {
        return MOST.stream()
                .filter(most -> quantity.unit().convertsTo(most.unit()))
                // What else is counted, such as molecules, has no such limit.
                .filter(most -> most.unit().exponentOf(CELLS).equals(Ratio.ZERO)
                        || quantity.unit().exponentOf(CELLS).equals(Ratio.ONE))
                .filter(most -> quantity.compareTo(most) > 0)
                .findFirst();
    }
}
