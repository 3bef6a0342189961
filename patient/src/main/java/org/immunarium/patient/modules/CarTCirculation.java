package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// CAR-T cells of one kind travel between blood and tissue.
///
/// *Biology*: T cells leave the blood within minutes and come back after half a day; most are in marrow, spleen
/// and lymph nodes at any time.
///
/// *Equation*:
///
///     E_C' = -k_CART_in E_C + k_CART_out E_P
///     E_P' =  k_CART_in E_C - k_CART_out E_P
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_CART_in, k_CART_out | 1/d | out of the blood and back |
///
/// *Reads and writes*: has the cells in both places; doses go into blood.
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equations 5 to 8.
///
/// @param blood  the compartment of blood, `V_C`
/// @param tissue the compartment of all tissue, `V_P`
/// @param cells  their name, `CARTE`
public record CarTCirculation(String blood, String tissue, String cells) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("P", tissue).and("E", cells))
                .cells("{C}.{E}", "CAR-T cells, {E}")
                .cells("{P}.{E}", "CAR-T cells, {E}")
                .reaction("{E} from blood to tissue", "{C}.{E} -> {P}.{E}", "k_CART_in * {C}.{E}")
                .reaction("{E} from tissue to blood", "{P}.{E} -> {C}.{E}", "k_CART_out * {P}.{E}");
    }
}
