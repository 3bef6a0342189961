package org.immunarium.study.patient;

import java.util.List;

/// A value of a model, with all that is known of it.
///
/// @param name      as its tables call it
/// @param value     a number or a formula; empty where it has none
/// @param unit      `1` of a plain number, `0..1` of one from 0 to 1, empty where the model does not say
/// @param meaning   what it is, in a few words; may be empty
/// @param certainty how sure it is, in words
/// @param source    who says so; may be empty
/// @param note      of whom or what it was measured, how it was derived; may be empty
/// @param usedIn    what depends on it at once: equations, reactions and events by their names
public record ModelValue(
        String name,
        String value,
        String unit,
        String meaning,
        String certainty,
        String source,
        String note,
        List<String> usedIn) {

    public ModelValue {
        usedIn = List.copyOf(usedIn);
    }
}
