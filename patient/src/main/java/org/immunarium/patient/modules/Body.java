package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// The compartments of a body that cells and drugs travel through.
///
/// *Biology*: blood, all tissue but the tumours, and the lymph nodes that drain them.
///
/// *Equation*: constant volumes.
///
/// *Parameters*: the volume of each [L].
///
/// *Reads and writes*: compartments.
///
/// @param blood     the central compartment, `V_C`
/// @param periphery all other tissue, `V_P`
/// @param node      the lymph nodes, `V_LN`
public record Body(String blood, String periphery, String node) implements Mechanism {

    /// By the names that models of this family use.
    public static Body usual() {
        return new Body("V_C", "V_P", "V_LN");
    }

    /// Its placeholders: `{blood}`, `{tissue}` and `{node}`.
    Names names() {
        return Names.of("blood", blood).and("tissue", periphery).and("node", node);
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .compartment(blood, "Blood", "L")
                .compartment(periphery, "Tissues other than tumours", "L")
                .compartment(node, "Lymph nodes that drain the tumours", "L");
    }
}
