package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Dendritic cells and other cells that present antigens.
///
/// *Biology*: immature cells of the tumour mature where cells die, and migrate to the lymph node. Each of them
/// can hold a few T cells at a time.
///
/// *Equation*:
///
///     APC_T'   = k_death (APC0_T V_T - APC_T) - k_mat c / (c + c50) APC_T
///     mAPC_T'  = k_mat c / (c + c50) APC_T - k_mig mAPC_T - k_mdeath mAPC_T
///     mAPC_LN' = k_mig mAPC_T - k_mdeath mAPC_LN
///     APC_LN'  = k_death (APC0_LN V_LN - APC_LN)
///     H_APC    = n_sites APC_LN / (n_sites APC_LN + T_total_LN + 1 cell), and so H_mAPC
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_APC_mat, k_APC_mig | 1/d | maturation, migration |
/// | k_APC_death, k_mAPC_death | 1/d | turnover of immature, death of mature cells |
/// | APC0_T, APC0_LN | cells/mL | densities at rest |
/// | n_sites_APC | 1 | T cells that one can hold |
///
/// *Reads and writes*: has the cells and the shares of T cells that find one, `H_APC` and `H_mAPC`; reads the
/// danger signal `c` of [DangerSignal].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
public record AntigenPresentingCells(Body body, Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part("V", lesion.volume(), "LN", body.node())
                .cells("{V}.APC", "Immature antigen-presenting cells")
                .cells("{V}.mAPC", "Mature antigen-presenting cells")
                .cells("{LN}.APC", "Immature antigen-presenting cells")
                .cells("{LN}.mAPC", "Mature antigen-presenting cells")
                .reaction("Turnover of APC in {V}", "-> {V}.APC", "k_APC_death * (APC0_T * {V} - {V}.APC)")
                .reaction("Turnover of APC in {LN}", "-> {LN}.APC", "k_APC_death * (APC0_LN * {LN} - {LN}.APC)")
                .reaction("Maturation in {V}", "{V}.APC -> {V}.mAPC", "k_APC_mat * {V}.c / ({V}.c + c50) * {V}.APC")
                .reaction("Migration from {V}", "{V}.mAPC -> {LN}.mAPC", "k_APC_mig * {V}.mAPC")
                .reaction("Death of mAPC in {V}", "{V}.mAPC ->", "k_mAPC_death * {V}.mAPC")
                .reaction("Death of mAPC in {LN}", "{LN}.mAPC ->", "k_mAPC_death * {LN}.mAPC")
                .assigned(
                        "H_APC",
                        "Share of T cells that find an immature presenting cell",
                        "1",
                        "n_sites_APC * {LN}.APC / (n_sites_APC * {LN}.APC + T_total_LN + cell)")
                .assigned(
                        "H_mAPC",
                        "Share of T cells that find a mature presenting cell",
                        "1",
                        "n_sites_APC * {LN}.mAPC / (n_sites_APC * {LN}.mAPC + T_total_LN + cell)");
    }
}
