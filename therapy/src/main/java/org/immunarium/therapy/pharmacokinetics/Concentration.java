package org.immunarium.therapy.pharmacokinetics;

/// How much of a drug is in the blood plasma, as a function of time.
///
/// It can be asked at any times in any order and from several threads. At the time of a bolus it is that just after it.
@FunctionalInterface
public interface Concentration {

    /// Nothing is given.
    Concentration NONE = time -> 0;

    /// The concentration at a time; 0 before the first dose. At the end of the time for which it is
    /// known, a bolus given just then may not be in it yet.
    ///
    /// @throws IllegalArgumentException if it was asked for up to an earlier time only
    double at(double time);

    /// The same in other units.
    ///
    /// @param concentration the number of new units of concentration in one of the present
    /// @param time          the number of new units of time in one of the present
    default Concentration scaled(double concentration, double time) {
        return moment -> concentration * at(moment / time);
    }
}
