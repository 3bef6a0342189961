package org.immunarium.tissue.model;

/// Something that acts on cells by its concentration.
public sealed interface Agent {

    /// A drug that the blood brings, as much everywhere in the tissue: a share of what is in blood.
    ///
    /// @param drug its number in the model
    record FromBlood(int drug) implements Agent {}

    /// A substance, as much as there is where the cell is: an antibody that plasma cells secrete.
    ///
    /// @param substance its number in the model
    record Dissolved(int substance) implements Agent {}
}
