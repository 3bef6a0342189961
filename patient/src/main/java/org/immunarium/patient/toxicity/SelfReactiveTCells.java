package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// T cells that see an organ of their own body, few and tolerant until their brakes are released.
///
/// *Biology*: CTLA-4 raises the threshold of priming, PD-1 holds back effector cells in the organ. Where both are
/// released the cells that the one sets free are not stopped by the other, so that together they do more than
/// their sum. A clone whose drive exceeds its loss grows until regulatory cells and want of room stop it; any
/// other stays few. Corticosteroids take the drive away.
///
/// *Equation*, of their number T relative to that of rest, with the patient's susceptibility s:
///
///     drive = s (w_PD1 release_PD1 + w_CTLA4 release_CTLA4 + w_both release_PD1 release_CTLA4) (1 - block steroid)
///     T'    = k_T (1 + drive T - T - T² / T_room)
///
/// Below drive = 1 they settle at 1 / (1 - drive). Above it they grow as exp(k_T (drive - 1) t) to
/// T_room (drive - 1): those that are barely above take months, which is why late side effects are late.
///
/// Without a drive they rest where T + T² / T_room = 1, at 0.990 for a T_room of 100, and not at 1, from which
/// injuries are counted. Without drugs an injury is therefore negative, by (1 - T) / T_grade2 or 0.0005 of
/// grade 2, and a gland grows by k_destroy (1 - T) a day. The fitted values hold with this; another T_room
/// moves it.
///
/// *Parameters*, each of its organ:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_organ | 1/d | turnover |
/// | w_PD1_organ, w_CTLA4_organ, w_both_organ | 1 | drive by each release, and by both |
/// | s_organ, s_all | 1 | susceptibility, of the organ and of the patient; s is their product |
/// | T_room | 1 | regulation |
/// | block | 1 | share of the drive that full doses of steroid take away |
///
/// *Reads and writes*: has the T cells and `drive_organ`; reads [CheckpointRelease] and [Corticosteroid].
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
                .amount("{C}.{organ}_T", "T cells against the {organ}, relative to rest", "1")
                .initially("{C}.{organ}_T", "one")
                .assigned(
                        "drive_{organ}",
                        "Drive of T cells against the {organ}",
                        "1",
                        "s_all * s_{organ} * (w_PD1_{organ} * release_PD1 + w_CTLA4_{organ} * release_CTLA4"
                                + " + w_both_{organ} * release_PD1 * release_CTLA4) * (1 - block * {C}.steroid)")
                .reaction(
                        "T cells against the {organ} come and divide",
                        "-> {C}.{organ}_T",
                        "k_T_{organ} * (1 + drive_{organ} * {C}.{organ}_T)")
                .reaction(
                        "T cells against the {organ} die",
                        "{C}.{organ}_T ->",
                        "k_T_{organ} * {C}.{organ}_T * (1 + {C}.{organ}_T / T_room)");
    }
}
