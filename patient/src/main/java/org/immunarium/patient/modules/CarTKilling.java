package org.immunarium.patient.modules;

import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// CAR-T cells kill the cells that have their antigen, cancer and healthy B cells alike.
///
/// *Biology*: a few CAR-T cells kill in proportion to their number; many stand in each other's way.
///
/// *Equation*: one of
///
///     B' = -k_kill E B
///     B' = -k_kill E / (E + CART_50) B
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_kill_B | 1/(cells·d), or 1/d | killing by one cell, or by very many |
/// | CART_50 | cells | half-maximal number of CAR-T cells |
///
/// *Reads and writes*: takes from the cells that are killed; reads those of [CarTCirculation].
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equation 1; with saturation Kimmel et al. 2021,
/// doi 10.1098/rspb.2021.0229.
///
/// @param place   where, `V_P`
/// @param killers CAR-T cells, `CARTE` and `CARTM`
/// @param killed  `B`
/// @param law     how killing grows with the number of killers
public record CarTKilling(String place, List<String> killers, String killed, Law law) implements Mechanism {

    /// How killing grows with the number of CAR-T cells.
    public enum Law {
        /// In proportion.
        MASS_ACTION,
        /// Up to a limit.
        SATURABLE
    }

    public CarTKilling {
        killers = List.copyOf(killers);
    }

    @Override
    public void addTo(Assembly patient) {
        String all = killers.stream().map(each -> place + "." + each).collect(Collectors.joining(" + ", "(", ")"));
        String effect = switch (law) {
            case MASS_ACTION -> all;
            case SATURABLE -> all + " / (" + all + " + CART_50)";
        };
        patient.part(Names.of("V", place).and("B", killed).and("effect", effect))
                .reaction("Killing of {B} by CAR-T cells", "{V}.{B} ->", "k_kill_{B} * {V}.{B} * {effect}");
    }
}
