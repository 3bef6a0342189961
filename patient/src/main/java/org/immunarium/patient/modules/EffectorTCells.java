package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Effector T cells outside of tumours.
///
/// *Biology*: effectors leave the lymph node, circulate, pass through tissue, and die.
///
/// *Equation*:
///
///     T_LN' = -q_LN_out T_LN - k_death T_LN
///     T_C'  = q_LN_out T_LN - q_P_in T_C + q_P_out T_P - k_death T_C
///     T_P'  = q_P_in T_C - q_P_out T_P - k_death T_P
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_death | 1/d | death |
/// | q_T_LN_out | 1/d | out of the lymph node |
/// | q_T_P_in, q_T_P_out | 1/min, 1/d | into tissue and back |
///
/// *Reads and writes*: has effectors in lymph node, blood and tissue; [TumourInfiltration] takes them to each
/// tumour.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body  where they circulate
/// @param tCell their name, `T1`
public record EffectorTCells(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", tCell))
                .cells("{blood}.{T}", "Effector cells of {T}")
                .cells("{tissue}.{T}", "Effector cells of {T}")
                .cells("{node}.{T}", "Effector cells of {T}")
                .reaction("Death of {T} in {blood}", "{blood}.{T} ->", "k_{T}_death * {blood}.{T}")
                .reaction("Death of {T} in {tissue}", "{tissue}.{T} ->", "k_{T}_death * {tissue}.{T}")
                .reaction("Death of {T} in {node}", "{node}.{T} ->", "k_{T}_death * {node}.{T}")
                .reaction("{T} from blood to tissue", "{blood}.{T} -> {tissue}.{T}", "q_{T}_P_in * {blood}.{T}")
                .reaction("{T} from tissue to blood", "{tissue}.{T} -> {blood}.{T}", "q_{T}_P_out * {tissue}.{T}")
                .reaction("{T} from lymph node to blood", "{node}.{T} -> {blood}.{T}", "q_{T}_LN_out * {node}.{T}");
    }
}
