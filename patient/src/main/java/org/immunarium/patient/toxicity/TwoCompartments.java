package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// An antibody in plasma and in tissue, and doses that are ordered but not given.
///
/// *Biology*: an antibody leaves the plasma slowly and comes back with the lymph. A dose that is due is
/// infused, unless treatment is withheld, was stopped, or has ended.
///
/// *Equation*, of amounts A in plasma and A_t in tissue, and what is in the line, A_o:
///
///     A_o' = -k_line A_o
///     A'   = given k_line A_o - CL A / V - Q (A / V - A_t / V_t)
///     A_t' = Q (A / V - A_t / V_t)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_line | 1/h | how fast an infusion runs in |
/// | CL_A, Q_A | L/d | clearance, exchange with tissue |
/// | V_A, Vt_A | L | plasma and what mixes with it, tissue |
/// | M_A | g/mol | molar mass |
///
/// *Reads and writes*: has the three amounts, and `C_A`, the concentration in plasma; doses go to `A_ordered`;
/// reads `given_{receptor}` of [Withholding].
///
/// *Source*: two-compartment models of the population analyses in the table of drugs.
///
/// @param place    the compartment that all is counted in, `V_C`
/// @param drug     its name, `nivolumab`
/// @param receptor by whose rules it is withheld, `PD1`
public record TwoCompartments(String place, String drug, String receptor) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place).and("A", drug).and("R", receptor))
                .amount("{C}.{A}_ordered", "{A} that is due", "mg")
                .amount("{C}.{A}", "{A} in plasma", "mg")
                .amount("{C}.{A}_tissue", "{A} in tissue", "mg")
                .assigned("C_{A}", "Concentration of {A} in plasma", "nM", "{C}.{A} / V_{A} / M_{A}")
                .reaction("Infusion of {A}", "{C}.{A}_ordered -> {C}.{A}", "k_line * given_{R} * {C}.{A}_ordered")
                .reaction(
                        "Doses of {A} that are not given",
                        "{C}.{A}_ordered ->",
                        "k_line * (1 - given_{R}) * {C}.{A}_ordered")
                .reaction("Clearance of {A}", "{C}.{A} ->", "CL_{A} * {C}.{A} / V_{A}")
                .reaction(
                        "{A} between plasma and tissue",
                        "{C}.{A} -> {C}.{A}_tissue",
                        "Q_{A} * ({C}.{A} / V_{A} - {C}.{A}_tissue / Vt_{A})");
    }
}
