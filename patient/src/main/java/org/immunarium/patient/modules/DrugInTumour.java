package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A drug in a tumour.
///
/// *Biology*: it comes out of the blood through the walls of the tumour's vessels, and leaves with the lymph.
///
/// *Equation*:
///
///     A_T' V_T = q_T (A_C / gamma_C - A_T / gamma_T) - q_LD V_T A_T / gamma_T
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | q_T | L/s, or 1/s of the blood | exchange with blood |
/// | q_LD | 1/min | flow of lymph, of the volume that it drains |
/// | gamma_C, gamma_T | 1 | fraction of blood and tumour that it can enter |
///
/// *Reads and writes*: takes the drug of [DrugDistribution] from blood, has it in the tumour, gives it to the lymph
/// nodes.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body     whose blood and lymph nodes
/// @param lesion   which tumour
/// @param drug     its name, `nivolumab`
/// @param perBlood whether exchange is stated as a fraction of the blood a time, rather than as a flow
public record DrugInTumour(Body body, Lesion lesion, String drug, boolean perBlood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and(lesion.names()).and("A", drug).and("times", perBlood ? " * " + body.blood() : ""))
                .concentration("{tumour}.{A}", "{A}", "mol")
                .reaction(
                        "{A} from blood to {tumour}",
                        "{blood}.{A} -> {tumour}.{A}",
                        "q_T_{A} * ({blood}.{A} / gamma_C_{A} - {tumour}.{A} / gamma_T_{A}){times}")
                .reaction(
                        "{A} with lymph from {tumour}",
                        "{tumour}.{A} -> {node}.{A}",
                        "q_LD_{A} * {tumour}.{A} / gamma_T_{A} * {tumour}");
    }
}
