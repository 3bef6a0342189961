package org.immunarium.therapy.pharmacokinetics;

/// A dose as pharmacokinetics sees it.
///
/// @param time     when it starts, in d
/// @param amount   how much, in mg; not negative
/// @param duration how long it runs in at a steady rate, in d; 0 for a bolus
/// @param site     where it goes
public record Input(double time, double amount, double duration, Input.Site site) {

    /// Where a dose goes.
    public enum Site {
        /// Into the blood.
        BLOOD,
        /// Under the skin, into a muscle, the gut: a depot from which it is absorbed.
        DEPOT
    }

    /// @throws IllegalArgumentException if the time is not finite, or the amount or the duration negative or not finite
    public Input {
        if (!(Math.abs(time) <= Double.MAX_VALUE
                && amount >= 0
                && amount <= Double.MAX_VALUE
                && duration >= 0
                && duration <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a finite time, an amount and a duration from 0 expected: " + time + ", "
                    + amount + ", " + duration);
        }
    }

    /// All at once into the blood.
    public static Input bolus(double time, double amount) {
        return new Input(time, amount, 0, Site.BLOOD);
    }

    /// At a steady rate into the blood.
    public static Input infusion(double time, double amount, double duration) {
        return new Input(time, amount, duration, Site.BLOOD);
    }

    /// All at once into a depot.
    public static Input depot(double time, double amount) {
        return new Input(time, amount, 0, Site.DEPOT);
    }

    /// When it ends: the start of a bolus, or of an infusion too short for the time to advance.
    double end() {
        return time + duration;
    }

    boolean isBolus() {
        return end() == time;
    }

    /// In mg/d. The end is a rounded number: so is the rate, such that all of the amount arrives.
    double rate() {
        return amount / (end() - time);
    }
}
