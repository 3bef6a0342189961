package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Regulatory T cells that the thymus makes.
///
/// *Biology*: beside those that a tumour's antigens induce, blood has natural regulatory T cells, whose number
/// holds.
///
/// *Equation*:
///
///     T_C' = k_death nT_basal
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_death | 1/d | death, which their making balances |
/// | nT_basal | cells | their number in blood at rest |
///
/// *Reads and writes*: gives to the regulatory cells in blood.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body  in whose blood
/// @param tCell their name, `Treg`
public record NaturalRegulatoryTCells(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", tCell))
                .reaction("Natural {T} made", "-> {blood}.{T}", "k_{T}_death * n{T}_basal");
    }
}
