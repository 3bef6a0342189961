package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// Interleukin 2 in the lymph node, and how many times T cells divide for it.
///
/// *Biology*: activated T cells secrete IL-2; effectors consume it, and regulatory T cells at a hundredth of the
/// concentration. It adds divisions to those of an activated cell.
///
/// *Equation*:
///
///     IL2' = sum of k_sec aT / V_LN - k_deg IL2
///            - k_cons T_total_LN / V_LN IL2 / (IL2_50 + IL2) - k_cons T_reg / V_LN IL2 / (IL2_50_Treg + IL2)
///     N_aT = N0 + N_IL2 IL2 / (IL2_50 + IL2) + further divisions
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_IL2_sec, k_IL2_cons | nmol/(cell·h) | secretion, largest consumption |
/// | k_IL2_deg | 1/min | loss |
/// | IL2_50, IL2_50_Treg | nM | half-maximal concentrations |
/// | N0, N_IL2 | 1 | divisions without IL-2, further ones with much |
///
/// *Reads and writes*: has IL-2, the sum of effectors in the lymph node `T_total_LN`, and `N_aT`.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; Marchingo et al. 2014, doi 10.1126/science.1260044.
///
/// @param body       whose lymph node
/// @param effectors  T cells that secrete it when activated, and consume it
/// @param regulatory regulatory T cells that consume it
/// @param divisions  further terms of N_aT, `N_costim * H_CD28_APC`
public record Interleukin2(Body body, List<String> effectors, List<String> regulatory, List<String> divisions)
        implements Mechanism {

    public Interleukin2 {
        effectors = List.copyOf(effectors);
        regulatory = List.copyOf(regulatory);
        divisions = List.copyOf(divisions);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(body.names())
                .concentration("{node}.IL2", "Interleukin 2", "mol")
                .sum("T_total_LN", "Effector T cells of the lymph node", "cells")
                .sum("N_aT", "Divisions of an activated T cell", "1")
                .term("N_aT", "N0")
                .term("N_aT", "N_IL2 * {node}.IL2 / (IL2_50 + {node}.IL2)")
                .reaction("Loss of IL-2", "{node}.IL2 ->", "k_IL2_deg * {node}.IL2 * {node}")
                .reaction(
                        "Consumption of IL-2 by effectors",
                        "{node}.IL2 ->",
                        "k_IL2_cons * T_total_LN * {node}.IL2 / (IL2_50 + {node}.IL2)");
        divisions.forEach(term -> part.term("N_aT", term));
        for (String tCell : effectors) {
            patient.part(body.names().and("T", tCell))
                    .term("T_total_LN", "{node}.{T}")
                    .reaction("Secretion of IL-2 by {T}", "-> {node}.IL2", "k_IL2_sec * {node}.a{T}");
        }
        for (String tCell : regulatory) {
            patient.part(body.names().and("T", tCell))
                    .reaction(
                            "Consumption of IL-2 by {T}",
                            "{node}.IL2 ->",
                            "k_IL2_cons * {node}.{T} * {node}.IL2 / (IL2_50_Treg + {node}.IL2)");
        }
    }
}
