package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Effector CAR-T cells become memory cells, and memory cells effectors again.
///
/// *Biology*: without antigen effectors turn into memory cells; antigen calls memory cells back.
///
/// *Equation*: with H between 0 and 1 for how much antigen there is,
///
///     E' = -a_E (1 - H) E + a_M H M
///     M' = the same, gained and lost
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | a_E, a_M | 1/d | turning into memory cells, and back |
///
/// *Reads and writes*: moves the cells of [CarTCirculation]; reads the signal of [AntigenSignal].
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equations 5, 7 and 9.
///
/// @param place     where, `V_P`
/// @param effectors `CARTE`
/// @param memory    `CARTM`
/// @param signal    how much antigen there is, `H_CD19`
public record CarTMemory(String place, String effectors, String memory, String signal) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("E", effectors).and("M", memory).and("H", signal))
                .reaction("{E} become {M} in {V}", "{V}.{E} -> {V}.{M}", "a_{E} * {V}.{E} * (1 - {H})")
                .reaction("{M} become {E} in {V}", "{V}.{M} -> {V}.{E}", "a_{M} * {V}.{M} * {H}");
    }
}
