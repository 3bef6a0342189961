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
/// s_other, how badly the patient bears it. Kinds of treatment add up.
///
/// *Source*: probit of exposure, the usual form of exposure-response where a mechanism is not known.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param kind  of treatment whose constants these are: nothing for antibodies, [#CHEMOTHERAPY]
/// @param load  a formula, `load_PD1 * release_PD1`
public record OtherEffects(String place, String kind, String load) implements Mechanism {

    /// The kind of cytotoxic drugs.
    public static final String CHEMOTHERAPY = "_chemotherapy";

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place).and("kind", kind).and("load", load))
                .amount("{C}.burden{kind}", "Burden of effects other than inflammation", "1")
                .amount("{C}.lasting{kind}", "Burden that has lasted", "1")
                .sum("other_harm", "Burden times how badly the patient bears it", "1")
                .term("other_harm", "observed * s_other * {C}.burden{kind}")
                .sum("lasting_harm", "Burden that has lasted, times how badly the patient bears it", "1")
                .term("lasting_harm", "observed * s_other * {C}.lasting{kind}")
                .reaction("Burden of treatment{kind}", "-> {C}.burden{kind}", "k_burden{kind} * ({load})")
                .reaction(
                        "Burden of treatment{kind} is borne",
                        "{C}.burden{kind} ->",
                        "k_burden{kind} * {C}.burden{kind}")
                .reaction(
                        "Burden of treatment{kind} lasts",
                        "-> {C}.lasting{kind}",
                        "k_lasting{kind} * ({C}.burden{kind} - {C}.lasting{kind})");
    }
}
