package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A cytotoxic drug kills lymphocytes in blood.
///
/// *Biology*: chemotherapy takes part of the immune system with it. Before CAR-T cells that is meant:
/// [Lymphodepletion].
///
/// *Equation*, of lymphocytes X:
///
///     X' = -k_lympho A / (A + EC50_lympho) X
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_lympho_A | 1/d | largest rate of death |
/// | EC50_lympho_A | M | concentration at half of it |
///
/// *Reads and writes*: takes lymphocytes from blood; reads the drug of [DrugKinetics].
///
/// *Source*: Muranski et al. 2006, doi 10.1038/ncponc0666.
///
/// @param body  whose blood
/// @param drug  its name, `cyclophosphamide`
/// @param cells whom it kills, `T1`
public record Lymphotoxicity(Body body, String drug, String cells) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("A", drug).and("X", cells))
                .reaction(
                        "Killing of {X} in blood by {A}",
                        "{blood}.{X} ->",
                        "k_lympho_{A} * c_{A} / (c_{A} + EC50_lympho_{A}) * {blood}.{X}");
    }
}
