package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// What physicians do about few neutrophils: no dose while there are too few of them, smaller doses after a fever.
///
/// *Biology*: a cycle begins once neutrophils are back; who had fever with hardly any of them gets less from then
/// on.
///
/// *Equation*: events. `withheld_chemotherapy` is 1 while neutrophils are below N_dose; `dose_chemotherapy` becomes
/// dose_after_fever when the harm of fever reaches level_fever. A dose is given at
///
///     given_chemotherapy = (1 - ended) (1 - withheld_chemotherapy) dose_chemotherapy
///
/// of what is due; the rest is lost, and comes no later.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | N_dose | cells/L | neutrophils from which on a dose is given |
/// | level_fever | d | harm of fever at which doses are reduced |
/// | dose_after_fever | 1 | the dose after that, relative to the full one |
/// | ended, withheld_chemotherapy, dose_chemotherapy | 1 | what is so at the start |
///
/// *Reads and writes*: has `given_chemotherapy`; reads neutrophils of [org.immunarium.patient.modules.Neutropenia]
/// and `febrile_harm` of [FebrileNeutropenia].
///
/// *Source*: Taxotere, US prescribing information: at least 1.5e9 neutrophils/L, and 55 in place of 75 mg/m2 after
/// febrile neutropenia, in lung cancer. Of other drugs the same is assumed.
///
/// @param blood the compartment of blood, `V_C`
public record MarrowCare(String blood) implements Mechanism {

    /// By whose name doses are withheld.
    public static final String GROUP = "chemotherapy";

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("R", GROUP))
                .assigned(
                        "given_{R}",
                        "Share of doses of {R} that is given",
                        "1",
                        "(1 - ended) * (1 - withheld_{R}) * dose_{R}")
                .event("Neutrophils are few: {R} is withheld", "{C}.ANC < N_dose", "withheld_{R}", "1")
                .event("Neutrophils are back: {R} goes on", "{C}.ANC >= N_dose", "withheld_{R}", "0")
                .event("Fever: {R} is reduced", "febrile_harm >= level_fever", "dose_{R}", "dose_after_fever");
    }
}
