package org.immunarium.trial.economics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What things cost and what states of health are worth: all of money in one currency.
///
/// @param drugs                   by name
/// @param administration          of the first infusion of a day
/// @param furtherAdministration   of each other of that day
/// @param visit                   that was no infusion
/// @param progressionFree         a year of care without progression, besides all else here
/// @param progressed              a year of care after it
/// @param endOfLife               once, of who dies
/// @param utilityProgressionFree  quality of life without progression, at most 1
/// @param utilityProgressed       after it
/// @param events                  severe side effects by name
public record Tariff(
        Map<String, Acquisition> drugs,
        UncertainValue administration,
        UncertainValue furtherAdministration,
        UncertainValue visit,
        UncertainValue progressionFree,
        UncertainValue progressed,
        UncertainValue endOfLife,
        UncertainValue utilityProgressionFree,
        UncertainValue utilityProgressed,
        Map<String, EventValue> events) {

    /// A side effect.
    ///
    /// @param cost      of treating it, once
    /// @param disutility quality of life that it takes while it lasts
    /// @param days      how long that is
    public record EventValue(UncertainValue cost, UncertainValue disutility, double days) {

        public EventValue {
            if (!(days >= 0 && days < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("days from 0 on were expected; found " + days);
            }
        }
    }

    public Tariff {
        drugs = Map.copyOf(drugs);
        events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /// All that is not known, in one order: first what is of every patient, then the cost and the disutility of
    /// each
    /// event.
    public List<UncertainValue> values() {
        List<UncertainValue> values = new ArrayList<>(List.of(
                administration,
                furtherAdministration,
                visit,
                progressionFree,
                progressed,
                endOfLife,
                utilityProgressionFree,
                utilityProgressed));
        events.values().forEach(event -> {
            values.add(event.cost());
            values.add(event.disutility());
        });
        return List.copyOf(values);
    }
}
