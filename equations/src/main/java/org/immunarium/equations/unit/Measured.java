package org.immunarium.equations.unit;

import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.units.Unit;

/// An expression and the unit that its value is in.
///
/// @param unit    empty where it is not known
/// @param bare    whether it is made of numbers without units only, which fit whatever stands beside them
record Measured(Expression expression, Optional<Unit> unit, boolean bare) {

    static Measured in(Expression expression, Unit unit) {
        return new Measured(expression, Optional.of(unit), false);
    }

    static Measured in(Expression expression, Optional<Unit> unit) {
        return new Measured(expression, unit, false);
    }

    /// A plain number.
    static Measured bare(Expression expression) {
        return new Measured(expression, Optional.of(Unit.ONE), true);
    }

    /// Whether its unit is known and it may not be read in any other.
    boolean isDefinite() {
        return !bare && unit.isPresent();
    }
}
