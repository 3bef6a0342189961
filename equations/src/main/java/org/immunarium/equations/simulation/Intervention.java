package org.immunarium.equations.simulation;

import org.immunarium.equations.system.Measure;

/// Something given to a model from outside, in the model's own units. Times are boundaries of steps.
public sealed interface Intervention {

    /// When it begins, in the model's unit of time.
    double time();

    /// What receives it: the id of a species, compartment or parameter.
    String target();

    /// In what it is counted where a species receives it; a compartment or parameter has a value in
    /// its own unit.
    Measure measure();

    /// The same at another time.
    ///
    /// @param by how much later
    Intervention later(double by);

    /// Something added at once.
    ///
    /// @param time   when
    /// @param target what receives it
    /// @param measure in what it is counted
    /// @param value  what is added
    record Bolus(double time, String target, Measure measure, double value) implements Intervention {

        /// An amount, added at once.
        public Bolus(double time, String target, double amount) {
            this(time, target, Measure.AMOUNT, amount);
        }

        @Override
        public Bolus later(double by) {
            return new Bolus(time + by, target, measure, value);
        }
    }

    /// A constant rate of addition over some time.
    ///
    /// @param start    when it begins
    /// @param duration how long it lasts, more than 0
    /// @param target   what receives it
    /// @param measure  in what it is counted
    /// @param rate     what is added per unit of time
    record Infusion(double start, double duration, String target, Measure measure, double rate)
            implements Intervention {
        public Infusion {
            if (!(duration > 0)) {
                throw new IllegalArgumentException("an infusion over " + duration + "; more than 0 was expected");
            }
        }

        /// An amount per unit of time.
        public Infusion(double start, double duration, String target, double rate) {
            this(start, duration, target, Measure.AMOUNT, rate);
        }

        @Override
        public double time() {
            return start;
        }

        @Override
        public Infusion later(double by) {
            return new Infusion(start + by, duration, target, measure, rate);
        }

        /// When it ends.
        public double end() {
            return start + duration;
        }
    }
}
