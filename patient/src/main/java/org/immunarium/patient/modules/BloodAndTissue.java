package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A body in two: blood, and all tissue that its cells go to.
///
/// *Biology*: cells are counted in blood, and most of them are elsewhere.
///
/// *Equation*: constant volumes.
///
/// *Parameters*: the volume of each [L].
///
/// *Reads and writes*: compartments.
///
/// @param blood  `V_C`
/// @param tissue marrow, lymph nodes, spleen and the rest, `V_P`
public record BloodAndTissue(String blood, String tissue) implements Mechanism {

    /// By the names that models of this family use.
    public static BloodAndTissue usual() {
        return new BloodAndTissue("V_C", "V_P");
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part().compartment(blood, "Blood", "L").compartment(tissue, "Tissue", "L");
    }
}
