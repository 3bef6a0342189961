package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// T cells that see an organ of their own body, few and tolerant until their brakes are released.
///
/// *Biology*: CTLA-4 raises the threshold of priming, PD-1 holds back effector cells in the organ. Where both
/// are released the cells that the one sets free are not stopped by the other, so that together they do more
/// than their sum. A clone has to lose its tolerance first, by chance: an infection, other bacteria in the gut,
/// cells that die and show what they hold. Then, if its drive exceeds its loss, it grows until regulatory cells
/// and want of room stop it; any other stays few. Corticosteroids take the drive away.
///
/// *Equation*, of their number T relative to that of rest, with the patient's susceptibility s:
///
///     drive = lost s (w_PD1 release_PD1 + w_CTLA4 release_CTLA4 + w_both release_PD1 release_CTLA4)
///             (1 - block steroid)
///     T'    = k_T (1 + drive T - T - T (T - 1) / T_room)
///
/// What is integrated is T - 1, which is 0 at rest: injuries that follow the rounding of 1 cannot be solved for.
/// `lost` is 0 until [Priming] has gone on for t_lost, then 1 for good. Without a drive T rests at 1. Below
/// drive = 1 they settle near 1 / (1 - drive). Above it they grow as exp(k_T (drive - 1) t) to about
/// T_room (drive - 1): those that are barely above take months, which is one reason why late side effects are
/// late; t_lost is the other.
///
/// *Parameters*, each of its organ:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_organ | 1/d | turnover |
/// | w_PD1_organ, w_CTLA4_organ, w_both_organ | 1 | drive by each release, and by both |
/// | s_organ, s_all | 1 | susceptibility, of the organ and of the patient; s is their product |
/// | t_lost_organ | d | priming until tolerance is lost, above 0; differs between patients |
/// | lost_organ | 1 | 0 or 1, what is so at the start |
/// | T_room | 1 | regulation |
/// | block | 1 | share of the drive that full doses of steroid take away |
///
/// *Reads and writes*: has the T cells, those beyond rest, `organ_more`, and `drive_organ`; reads
/// [CheckpointRelease], [Priming] and [Corticosteroid].
///
/// *Source*: growth with a threshold and saturation is the simplest form that gives what is seen, a share of
/// patients that never has the effect, onset after weeks to months, and recovery under steroids.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param organ which
public record SelfReactiveTCells(String place, Organ organ) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(organ.names().and(Names.of("C", place)))
                .amount("{C}.{organ}_more", "T cells against the {organ} beyond those of rest, relative to them", "1")
                .held("{C}.{organ}_T", "T cells against the {organ}, relative to rest", "1", "1 + {C}.{organ}_more")
                .assigned(
                        "drive_{organ}",
                        "Drive of T cells against the {organ}",
                        "1",
                        "lost_{organ} * s_all * s_{organ} * (w_PD1_{organ} * release_PD1 + w_CTLA4_{organ} * release_CTLA4"
                                + " + w_both_{organ} * release_PD1 * release_CTLA4) * (1 - block * {C}.steroid)")
                .reaction(
                        "T cells against the {organ} come and divide",
                        "-> {C}.{organ}_more",
                        "k_T_{organ} * drive_{organ} * (1 + {C}.{organ}_more)")
                .reaction(
                        "T cells against the {organ} die",
                        "{C}.{organ}_more ->",
                        "k_T_{organ} * {C}.{organ}_more * (1 + (1 + {C}.{organ}_more) / T_room)")
                .event("Tolerance of the {organ} is lost", "{C}.priming >= t_lost_{organ}", "lost_{organ}", "1");
    }
}
