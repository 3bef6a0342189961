package org.immunarium.equations.simulation;

/// Something given to a model from outside, in the model's own units. Times are boundaries of steps.
public sealed interface Intervention {

    /// When it begins, in the model's unit of time.
    double time();

    /// What receives it: the id of a species, compartment or parameter.
    String target();

    /// An amount added at once.
    ///
    /// @param time   when
    /// @param target what receives it
    /// @param amount what is added: to a species an amount (not a concentration), to anything else
    ///               a value in its own unit
    record Bolus(double time, String target, double amount) implements Intervention {}

    /// A constant rate of addition over some time.
    ///
    /// @param start    when it begins
    /// @param duration how long it lasts, more than 0
    /// @param target   what receives it
    /// @param rate     what is added per unit of time: to a species an amount, to anything else a
    ///                 value in its own unit
    record Infusion(double start, double duration, String target, double rate) implements Intervention {
        public Infusion {
            if (!(duration > 0)) {
                throw new IllegalArgumentException("an infusion over " + duration + "; more than 0 was expected");
            }
        }

        @Override
        public double time() {
            return start;
        }
    }
}
