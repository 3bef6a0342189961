package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug in blood, tissue and lymph nodes.
///
/// *Biology*: a drug leaves the blood through the walls of vessels, antibodies slowly, fills part of the space
/// between cells, and goes back with the lymph.
///
/// *Equation*, of concentrations [M] in whole compartments, of which it can enter a fraction gamma:
///
///     A_C' V_C   = -sum of q_X (A_C / gamma_C - A_X / gamma_X) + q_LD V_LN A_LN / gamma_LN
///     A_P' V_P   = q_P (A_C / gamma_C - A_P / gamma_P)
///     A_LN' V_LN = q_LN (A_C / gamma_C - A_LN / gamma_LN) - q_LD V_LN A_LN / gamma_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | q_P, q_LN | L/s, or 1/s of the blood | exchange with blood |
/// | q_LD | 1/min | flow of lymph, of the volume that it drains |
/// | gamma_C, _P, _LN | 1 | fraction of a compartment that it can enter |
///
/// *Reads and writes*: has the drug in each compartment; doses go into blood; [DrugInTumour] takes it to each
/// tumour, [LinearClearance] and [SaturableClearance] take it away.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body     where
/// @param drug     its name, `nivolumab`
/// @param perBlood whether exchange is stated as a fraction of the blood a time, rather than as a flow
public record DrugDistribution(Body body, String drug, boolean perBlood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("A", drug).and("times", perBlood ? " * " + body.blood() : ""))
                .concentration("{blood}.{A}", "{A}", "mol")
                .concentration("{tissue}.{A}", "{A}", "mol")
                .concentration("{node}.{A}", "{A}", "mol")
                .reaction(
                        "{A} from blood to tissue",
                        "{blood}.{A} -> {tissue}.{A}",
                        "q_P_{A} * ({blood}.{A} / gamma_C_{A} - {tissue}.{A} / gamma_P_{A}){times}")
                .reaction(
                        "{A} from blood to lymph nodes",
                        "{blood}.{A} -> {node}.{A}",
                        "q_LN_{A} * ({blood}.{A} / gamma_C_{A} - {node}.{A} / gamma_LN_{A}){times}")
                .reaction(
                        "{A} with lymph to blood",
                        "{node}.{A} -> {blood}.{A}",
                        "q_LD_{A} * {node}.{A} / gamma_LN_{A} * {node}");
    }
}
