package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// A drug in blood, tissue, tumour and lymph nodes.
///
/// *Biology*: a drug leaves the blood through the walls of vessels, antibodies slowly, fills part of the space
/// between cells, and goes back with the lymph.
///
/// *Equation*, of concentrations [M] in whole compartments, of which it can enter a fraction gamma:
///
///     A_C' V_C   = -sum of q_X (A_C / gamma_C - A_X / gamma_X) + q_LD V_LN A_LN / gamma_LN
///     A_P' V_P   = q_P (A_C / gamma_C - A_P / gamma_P)
///     A_T' V_T   = q_T (A_C / gamma_C - A_T / gamma_T) - q_LD V_T A_T / gamma_T
///     A_LN' V_LN = q_LN (A_C / gamma_C - A_LN / gamma_LN) + q_LD V_T A_T / gamma_T - q_LD V_LN A_LN / gamma_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | q_P, q_T, q_LN | L/s, or 1/s of the blood | exchange with blood |
/// | q_LD | 1/min | flow of lymph, of the volume that it drains |
/// | gamma_C, _P, _T, _LN | 1 | fraction of a compartment that it can enter |
///
/// *Reads and writes*: has the drug in each compartment; doses go into blood; [LinearClearance] and
/// [SaturableClearance] take it away.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body     where
/// @param lesion   in which tumour too
/// @param drug     its name, `nivolumab`
/// @param perBlood whether exchange is stated as a fraction of the blood a time, rather than as a flow
public record DrugDistribution(Body body, Lesion lesion, String drug, boolean perBlood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        String times = perBlood ? " * {C}" : "";
        Part part = patient.part(
                "C", body.blood(), "P", body.periphery(), "T", lesion.volume(), "LN", body.node(), "A", drug);
        for (String place : new String[] {"C", "P", "T", "LN"}) {
            part.concentration("{" + place + "}.{A}", "{A}", "mol");
        }
        for (String place : new String[] {"P", "T", "LN"}) {
            part.reaction(
                    "{A} from blood to {" + place + "}",
                    "{C}.{A} -> {X}.{A}".replace("X", place),
                    "q_X_{A} * ({C}.{A} / gamma_C_{A} - {X}.{A} / gamma_X_{A})".replace("X", place) + times);
        }
        part.reaction("{A} with lymph from {T}", "{T}.{A} -> {LN}.{A}", "q_LD_{A} * {T}.{A} / gamma_T_{A} * {T}")
                .reaction(
                        "{A} with lymph to blood", "{LN}.{A} -> {C}.{A}", "q_LD_{A} * {LN}.{A} / gamma_LN_{A} * {LN}");
    }
}
