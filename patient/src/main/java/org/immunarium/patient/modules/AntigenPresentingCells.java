package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Dendritic cells and other cells that present antigens, in the lymph node.
///
/// *Biology*: immature ones are there always; mature ones come from tumours. [PresenterContact] says who finds
/// them.
///
/// *Equation*:
///
///     APC_LN'  = k_death (APC0_LN V_LN - APC_LN)
///     mAPC_LN' = -k_mdeath mAPC_LN + those that come
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_APC_death, k_mAPC_death | 1/d | turnover of immature, death of mature cells |
/// | APC0_LN | cells/mL | density at rest |
///
/// *Reads and writes*: has the cells; [TumourPresenters] come to them.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body whose lymph node
public record AntigenPresentingCells(Body body) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names())
                .cells("{node}.APC", "Immature antigen-presenting cells")
                .cells("{node}.mAPC", "Mature antigen-presenting cells")
                .reaction("Turnover of APC in {node}", "-> {node}.APC", "k_APC_death * (APC0_LN * {node} - {node}.APC)")
                .reaction("Death of mAPC in {node}", "{node}.mAPC ->", "k_mAPC_death * {node}.mAPC");
    }
}
