package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A gland that T cells destroy, and that does not come back.
///
/// *Biology*: cells that make hormones do not regrow. Steroids come too late for them; hormones are replaced, and
/// treatment goes on.
///
/// *Equation*, of the share G that is left: `G' = -k_destroy (T - 1) G`.
///
/// *Parameters*: k_destroy_organ [1/d], destruction by the T cells of rest.
///
/// *Reads and writes*: has what is left, and `organ_harm`, the share that is lost while it is observed; reads
/// [SelfReactiveTCells].
///
/// *Source*: destructive thyroiditis, hypophysitis and adrenalitis as SITC's guideline describes them, doi
/// 10.1186/s40425-017-0300-z.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param organ which, a gland
public record GlandDestruction(String place, Organ organ) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(organ.names().and(Names.of("C", place)))
                .amount("{C}.{organ}_left", "Share of the {organ} that is left", "1")
                .initially("{C}.{organ}_left", "one")
                .assigned(
                        "{organ}_harm",
                        "Share of the {organ} that is lost while it is observed",
                        "1",
                        "observed * (1 - {C}.{organ}_left)")
                .reaction(
                        "Destruction of the {organ}",
                        "{C}.{organ}_left ->",
                        "k_destroy_{organ} * {C}.{organ}_more * {C}.{organ}_left");
    }
}
