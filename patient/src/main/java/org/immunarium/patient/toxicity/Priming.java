package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How long T cells had chances to lose their tolerance, counted faster while CTLA-4 is released.
///
/// *Biology*: tolerance of an organ is lost at a time that no one foresees, early in some patients and after a
/// year in others. CTLA-4 holds back priming in lymph nodes, so that more clones are primed when it is
/// released.
///
/// *Equation*, of the days of priming, with R the sum of both releases: `priming' = R / (R + release_begins) (1
/// + priming_CTLA4 release_CTLA4)`. The first factor is 1 but for the first minutes of treatment, and 0 without
/// a drug: what was primed before, while a tumour grew unseen, was not tolerated any less.
///
/// *Parameters*: priming_CTLA4 [1], by how much priming is faster at full release of CTLA-4; release_begins [1],
/// release at which priming counts half.
///
/// *Reads and writes*: has `priming`, for [SelfReactiveTCells]; reads [CheckpointRelease].
///
/// *Source*: a time that differs between patients is the simplest form of a chance. Colitis begins after 25 weeks
/// under an antibody against PD-1 alone and after 7 under both: Wang 2018, PMC6287774.
///
/// @param place the compartment that all is counted in, `V_C`
public record Priming(String place) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place))
                .amount("{C}.priming", "Days of priming, more of them while CTLA-4 is released", "d")
                .assigned("released", "Releases of PD-1 and CTLA-4, together", "1", "release_PD1 + release_CTLA4")
                .reaction(
                        "Priming of T cells",
                        "-> {C}.priming",
                        "released / (released + release_begins) * (1 + priming_CTLA4 * release_CTLA4)");
    }
}
