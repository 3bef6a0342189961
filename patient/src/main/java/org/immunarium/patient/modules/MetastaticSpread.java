package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A tumour seeds another.
///
/// *Biology*: cells leave a tumour with its blood in proportion to its surface of vessels, and so to its size;
/// few settle elsewhere. There they lie dormant until they awake and grow.
///
/// Numbers of cells are those to be expected, also where they are less than one.
///
/// *Equation*, of cells C of the first tumour and D that lie dormant at the second's site:
///
///     D'  = k_seed C - k_wake D - k_dormant_death D
///     C2' = k_wake D
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_seed | 1/d | cells that settle, of all in the tumour |
/// | k_wake | 1/d | cells that awake |
/// | k_dormant_death | 1/d | that die before |
///
/// *Reads and writes*: reads a [CancerClone] of the tumour that sheds; what settles is so few that it is not
/// missed there. Gives to the clone of the other tumour.
///
/// *Source*: growth and colonies at a rate in proportion to size: Iwata et al. 2000, doi 10.1006/jtbi.2000.1075.
///
/// @param from   the tumour that sheds
/// @param to     the tumour that is seeded
/// @param cancer the clone, `C1`
public record MetastaticSpread(Lesion from, Lesion to, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(to.names().and("from", from.volume()).and("C", cancer))
                .cells("{tumour}.dormant_{C}", "Dormant cells of {C}")
                .reaction("Seeding of {tumour} from {from} by {C}", "-> {tumour}.dormant_{C}", "k_seed * {from}.{C}")
                .reaction(
                        "Awakening of {C} in {tumour}",
                        "{tumour}.dormant_{C} -> {tumour}.{C}",
                        "k_wake * {tumour}.dormant_{C}")
                .reaction(
                        "Death of dormant {C} in {tumour}",
                        "{tumour}.dormant_{C} ->",
                        "k_dormant_death * {tumour}.dormant_{C}");
    }
}
