package org.immunarium.study.tissue.model;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.immunarium.study.file.Placed;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// What a number may be.
///
/// @param lowest  the least it may be; it must be above it where it is `open`
/// @param highest the most it may be
/// @param whole   whether it is a whole number
public record Bounds(double lowest, double highest, boolean open, boolean whole) {

    static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);
    public static final Bounds NOT_NEGATIVE = new Bounds(0, Double.POSITIVE_INFINITY, false, false);
    static final Bounds POSITIVE = new Bounds(0, Double.POSITIVE_INFINITY, true, false);
    static final Bounds FRACTION = new Bounds(0, 1, false, false);

    /// Of a cell's own value of a behaviour.
    public static Bounds of(Behaviour behaviour) {
        return new Bounds(behaviour.lowest(), behaviour.highest(), false, behaviour == Behaviour.MOST_ATTACHMENTS);
    }

    /// A quantity as a number; what is wrong with it is told.
    ///
    /// @param what     for problems, such as `set.oxygen.decay`
    /// @param unit     of the number; a plain quantity is in it already
    /// @param problems is told
    public OptionalDouble number(String what, Placed<Quantity> quantity, Unit unit, Consumer<Problem> problems) {
        Quantity found = quantity.value();
        double number;
        try {
            number = found.unit().equals(Unit.ONE) ? found.value() : found.in(unit);
        } catch (UnitException e) {
            problems.accept(quantity.problem(what + ": " + e.reason()));
            return OptionalDouble.empty();
        }
        if (!hold(number)) {
            problems.accept(quantity.problem(what + ": " + words() + " was expected; found " + found));
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    private boolean hold(double value) {
        boolean above = open ? value > lowest : value >= lowest;
        return Double.isFinite(value) && above && value <= highest && (!whole || value == Math.rint(value));
    }

    private String words() {
        String what = whole ? "a whole number" : "a value";
        if (lowest == Double.NEGATIVE_INFINITY) {
            return what;
        }
        if (Double.isFinite(highest)) {
            return what + " from " + Quantity.number(lowest) + " to " + Quantity.number(highest);
        }
        return open ? what + " above " + Quantity.number(lowest) : what + " of " + Quantity.number(lowest) + " or more";
    }
}
