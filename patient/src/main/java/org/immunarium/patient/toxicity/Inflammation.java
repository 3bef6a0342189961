package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// An organ that T cells inflame, and that heals.
///
/// *Biology*: injury follows the T cells within days to weeks, and heals when they are gone. A physician sees it
/// some days later than it is there.
///
/// *Equation*, of the injury I, in units of the grade 2 of the organ:
///
///     I'    = k_heal ((T - 1) / T_grade2 - I)
///     seen' = k_seen (I - seen)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_heal_organ | 1/d | healing |
/// | T_grade2 | 1 | T cells, relative to rest, that keep up an injury of grade 2 |
/// | k_seen | 1/d | how soon it is seen and treated |
///
/// *Reads and writes*: has `organ_injury` and `organ_seen`, adds to the sum `injuries`; has `organ_harm`, the
/// injury while it is observed; reads [SelfReactiveTCells].
///
/// *Source*: an organ that answers with delay, the simplest form.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param organ which, one that heals
public record Inflammation(String place, Organ organ) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(organ.names().and(Names.of("C", place)))
                .amount("{C}.{organ}_injury", "Injury of the {organ}, 1 at grade 2", "1")
                .amount("{C}.{organ}_seen", "Injury of the {organ} that is seen", "1")
                .sum("injuries", "Injuries of all organs that heal", "1")
                .term("injuries", "{C}.{organ}_injury")
                .assigned(
                        "{organ}_harm",
                        "Injury of the {organ} while it is observed",
                        "1",
                        "observed * {C}.{organ}_injury")
                .reaction(
                        "Injury of the {organ}",
                        "-> {C}.{organ}_injury",
                        "k_heal_{organ} * {C}.{organ}_more / T_grade2")
                .reaction("Healing of the {organ}", "{C}.{organ}_injury ->", "k_heal_{organ} * {C}.{organ}_injury")
                .reaction(
                        "Injury of the {organ} is seen",
                        "-> {C}.{organ}_seen",
                        "k_seen * ({C}.{organ}_injury - {C}.{organ}_seen)");
    }
}
