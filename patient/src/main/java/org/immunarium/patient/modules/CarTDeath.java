package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// CAR-T cells die.
///
/// *Biology*: effectors live for days, memory cells for months.
///
/// *Equation*: `E' = -k_E_death E`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_E_death | 1/d | death |
///
/// *Reads and writes*: takes from the cells of [CarTCirculation].
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equations 5 and 7.
///
/// @param place where, `V_P`
/// @param cells their name, `CARTE`
public record CarTDeath(String place, String cells) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("E", cells))
                .reaction("Death of {E} in {V}", "{V}.{E} ->", "k_{E}_death * {V}.{E}");
    }
}
