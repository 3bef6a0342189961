package org.immunarium.trial.economics;

import java.util.List;

/// What buying a dose of a drug costs.
public sealed interface Acquisition {

    /// The price of what one dose takes.
    ///
    /// @param dose from 0 on, in the unit of the vials
    double cost(double dose);

    /// Vials are opened for one patient, and what is left of them is thrown away.
    ///
    /// @param vials    at least one size
    /// @param rounding by which share of it a dose may be rounded down to whole vials, from 0 to 0.1; hospitals
    ///     allow up to 0.1 (Fahrenbruch et al. 2018, doi 10.1200/JOP.2017.025411)
    record WholeVials(List<Vial> vials, double rounding) implements Acquisition {

        private static final double MOST_ROUNDING = 0.1;

        public WholeVials {
            vials = List.copyOf(vials);
            if (vials.isEmpty() || !(rounding >= 0 && rounding <= MOST_ROUNDING)) {
                throw new IllegalArgumentException("one size or more and a rounding from 0 to 0.1 were expected; found "
                        + vials + " and " + rounding);
            }
        }

        @Override
        public double cost(double dose) {
            return dose == 0
                    ? 0
                    : VialChoice.cheapest(dose * (1 - rounding), vials).price();
        }
    }

    /// What is left of a vial goes to other patients: nothing is wasted, and a unit costs what it costs in the size
    /// in which it is cheapest.
    ///
    /// @param vials at least one size
    record SharedVials(List<Vial> vials) implements Acquisition {

        public SharedVials {
            vials = List.copyOf(vials);
            if (vials.isEmpty()) {
                throw new IllegalArgumentException("one size or more was expected");
            }
        }

        @Override
        public double cost(double dose) {
            return dose * vials.stream().mapToDouble(Vial::unitPrice).min().orElseThrow();
        }
    }

    /// A dose has one price, however large it is, as one of a patient's own cells has.
    ///
    /// @param price from 0 on
    record PerDose(double price) implements Acquisition {

        public PerDose {
            if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a price from 0 on was expected; found " + price);
            }
        }

        @Override
        public double cost(double dose) {
            return price;
        }
    }
}
