package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// T cells that a treatment sets free gather, and kill the cells of one clone.
///
/// *Biology*: it takes weeks until T cells that were woken have multiplied and come to the lesion. From then on
/// each cell that they know has the same chance to be killed on a day.
///
/// *Equation*:
///
///     C' = -k_C_attack (1 - exp(-t / t_attack)) C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_attack | 1/d | killing, once all T cells are there |
/// | t_attack | d | how long they take to come, from time 0 |
///
/// *Reads and writes*: takes from the clone; the dead vanish. In place of [CytotoxicKilling] where nothing but the
/// size of a lesion was measured, which does not tell T cells from what each of them does.
///
/// *Source*: the form is of our own, the simplest that mounts.
///
/// @param lesion where
/// @param cancer which cancer cells, `C1`
public record MountingAttack(Lesion lesion, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("C", cancer))
                .assigned(
                        "attack{site}",
                        "T cells in the lesion, as a part of all that come",
                        "1",
                        "1 - exp(-time / t_attack)")
                .reaction(
                        "Killing of {C} in {tumour}",
                        "{tumour}.{C} -> {deadC}",
                        "k_{C}_attack * attack{site} * {tumour}.{C}");
    }
}
