package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// A bivalent antibody binds its target in a synapse, with one arm or with both.
///
/// *Biology*: the first arm binds from solution, the second across the membrane, where its target is near.
///
/// *Equation*, of target R and antibody A at concentration [A]:
///
///     RA'  = ways k_on R [A] - k_off RA - RAR'
///     RAR' = chi k_on R RA - 2 k_off RAR
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | kon_R_A | 1/(M·s) | binding of an arm |
/// | koff_R_A | 1/s | unbinding of an arm |
/// | Chi | 1/nm | how much closer the second arm's target is, over the width of the synapse |
///
/// *Reads and writes*: takes the free target, has what one arm and what both arms hold.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param synapse       where
/// @param target        its name, `PD1`
/// @param antibody      its name in complexes and rates, `nivo`
/// @param rates         the pair whose rates hold, `PD1_nivo`
/// @param chi           cross-arm binding: its parameter, `Chi_PD1_nivo`, or a formula of others
/// @param concentration where the antibody comes from, in the space that it can enter: `V_T.nivo / gamma_T_nivo`
/// @param ways          in how many ways an arm can bind: 2, or 4 where the target is a dimer
public record AntibodyBinding(
        Synapse synapse, String target, String antibody, String rates, String chi, String concentration, int ways)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        String one = target + "_" + antibody;
        String both = one + "_" + target;
        Part part = patient.part(Names.of("S", synapse.id())
                .and("R", target)
                .and("A", antibody)
                .and("rates", rates)
                .and("chi", chi)
                .and("free", concentration)
                .and("ways", Times.of(ways))
                .and("area", synapse.area())
                .and("[R]", synapse.density(target))
                .and("[RA]", synapse.density(one))
                .and("[RAR]", synapse.density(both)));
        synapse.molecule(part, "{S}.{R}_{A}", "{R} held by one arm of {A}");
        synapse.molecule(part, "{S}.{R}_{A}_{R}", "Two of {R} held by {A}")
                .reaction(
                        "Binding of {A} to {R} in {S}",
                        "{S}.{R} -> {S}.{R}_{A}",
                        "({ways}kon_{rates} * ({[R]} * {free}) - koff_{rates} * {[RA]}) * {area}")
                .reaction(
                        "Binding of the second arm of {A} to {R} in {S}",
                        "{S}.{R}_{A} + {S}.{R} -> {S}.{R}_{A}_{R}",
                        "({chi} * kon_{rates} * ({[R]} * {[RA]}) - 2 * koff_{rates} * {[RAR]}) * {area}");
    }
}
