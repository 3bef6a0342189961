package org.immunarium.trial.economics.evidence;

import org.immunarium.trial.economics.UncertainValue;

/// A number and where it is from.
///
/// @param value   with its name
/// @param year    of its prices; 0 where it has none
/// @param grounds how far it can be relied on
/// @param source  a citation; `-` for an assumption that has none
/// @param note    what is left out or was taken instead; may be empty
public record SourcedValue(UncertainValue value, int year, Grounds grounds, String source, String note) {

    /// One that a study gives.
    public static SourcedValue ofStudy(UncertainValue value) {
        return new SourcedValue(value, 0, Grounds.STUDY, "the study", "");
    }
}
