package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// Cells of a tumour that take up its antigens, mature, and go to the lymph node.
///
/// *Biology*: immature cells of the tumour mature where cells die, and migrate.
///
/// *Equation*:
///
///     APC_T'   = k_death (APC0_T V_T - APC_T) - k_mat c / (c + c50) APC_T
///     mAPC_T'  = k_mat c / (c + c50) APC_T - k_mig mAPC_T - k_mdeath mAPC_T
///     mAPC_LN' = k_mig mAPC_T
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_APC_mat, k_APC_mig | 1/d | maturation, migration |
/// | k_APC_death, k_mAPC_death | 1/d | turnover of immature, death of mature cells |
/// | APC0_T | cells/mL | density at rest |
/// | c50 | M | signal at which half of the largest rate of maturation is reached |
///
/// *Reads and writes*: has the cells of the tumour, gives mature ones to [AntigenPresentingCells]; reads the danger
/// signal `c` of [DangerSignal].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body        whose lymph node they go to
/// @param lesion      in which tumour they are
/// @param dieOnTheWay whether mature cells die in the tumour too, rather than in the lymph node alone
public record TumourPresenters(Body body, Lesion lesion, boolean dieOnTheWay) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(body.names().and(lesion.names()).and("size", lesion.size()))
                .cells("{tumour}.APC", "Immature antigen-presenting cells")
                .cells("{tumour}.mAPC", "Mature antigen-presenting cells")
                .reaction(
                        "Turnover of APC in {tumour}",
                        "-> {tumour}.APC",
                        "k_APC_death * (APC0_T * {size} - {tumour}.APC)")
                .reaction(
                        "Maturation in {tumour}",
                        "{tumour}.APC -> {tumour}.mAPC",
                        "k_APC_mat * {tumour}.c / ({tumour}.c + c50) * {tumour}.APC")
                .reaction("Migration from {tumour}", "{tumour}.mAPC -> {node}.mAPC", "k_APC_mig * {tumour}.mAPC");
        if (dieOnTheWay) {
            part.reaction("Death of mAPC in {tumour}", "{tumour}.mAPC ->", "k_mAPC_death * {tumour}.mAPC");
        }
    }
}
