package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug slows the growth of cancer cells.
///
/// *Equation*: `H = A / (A + IC50)`, of its concentration in the tumour.
///
/// *Parameters*: IC50 [M], the concentration that halves growth.
///
/// *Reads and writes*: has `H_ENT_C1`, a brake of [CancerClone]; reads the drug of [DrugDistribution].
///
/// *Source*: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param lesion where
/// @param drug   its name, `ENT`
/// @param cancer the clone, `C1`
public record GrowthInhibition(Lesion lesion, String drug, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("A", drug).and("C", cancer))
                .assigned(
                        "H_{A}_{C}",
                        "Share of the growth of {C} that {A} stops",
                        "1",
                        "{tumour}.{A} / ({tumour}.{A} + IC50_{A}_C)");
    }
}
