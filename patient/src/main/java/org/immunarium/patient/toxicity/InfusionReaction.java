package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Fever, chills and low blood pressure within hours of an infusion.
///
/// *Biology*: of the antibody itself and its fast infusion, hardly of its target. Most who react do so at the first
/// infusion; those who did not, seldom do later.
///
/// *Equation*, of the worst reaction R to a drug: `R' = sensitise (infusion of A) (reactive_A - R)`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | reactive_A | 1 | the worst reaction to the drug, of the typical patient |
/// | sensitise | 1/mg | how much of the drug brings it about |
///
/// *Reads and writes*: has the reaction, which is the worst so far and does not pass; adds to the sum
/// `infusion_harm`; reads [OrderedDoses].
///
/// *Source*: the simplest form that lets first infusions count.
///
/// @param place    the compartment that all is counted in, `V_C`
/// @param drug     its name, `avelumab`
/// @param receptor by whose rules it is withheld
public record InfusionReaction(String place, String drug, String receptor) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place).and("A", drug).and("R", receptor))
                .amount("{C}.{A}_reaction", "Worst reaction to an infusion of {A}", "1")
                .sum("infusion_harm", "Worst reactions to infusions, times how badly the patient bears them", "1")
                .term("infusion_harm", "s_infusion * {C}.{A}_reaction")
                .reaction(
                        "Reaction to {A}",
                        "-> {C}.{A}_reaction",
                        "sensitise * k_line * given_{R} * {C}.{A}_ordered * (reactive_{A} - {C}.{A}_reaction)");
    }
}
