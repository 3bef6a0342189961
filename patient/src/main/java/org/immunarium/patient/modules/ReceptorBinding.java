package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// A receptor and its ligand bind across a synapse.
///
/// *Biology*: molecules of the two cells bind and let go of each other.
///
/// *Equation*, per unit of area:
///
///     AB' = times k_on A B - sites k_off AB,   A' = B' = -AB'
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | kon_A_B | 1/(µM·nm·s) | binding, over the width of the synapse |
/// | koff_A_B | 1/s | unbinding |
///
/// *Reads and writes*: takes the free molecules, has the complex.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param synapse  where
/// @param one      a molecule or complex, `PD1`
/// @param other    another, `PDL1`
/// @param complex  what they make, `PD1_PDL1`
/// @param rates    the pair whose rates hold, `PD1_PDL1`
/// @param ways     in how many ways they can bind
/// @param bonds    how many bonds can break
public record ReceptorBinding(
        Synapse synapse, String one, String other, String complex, String rates, int ways, int bonds)
        implements Mechanism {

    /// A receptor and a ligand of one site each.
    public static ReceptorBinding simple(Synapse synapse, String receptor, String ligand) {
        String pair = receptor + "_" + ligand;
        return new ReceptorBinding(synapse, receptor, ligand, pair, pair, 1, 1);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(Names.of("S", synapse.id())
                .and("A", one)
                .and("B", other)
                .and("AB", complex)
                .and("rates", rates)
                .and("ways", Times.of(ways))
                .and("bonds", Times.of(bonds))
                .and("area", synapse.area())
                .and("[A]", synapse.density(one))
                .and("[B]", synapse.density(other))
                .and("[AB]", synapse.density(complex)));
        synapse.molecule(part, "{S}.{AB}", "Complex {AB}")
                .reaction(
                        "Binding of {A} and {B} in {S}",
                        "{S}.{A} + {S}.{B} -> {S}.{AB}",
                        "({ways}kon_{rates} * {[A]} * {[B]} - {bonds}koff_{rates} * {[AB]}) * {area}");
    }
}
