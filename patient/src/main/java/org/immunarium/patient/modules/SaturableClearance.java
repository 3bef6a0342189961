package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug is broken down by what it can saturate.
///
/// *Equation*: `A_C' = -k_cln A_C / (A_C + Kc)` (Michaelis and Menten).
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_cln | M/h | largest rate |
/// | Kc | M | concentration at half of it |
///
/// *Reads and writes*: takes the drug of [DrugDistribution] from blood.
///
/// @param body whose blood
/// @param drug its name, `ENT`
public record SaturableClearance(Body body, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("A", drug))
                .reaction(
                        "Saturable clearance of {A}",
                        "{blood}.{A} ->",
                        "k_cln_{A} * {blood}.{A} / ({blood}.{A} + Kc_{A}) * {blood}");
    }
}
