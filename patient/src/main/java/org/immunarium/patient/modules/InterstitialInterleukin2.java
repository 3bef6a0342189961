package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Interleukin 2 between the cells of a lymph node, and how many times T cells divide for it.
///
/// *Biology*: activated T cells secrete IL-2 and consume it while they divide, regulatory ones at
/// a hundredth of the concentration. It adds divisions to those that the receptor and
/// costimulation give; regulatory cells divide for it alone.
///
/// *Equation*, of c = IL2 / f_vol_LN, the concentration between cells:
///
///     IL2' V_LN = k_sec aT - k_deg IL2 V_LN - k_cons aT c / (IL2_50 + c) - k_cons aT_reg c / (IL2_50_Treg + c)
///     N_aT      = N_TCR + N_costim + N_IL2 c / (IL2_50 + c) + 0.001
///     N_aTreg   = N_IL2 c / (IL2_50_Treg + c)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | f_vol_LN | 1 | share of a lymph node that is between its cells |
/// | k_IL2_sec, k_IL2_cons | nmol/(cell·h) | secretion, largest consumption |
/// | k_IL2_deg | 1/min | loss |
/// | IL2_50, IL2_50_Treg | nM | half-maximal concentrations |
/// | N_TCR, N_costim, N_IL2 | 1 | divisions that the receptor and costimulation give, those that much IL-2 gives |
///
/// *Reads and writes*: has IL-2, `N_aT` and `N_aTreg`, which [ClonalExpansion] reads. It stands
/// where [Interleukin2] may stand, which effectors consume.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Marchingo et al. 2014, doi
/// 10.1126/science.1260044.
///
/// @param body       whose lymph node
/// @param effector   T cells that secrete and consume it when activated
/// @param regulatory regulatory T cells that consume it when activated
public record InterstitialInterleukin2(Body body, String effector, String regulatory) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names()
                        .and("T", effector)
                        .and("Treg", regulatory)
                        .and("c", "(" + body.node() + ".IL2 / f_vol_LN)"))
                .concentration("{node}.IL2", "Interleukin 2", "mol")
                .assigned(
                        "N_aT",
                        "Divisions of an activated T cell",
                        "1",
                        "N_TCR + (N_IL2 * {c} / ({c} + IL2_50) + 0.001) + N_costim")
                .assigned(
                        "N_aTreg",
                        "Divisions of an activated regulatory T cell",
                        "1",
                        "N_IL2 * {c} / ({c} + IL2_50_Treg)")
                .reaction("Secretion of IL-2 by {T}", "-> {node}.IL2", "k_IL2_sec * {node}.a{T}")
                .reaction("Loss of IL-2", "{node}.IL2 ->", "k_IL2_deg * {node}.IL2 * {node}")
                .reaction(
                        "Consumption of IL-2 by {T}",
                        "{node}.IL2 ->",
                        "k_IL2_cons * {node}.a{T} * {c} / (IL2_50 + {c})")
                .reaction(
                        "Consumption of IL-2 by {Treg}",
                        "{node}.IL2 ->",
                        "k_IL2_cons * {node}.a{Treg} * {c} / (IL2_50_Treg + {c})");
    }
}
