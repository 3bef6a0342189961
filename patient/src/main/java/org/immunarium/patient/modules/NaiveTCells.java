package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// T cells that have not met their antigen.
///
/// *Biology*: the thymus makes T cells of each specificity; they divide slowly in blood and tissue so that
/// their number holds, circulate between blood, tissue and lymph nodes, and die.
///
/// *Equation*, for the cells of one specificity, of which there are `div`:
///
///     nT_C'  = Q_thym/div + k_pro/div nT_C / (K_pro/div + nT_C) - k_death nT_C
///              - q_P_in nT_C + q_P_out nT_P - q_LN_in V_C nT_C + q_LN_out nT_LN
///     nT_P'  = k_pro/div nT_P / (K_pro/div + nT_P) - k_death nT_P + q_P_in nT_C - q_P_out nT_P
///     nT_LN' = q_LN_in V_C nT_C - q_LN_out nT_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | div_T | 1 | number of specificities |
/// | Q_nT_thym | cells/d | output of the thymus |
/// | k_nT_pro, K_nT_pro | cells/d, cells | largest proliferation, number at half of it |
/// | k_nT_death | 1/d | death |
/// | q_T_P_in, q_T_P_out | 1/min, 1/d | into tissue and back |
/// | q_LN_T_in, q_T_LN_out | 1/(d·mL), 1/d | into lymph nodes and back |
///
/// *Reads and writes*: has naive cells in blood, tissue and lymph node; [Priming] takes them.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body  where they circulate
/// @param tCell what they become, `T1`
public record NaiveTCells(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(body.names().and("T", tCell))
                .cells("{blood}.n{T}", "Naive cells of {T}, of one specificity")
                .cells("{tissue}.n{T}", "Naive cells of {T}, of one specificity")
                .cells("{node}.n{T}", "Naive cells of {T}, of one specificity")
                .reaction("Thymic output of n{T}", "-> {blood}.n{T}", "Q_n{T}_thym / div_{T}");
        for (String place : new String[] {body.periphery(), body.blood()}) {
            patient.part(Names.of("X", place).and("T", tCell))
                    .reaction(
                            "Proliferation of n{T} in {X}",
                            "-> {X}.n{T}",
                            "k_n{T}_pro / div_{T} * {X}.n{T} / (K_n{T}_pro / div_{T} + {X}.n{T})")
                    .reaction("Death of n{T} in {X}", "{X}.n{T} ->", "k_n{T}_death * {X}.n{T}");
        }
        part.reaction("n{T} from blood to tissue", "{blood}.n{T} -> {tissue}.n{T}", "q_{T}_P_in * {blood}.n{T}")
                .reaction("n{T} from tissue to blood", "{tissue}.n{T} -> {blood}.n{T}", "q_{T}_P_out * {tissue}.n{T}")
                .reaction(
                        "n{T} from blood to lymph node",
                        "{blood}.n{T} -> {node}.n{T}",
                        "q_LN_{T}_in * {blood}.n{T} * {blood}")
                .reaction("n{T} from lymph node to blood", "{node}.n{T} -> {blood}.n{T}", "q_{T}_LN_out * {node}.n{T}");
    }
}
