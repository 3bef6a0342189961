package org.immunarium.study.tissue;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Dimension;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Times that a study asks for, in steps of its model.
///
/// @param length   of a step, min
/// @param problems receives what is wrong
record WholeSteps(double length, List<Problem> problems) {

    private static final Unit MINUTE = Unit.parse("min");

    /// Of a step, so far may a time be from a whole number of them where there are few; where there are many, what a
    /// quotient of numbers in other units is rounded by may be more.
    private static final double TOLERANCE = 1e-6;

    private static final double ROUNDING = 1e-14;

    /// What is wrong with a time.
    ///
    /// @param orNone whether it may be 0, in any unit or none
    static Optional<String> wrong(String key, Quantity time, boolean orNone) {
        boolean right = time.unit().dimension().equals(Dimension.TIME)
                ? time.value() > 0 || orNone && time.value() == 0
                : orNone && time.value() == 0 && time.unit().equals(Unit.ONE);
        return right
                ? Optional.empty()
                : Optional.of(key + ": a time above 0 was expected, as in 24 h" + (orNone ? ", or 0" : "") + "; found "
                        + time);
    }

    /// A time above 0, min; one that is no whole number of steps is a problem.
    ///
    /// @param unless what it is where the study does not say, or says no time, min
    /// @param model  where the study names its model, which then says so
    double minutes(String key, Optional<Placed<Quantity>> asked, double unless, Placed<?> model) {
        if (asked.isPresent() && !isTime(key, asked.get(), false)) {
            return unless;
        }
        Placed<Quantity> time = asked.orElseGet(() -> model.map(_ -> new Quantity(unless, MINUTE)));
        of(key, time);
        return time.value().in(MINUTE);
    }

    /// How many steps a time is, which may be 0; 0 where it is no time. One that is no whole number of them is a
    /// problem.
    long orNone(String key, Placed<Quantity> asked) {
        return isTime(key, asked, true) && asked.value().value() != 0 ? of(key, asked) : 0;
    }

    private boolean isTime(String key, Placed<Quantity> asked, boolean orNone) {
        Optional<String> wrong = wrong(key, asked.value(), orNone);
        wrong.ifPresent(message -> problems.add(asked.problem(message)));
        return wrong.isEmpty();
    }

    private long of(String key, Placed<Quantity> time) {
        double steps = time.value().in(MINUTE) / length;
        if (Math.abs(steps - Math.round(steps)) > Math.max(TOLERANCE, ROUNDING * steps) || steps < 1) {
            problems.add(time.problem(key + ": " + time.value() + " is no whole number of the model's steps of "
                    + Quantity.number(length) + " min"));
        }
        return Math.round(steps);
    }
}
