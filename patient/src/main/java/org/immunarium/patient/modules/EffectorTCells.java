package org.immunarium.patient.modules;

import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Effector T cells on their way to the tumour.
///
/// *Biology*: effectors leave the lymph node, circulate, pass through tissue, enter the tumour, and die.
///
/// *Equation*:
///
///     T_LN' = -q_LN_out T_LN - k_death T_LN
///     T_C'  = q_LN_out T_LN - q_P_in T_C + q_P_out T_P - q_T_in V_T T_C - k_death T_C
///     T_P'  = q_P_in T_C - q_P_out T_P - k_death T_P
///     T_T'  = q_T_in V_T T_C - k_death T_T
///
/// Where the tumour has room for so many, q_T_in is times 1 - T_T / (T_max V_T).
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_death | 1/d | death |
/// | q_T_LN_out | 1/d | out of the lymph node |
/// | q_T_P_in, q_T_P_out | 1/min, 1/d | into tissue and back |
/// | q_T_T_in | 1/(cm³·min) | into each cubic centimetre of tumour |
///
/// *Reads and writes*: has effectors in all compartments; adds to the tumour's volume and T cells; the dead of the
/// tumour go to T_exh.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body   where they circulate
/// @param lesion which tumour they enter
/// @param tCell  their name, `T1`
/// @param room   the parameter of how many the tumour has room for in each volume, `Treg_max`; empty where that
///     is no
///     limit
public record EffectorTCells(Body body, Lesion lesion, String tCell, Optional<String> room) implements Mechanism {

    /// T cells of which the tumour takes any number.
    public static EffectorTCells of(Body body, Lesion lesion, String tCell) {
        return new EffectorTCells(body, lesion, tCell, Optional.empty());
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(
                        "C",
                        body.blood(),
                        "P",
                        body.periphery(),
                        "LN",
                        body.node(),
                        "V",
                        lesion.volume(),
                        "T",
                        tCell,
                        "T_total",
                        lesion.tCells(),
                        "room",
                        left())
                .cells("{C}.{T}", "Effector cells of {T}")
                .cells("{P}.{T}", "Effector cells of {T}")
                .cells("{V}.{T}", "Effector cells of {T}")
                .cells("{LN}.{T}", "Effector cells of {T}")
                .term("{V}", "vol_Tcell * {V}.{T}")
                .term("{T_total}", "{V}.{T}")
                .reaction("Death of {T} in {C}", "{C}.{T} ->", "k_{T}_death * {C}.{T}")
                .reaction("Death of {T} in {P}", "{P}.{T} ->", "k_{T}_death * {P}.{T}")
                .reaction("Death of {T} in {V}", "{V}.{T} -> {V}.T_exh", "k_{T}_death * {V}.{T}")
                .reaction("Death of {T} in {LN}", "{LN}.{T} ->", "k_{T}_death * {LN}.{T}")
                .reaction("{T} from blood to tissue", "{C}.{T} -> {P}.{T}", "q_{T}_P_in * {C}.{T}")
                .reaction("{T} from tissue to blood", "{P}.{T} -> {C}.{T}", "q_{T}_P_out * {P}.{T}")
                .reaction("{T} from blood to {V}", "{C}.{T} -> {V}.{T}", "q_{T}_T_in * {V} * {C}.{T}{room}")
                .reaction("{T} from lymph node to blood", "{LN}.{T} -> {C}.{T}", "q_{T}_LN_out * {LN}.{T}");
    }

    /// The share of room that is left, as a factor.
    private String left() {
        return room.map(most -> " * (1 - %s.%s / (%s * %s))".formatted(lesion.volume(), tCell, most, lesion.volume()))
                .orElse("");
    }
}
