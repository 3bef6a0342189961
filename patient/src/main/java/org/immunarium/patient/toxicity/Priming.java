package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How long T cells had chances to lose their tolerance, counted faster while CTLA-4 is released.
///
/// *Biology*: tolerance of an organ is lost at a time that no one foresees, early in some patients and after a year
/// in
/// others. CTLA-4 holds back priming in lymph nodes, so that more clones are primed when it is released.
///
/// *Equation*, of the days of priming: `priming' = begun (1 + priming_CTLA4 release_CTLA4)`. `begun` is 0 until the
/// releases of PD-1 and CTLA-4 together reach release_begins, which is minutes into the first infusion, then 1 for
/// good: a tolerance that was lost before treatment, while a tumour grew unseen, does not count as lost.
///
/// *Parameters*: priming_CTLA4 [1], by how much priming is faster at full release of CTLA-4; release_begins [1];
/// begun [1], 0 or 1, what is so at the start.
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
                .reaction("Priming of T cells", "-> {C}.priming", "begun * (1 + priming_CTLA4 * release_CTLA4)")
                .event("Brakes begin to be released", "release_PD1 + release_CTLA4 >= release_begins", "begun", "1");
    }
}
