package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// What treatment does besides: fatigue, nausea, itching, pain, changes of laboratory values.
///
/// *Biology*: of many causes, none of them known well. Most come within the first weeks and last while the drug
/// acts; patients differ in what they bear.
///
/// *Equation*: the burden B follows what the drug does, `B' = k_burden (load - B)`, and what lasts of it, W,
/// follows B slowly, `W' = k_lasting (B - W)`. A patient has an event once B is above what this patient bears,
/// and a severe one once W is.
///
/// *Parameters*: k_burden, k_lasting [1/d], and those of the load.
///
/// *Reads and writes*: has `burden` and `lasting`; has `other_harm` and `lasting_harm`, which are each times
/// s_other, how badly the patient bears it; `infusion_harm` is the sum of [InfusionReaction] times s_infusion.
///
/// *Source*: probit of exposure, the usual form of exposure-response where a mechanism is not known.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param load  a formula, `load_PD1 * release_PD1`
public record OtherEffects(String place, String load) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place).and("load", load))
                .amount("{C}.burden", "Burden of effects other than inflammation", "1")
                .amount("{C}.lasting", "Burden that has lasted", "1")
                .assigned(
                        "other_harm",
                        "Burden times how badly the patient bears it",
                        "1",
                        "observed * s_other * {C}.burden")
                .assigned(
                        "lasting_harm",
                        "Burden that has lasted, times how badly the patient bears it",
                        "1",
                        "observed * s_other * {C}.lasting")
                .assigned(
                        "infusion_harm",
                        "Reactions times how badly the patient bears them",
                        "1",
                        "s_infusion * reactions")
                .reaction("Burden of treatment", "-> {C}.burden", "k_burden * ({load})")
                .reaction("Burden is borne", "{C}.burden ->", "k_burden * {C}.burden")
                .reaction("Burden lasts", "-> {C}.lasting", "k_lasting * ({C}.burden - {C}.lasting)");
    }
}
