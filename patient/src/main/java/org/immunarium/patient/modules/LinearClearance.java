package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug leaves the body in proportion to its concentration in blood.
///
/// *Equation*: `A_C' V_C = -k_cl A_C`, or `-k_cl A_C V_C`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_cl | L/d, or 1/d of the blood | clearance |
///
/// *Reads and writes*: takes the drug of [DrugDistribution] from blood.
///
/// @param body     whose blood
/// @param drug     its name, `nivolumab`
/// @param perBlood whether it is stated as a fraction of the blood a time, rather than as a flow
public record LinearClearance(Body body, String drug, boolean perBlood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("A", drug).and("times", perBlood ? " * " + body.blood() : ""))
                .reaction("Clearance of {A}", "{blood}.{A} ->", "k_cl_{A} * {blood}.{A}{times}");
    }
}
