package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Chemotherapy before CAR-T cells kills the body's own lymphocytes.
///
/// *Biology*: fludarabine kills resting lymphocytes, T and B cells alike, and is gone in two days.
///
/// *Equation*: for an amount D,
///
///     D' = -CL D / V
///     T' = -k_depletion T D / V
///     B' = -k_depletion B D / V
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | CL, V | L/h, L | clearance and volume of distribution |
/// | k_depletion | L/(mg·d) | killing |
///
/// *Reads and writes*: has the drug, into which doses go; takes from [TLymphocytes] and [BCells].
///
/// @param blood  the compartment of blood, `V_C`
/// @param tissue where B cells are, `V_P`
/// @param drug   its name, `fludarabine`
public record Lymphodepletion(String blood, String tissue, String drug) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("P", tissue).and("D", drug))
                .amount("{C}.{D}", "{D}", "mg")
                .reaction("Clearance of {D}", "{C}.{D} ->", "CL_{D} * {C}.{D} / V_{D}")
                .reaction("Killing of T cells by {D}", "{C}.T ->", "k_depletion * {C}.{D} / V_{D} * {C}.T * {C}")
                .reaction("Killing of B cells by {D}", "{P}.B ->", "k_depletion * {C}.{D} / V_{D} * {P}.B");
    }
}
