package org.immunarium.trial.economics;

import java.util.List;
import java.util.Optional;

/// What of a trial's patient costs money or quality of life. Times are in days after coming into the trial.
///
/// @param followed   until when the patient was followed; the day of death where one died
/// @param died       when, if within follow-up
/// @param progressed when progression was seen, if it was
/// @param doses      that were given
/// @param visits     that were made, besides those at which something was given
/// @param events     severe side effects
public record PatientCourse(
        double followed,
        Optional<Double> died,
        Optional<Double> progressed,
        List<Given> doses,
        List<Double> visits,
        List<Event> events) {

    /// A dose.
    ///
    /// @param drug    what a [Tariff] calls it
    /// @param amount  in the unit of its vials, from 0 on
    /// @param time    when
    /// @param infused whether somebody has to give it
    public record Given(String drug, double amount, double time, boolean infused) {

        public Given {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY && time >= 0)) {
                throw new IllegalArgumentException(
                        "a dose of " + amount + " of " + drug + " on day " + time + "; both from 0 on were expected");
            }
        }
    }

    /// A side effect.
    ///
    /// @param name what a [Tariff] calls it
    /// @param time when it came
    public record Event(String name, double time) {

        public Event {
            if (!(time >= 0)) {
                throw new IllegalArgumentException(name + " on day " + time + "; from 0 on was expected");
            }
        }
    }

    public PatientCourse {
        doses = List.copyOf(doses);
        visits = List.copyOf(visits);
        events = List.copyOf(events);
        if (!(followed >= 0 && followed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a follow-up from 0 on was expected; found " + followed);
        }
        if (died.isPresent() && died.get() != followed) {
            throw new IllegalArgumentException("died on day " + died.get() + ", followed until day " + followed);
        }
        if (progressed.isPresent() && !(progressed.get() >= 0 && progressed.get() <= followed)) {
            throw new IllegalArgumentException(
                    "progressed on day " + progressed.get() + ", followed until day " + followed);
        }
    }
}
