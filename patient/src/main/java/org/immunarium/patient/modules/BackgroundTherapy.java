package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Another treatment, which kills cancer cells at a constant rate.
///
/// *Biology*: radiation or chemotherapy that is given all the time, not by a schedule.
///
/// *Equation*:
///
///     C' = -k_death_by_Therapy Therapy C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_death_by_Therapy | 1/d | killing |
/// | Therapy | 1 | 1 if it is given, 0 if not |
///
/// *Reads and writes*: takes from the clone; has `k_C_therapy`, which [AntigenRelease] and [AntigenDrainage] read.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param lesion where
/// @param cancer which cancer cells, `C1`
public record BackgroundTherapy(Lesion lesion, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("C", cancer))
                .assigned(
                        "k_{C}_therapy", "Death of {C} by another treatment", "1/d", "k_{C}_death_by_Therapy * Therapy")
                .reaction(
                        "Death of {C} by another treatment in {tumour}",
                        "{tumour}.{C} -> {deadC}",
                        "k_{C}_therapy * {tumour}.{C}");
    }
}
