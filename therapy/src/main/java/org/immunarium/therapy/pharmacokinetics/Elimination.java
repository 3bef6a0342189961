package org.immunarium.therapy.pharmacokinetics;

import static org.immunarium.numerics.functions.ElementaryFunctions.exp;
import static org.immunarium.numerics.functions.ElementaryFunctions.pow;

/// How a drug leaves the body, from the blood.
///
/// Times are since the first dose, in d.
public sealed interface Elimination {

    /// How much leaves a unit of time, in mg/d.
    ///
    /// @param concentration in the blood, in mg/L
    double rate(double time, double concentration);

    /// The derivative of the rate with respect to the concentration, in L/d.
    double slope(double time, double concentration);

    /// The derivative of the rate with respect to time, in mg/d².
    double drift(double time, double concentration);

    /// The same in a body that clears more or less of everything.
    ///
    /// @param factor by what clearance is multiplied
    Elimination scaled(double factor);

    /// The same share each unit of time.
    ///
    /// @param clearance CL, in L/d; not negative
    record Linear(double clearance) implements Elimination {

        public Linear {
            require(clearance >= 0 && clearance <= Double.MAX_VALUE, "a clearance from 0", clearance);
        }

        @Override
        public double rate(double time, double concentration) {
            return clearance * concentration;
        }

        @Override
        public double slope(double time, double concentration) {
            return clearance;
        }

        @Override
        public double drift(double time, double concentration) {
            return 0;
        }

        @Override
        public Elimination scaled(double factor) {
            return new Linear(clearance * factor);
        }
    }

    /// A clearance that changes over months of treatment, as those of checkpoint antibodies do when a patient gets
    /// better, with the share x = t^h / (T50^h + t^h) of the change done after a time t.
    ///
    /// @param clearance at the first dose, CL, in L/d
    /// @param change    E, the whole change
    /// @param form      what E means
    /// @param halfTime  T50, when half of E is reached, in d
    /// @param hill      h, from 1
    record Sigmoid(double clearance, double change, Sigmoid.Form form, double halfTime, double hill)
            implements Elimination {

        /// How a change enters.
        public enum Form {
            /// CL exp(E x): Bajaj 2017, equation 8.
            EXPONENTIAL,
            /// CL (1 + E x): Masters 2022. E is above -1.
            PROPORTIONAL
        }

        public Sigmoid {
            require(clearance >= 0 && clearance <= Double.MAX_VALUE, "a clearance from 0", clearance);
            require(Math.abs(change) <= 100, "a change of at most 100", change);
            require(form == Form.EXPONENTIAL || change > -1, "a change above -1", change);
            require(halfTime > 0 && halfTime <= Double.MAX_VALUE, "a half-time above 0", halfTime);
            require(hill >= 1 && hill <= 100, "a Hill coefficient from 1 to 100", hill);
        }

        private double share(double time) {
            return time <= 0 ? 0 : 1 / (1 + pow(halfTime / time, hill));
        }

        @Override
        public double rate(double time, double concentration) {
            return slope(time, concentration) * concentration;
        }

        @Override
        public double slope(double time, double concentration) {
            return clearance
                    * switch (form) {
                        case EXPONENTIAL -> exp(change * share(time));
                        case PROPORTIONAL -> 1 + change * share(time);
                    };
        }

        @Override
        public double drift(double time, double concentration) {
            double share = share(time);
            double speed = time > 0 ? hill * share * (1 - share) / time : hill == 1 ? 1 / halfTime : 0;
            return speed
                    * change
                    * concentration
                    * switch (form) {
                        case EXPONENTIAL -> slope(time, concentration);
                        case PROPORTIONAL -> clearance;
                    };
        }

        @Override
        public Elimination scaled(double factor) {
            return new Sigmoid(clearance * factor, change, form, halfTime, hill);
        }
    }

    /// A part of the clearance that wanes, as a target that the drug binds to disappears: CL + CL2 exp(-k t), Rozman
    /// 2017, equation 1.
    ///
    /// @param lasting CL, in L/d
    /// @param waning  CL2 at the first dose, in L/d
    /// @param rate    k, in 1/d
    record Waning(double lasting, double waning, double rate) implements Elimination {

        public Waning {
            require(lasting >= 0 && lasting <= Double.MAX_VALUE, "a clearance from 0", lasting);
            require(waning >= 0 && waning <= Double.MAX_VALUE, "a clearance from 0", waning);
            require(rate >= 0 && rate <= Double.MAX_VALUE, "a rate from 0", rate);
        }

        @Override
        public double rate(double time, double concentration) {
            return slope(time, concentration) * concentration;
        }

        @Override
        public double slope(double time, double concentration) {
            return lasting + waning * exp(-rate * time);
        }

        @Override
        public double drift(double time, double concentration) {
            return -rate * waning * exp(-rate * time) * concentration;
        }

        /// Scales what lasts; what wanes is the target's.
        @Override
        public Elimination scaled(double factor) {
            return new Waning(lasting * factor, waning, rate);
        }
    }

    /// A constant clearance and beside it one that a target or an enzyme saturates: CL C + Vmax C / (Km + C).
    ///
    /// @param clearance CL, in L/d
    /// @param maximum   Vmax, in mg/d
    /// @param constant  Km, in mg/L
    record Saturable(double clearance, double maximum, double constant) implements Elimination {

        public Saturable {
            require(clearance >= 0 && clearance <= Double.MAX_VALUE, "a clearance from 0", clearance);
            require(maximum >= 0 && maximum <= Double.MAX_VALUE, "a rate from 0", maximum);
            require(constant > 0 && constant <= Double.MAX_VALUE, "a Michaelis constant above 0", constant);
        }

        @Override
        public double rate(double time, double concentration) {
            return (clearance + maximum / (constant + concentration)) * concentration;
        }

        @Override
        public double slope(double time, double concentration) {
            double saturation = constant + concentration;
            return clearance + maximum * constant / (saturation * saturation);
        }

        @Override
        public double drift(double time, double concentration) {
            return 0;
        }

        /// Scales the constant clearance; what is saturable is the target's.
        @Override
        public Elimination scaled(double factor) {
            return new Saturable(clearance * factor, maximum, constant);
        }
    }

    private static void require(boolean holds, String expected, double found) {
        if (!holds) {
            throw new IllegalArgumentException(expected + " expected: " + found);
        }
    }
}
