package org.immunarium.equations.system;

import java.util.Optional;

/// Something of a model that has a value at every time, under the id that formulas call it by.
///
/// @param id          its id; a local parameter is `reaction.parameter`
/// @param name        its name for people; empty where it has none
/// @param kind        what it is
/// @param compartment the compartment that a species is in
/// @param unit        its declared unit, by unit id or SBML base unit; of a species, the unit of
///                    its amount
/// @param amount      whether a species' symbol in formulas means its amount rather than its
///                    concentration
public record ModelQuantity(
        String id, String name, Kind kind, Optional<String> compartment, Optional<String> unit, boolean amount) {

    /// What a quantity is.
    public enum Kind {
        COMPARTMENT,
        SPECIES,
        PARAMETER,
        REACTION,
        STOICHIOMETRY
    }
}
