package org.immunarium.patient.assembly;

/// What one mechanism writes of a patient, with its own placeholders filled in.
///
/// ```java
/// Part part = patient.part("V", "V_T", "C", "C1");
/// part.cells("{V}.{C}", "Cancer cells of clone {C}");
/// part.reaction("Growth of {C}", "-> {V}.{C}", "k_{C}_growth * {V}.{C} * (1 - C_total / C_max)");
/// part.term("C_total", "{V}.{C}");
/// ```
///
/// What is in a compartment is named with a dot, and is `V_T_C1` in the equations. A symbol that no mechanism
/// declares is a parameter, of the patient's table.
public final class Part {

    private final Assembly patient;
    private final Notation notation;

    Part(Assembly patient, Notation notation) {
        this.patient = patient;
        this.notation = notation;
    }

    /// A compartment, whose size the table gives.
    ///
    /// @param unit of a volume or an area
    public Part compartment(String id, String meaning, String unit) {
        patient.compartment(notation.fill(id), notation.fill(meaning), unit);
        return this;
    }

    /// A compartment that is as large as what fills it: the sum of its terms.
    public Part filled(String id, String meaning, String unit) {
        patient.filled(notation.fill(id), notation.fill(meaning), unit);
        return this;
    }

    /// Cells, in number. They start at what the table gives, or at none.
    public Part cells(String species, String meaning) {
        return amount(species, meaning, "cells");
    }

    /// A species whose symbol means its amount. It starts at what the table gives, or at none. To say so twice
    /// is to say it once.
    ///
    /// @param species `Compartment.Name`
    public Part amount(String species, String meaning, String unit) {
        patient.species(notation.fill(species), notation.fill(meaning), unit, true);
        return this;
    }

    /// A species whose symbol means its concentration. It starts at what the table gives, or at none.
    ///
    /// @param unit of its amount; a concentration is for each unit of its compartment
    public Part concentration(String species, String meaning, String unit) {
        patient.species(notation.fill(species), notation.fill(meaning), unit, false);
        return this;
    }

    /// A quantity that is always the value of a formula.
    public Part assigned(String id, String meaning, String unit, String formula) {
        patient.assigned(notation.fill(id), notation.fill(meaning), unit, notation.fill(formula));
        return this;
    }

    /// A quantity that is the sum of what mechanisms put into it; to say so twice is to say it once.
    public Part sum(String id, String meaning, String unit) {
        patient.sum(notation.fill(id), notation.fill(meaning), unit);
        return this;
    }

    /// Adds to a sum, or to what fills a compartment.
    public Part term(String sum, String formula) {
        patient.term(notation.fill(sum), notation.fill(formula));
        return this;
    }

    /// What a species or a parameter is at the start.
    public Part initially(String id, String formula) {
        patient.initially(notation.fill(id), notation.fill(formula));
        return this;
    }

    /// Something that happens at a rate: `V_T.C1 -> V_T.C_x`, where either side may be empty.
    ///
    /// @param rate amount per time, in the unit of the first species
    public Part reaction(String name, String equation, String rate) {
        patient.reaction(notation.fill(name), notation.fill(equation), notation.fill(rate));
        return this;
    }

    /// When a condition comes true, a variable takes a value; nothing happens if it is true at the start.
    public Part event(String name, String trigger, String variable, String formula) {
        patient.event(notation.fill(name), notation.fill(trigger), notation.fill(variable), notation.fill(formula));
        return this;
    }
}
