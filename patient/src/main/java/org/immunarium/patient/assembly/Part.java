package org.immunarium.patient.assembly;

/// What one mechanism writes of a patient, with its own placeholders filled in.
///
/// ```java
/// Part part = patient.part(lesion.names().and("C", "C1"));
/// part.cells("{tumour}.{C}", "Cancer cells of clone {C}");
/// part.reaction("Growth of {C}", "-> {tumour}.{C}", "k_{C}_growth * {tumour}.{C} * (1 - {C_total} / C_max)");
/// part.term("{C_total}", "{tumour}.{C}");
/// ```
///
/// What is in a compartment is named with a dot, and is `V_T_C1` in the equations. A symbol that no mechanism
/// declares is a parameter, of the patient's table.
public final class Part {

    private final Assembly patient;
    private final Names names;

    Part(Assembly patient, Names names) {
        this.patient = patient;
        this.names = names;
    }

    /// A compartment, whose size the table gives.
    ///
    /// @param unit of a volume or an area
    public Part compartment(String id, String meaning, String unit) {
        patient.compartment(written(id), names.fill(meaning), unit);
        return this;
    }

    /// A compartment that is as large as what fills it: the sum of its terms.
    public Part filled(String id, String meaning, String unit) {
        patient.filled(written(id), names.fill(meaning), unit);
        return this;
    }

    /// Cells, in number. They start at what the table gives, or at none.
    public Part cells(String species, String meaning) {
        return amount(species, meaning, "cells");
    }

    /// A species whose symbol means its amount. It starts at what the table gives, or at none.
    ///
    /// @param species `Compartment.Name`
    public Part amount(String species, String meaning, String unit) {
        patient.species(written(species), names.fill(meaning), unit, true);
        return this;
    }

    /// A species whose symbol means its concentration. It starts at what the table gives, or at none.
    ///
    /// @param unit of its amount; a concentration is for each unit of its compartment
    public Part concentration(String species, String meaning, String unit) {
        patient.species(written(species), names.fill(meaning), unit, false);
        return this;
    }

    /// A species whose amount is always the value of a formula.
    ///
    /// @param species `Compartment.Name`
    public Part held(String species, String meaning, String unit, String formula) {
        patient.held(written(species), names.fill(meaning), unit, written(formula));
        return this;
    }

    /// A quantity that is always the value of a formula.
    public Part assigned(String id, String meaning, String unit, String formula) {
        patient.assigned(written(id), names.fill(meaning), unit, written(formula));
        return this;
    }

    /// A quantity that is the sum of what mechanisms put into it; to say so twice is to say it once.
    public Part sum(String id, String meaning, String unit) {
        patient.sum(written(id), names.fill(meaning), unit);
        return this;
    }

    /// Adds to a sum, or to what fills a compartment.
    public Part term(String sum, String formula) {
        patient.term(written(sum), written(formula));
        return this;
    }

    /// Adds to a sum if anything of this patient has it: what is counted only where someone asks.
    public Part contribute(String sum, String formula) {
        patient.contribute(written(sum), written(formula));
        return this;
    }

    /// What a species or a parameter is at the start; to say so twice is to say it once.
    public Part initially(String id, String formula) {
        patient.initially(written(id), written(formula));
        return this;
    }

    /// Something that happens at a rate: `V_T.C1 -> V_T.C_x`, where either side may be empty.
    ///
    /// @param rate amount per time, in the unit of the first species
    public Part reaction(String name, String equation, String rate) {
        patient.reaction(names.fill(name), written(equation), written(rate));
        return this;
    }

    /// When a condition comes true, a variable takes a value; nothing happens if it is true at the start.
    public Part event(String name, String trigger, String variable, String formula) {
        patient.event(names.fill(name), written(trigger), written(variable), written(formula));
        return this;
    }

    /// A moment at which a condition comes true; none if it is true at the start.
    public Part moment(String name, String trigger) {
        patient.moment(names.fill(name), written(trigger));
        return this;
    }

    /// What is in the equations: placeholders filled in, in the words of the patient's vocabulary.
    private String written(String template) {
        return patient.translated(names.fill(template));
    }
}
