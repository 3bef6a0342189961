package org.immunarium.equations.simulation;

import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;

/// A column of a time course: a quantity of the model and how it is given.
///
/// @param quantity which
/// @param meaning  whether a species is given as its symbol has it, as an amount or as a concentration
/// @param label    its heading: the id, or `Compartment.Name` where a model's ids are opaque and it
///                 has names
/// @param unit     the unit of the values; empty where the model leaves it open
public record Column(ModelQuantity quantity, Meaning meaning, String label, Optional<String> unit) {

    /// How a species is given; all three are the same for anything else.
    public enum Meaning {
        /// As its symbol in formulas.
        SYMBOL,
        AMOUNT,
        CONCENTRATION
    }

    /// A request for a column.
    public record Request(String id, Meaning meaning) {
        /// The value that the symbol has in formulas.
        public static Request of(String id) {
            return new Request(id, Meaning.SYMBOL);
        }
    }

    public String id() {
        return quantity.id();
    }
}
