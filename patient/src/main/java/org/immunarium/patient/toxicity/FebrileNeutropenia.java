package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Low neutrophils that are seen, and fever that follows from how deep they fall and for how long.
///
/// *Biology*: blood is counted before each dose and when a patient is ill, so that a short fall between visits goes
/// unseen; bacteria enter while hardly any neutrophils are there.
///
/// *Equation*: days at grade g in the last weeks, with the limit N_g of CTCAE,
///
///     days_g' = 1 / (1 + (ANC / N_g)^8) - days_g / t_memory
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | N_1, N_3, N_4 | cells/L | limits of grades 1, 3 and 4: 2e9, 1e9 and 0.5e9 |
/// | t_memory | d | how long days count together |
/// | s_febrile | 1 | how easily the patient gets an infection |
///
/// *Reads and writes*: has the days and `neutropenia_harm` (of grade 1 and worse), `low_neutrophils_harm` (of
/// grade 3 and worse) and `febrile_harm` (of grade 4, times s_febrile), while they are observed; reads
/// [org.immunarium.patient.modules.Neutropenia].
///
/// *Source*: limits of CTCAE 5.0; that infections follow depth and duration is Bodey 1966, doi
/// 10.7326/0003-4819-64-2-328.
///
/// @param blood the compartment of the neutrophils, `V_C`
public record FebrileNeutropenia(String blood) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        for (String grade : new String[] {"1", "3", "4"}) {
            patient.part(Names.of("C", blood).and("g", grade))
                    .amount("{C}.days_{g}", "Days of neutropenia of grade {g} and worse", "d")
                    .reaction("A day of neutropenia of grade {g}", "-> {C}.days_{g}", "1 / (1 + ({C}.ANC / N_{g})^8)")
                    .reaction("Days of neutropenia of grade {g} pass", "{C}.days_{g} ->", "{C}.days_{g} / t_memory");
        }
        patient.part(Names.of("C", blood))
                .assigned("neutropenia_harm", "Days of low neutrophils", "d", "observed * {C}.days_1")
                .assigned("low_neutrophils_harm", "Days of very low neutrophils", "d", "observed * {C}.days_3")
                .assigned(
                        "febrile_harm",
                        "Days of hardly any neutrophils, times how easily the patient gets an infection",
                        "d",
                        "observed * s_febrile * {C}.days_4");
    }
}
