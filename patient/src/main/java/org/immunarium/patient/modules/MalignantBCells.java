package org.immunarium.patient.modules;

import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A clone of leukaemia or lymphoma cells: their division and death.
///
/// *Biology*: cancer cells of blood and marrow divide and die by themselves; where room runs out they divide less.
///
/// *Equation*: `C' = k_C_division C (1 - C_total / C_max) - k_C_death C`, without the bracket where room is
/// unlimited.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_division, k_C_death | 1/d | division, death by itself |
/// | C_max | cells | at which division stops |
///
/// *Reads and writes*: has the clone; adds to the sum of cells with its antigen, and to C_total of [CancerBurden].
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equation 1.
///
/// @param place   where, `V_P`
/// @param cancer  its name, `B`
/// @param antigen what CAR-T cells know it by, `CD19`; empty for a clone that has lost it
/// @param crowded whether room is limited
public record MalignantBCells(String place, String cancer, Optional<String> antigen, boolean crowded)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("C", cancer).and("left", crowded ? " * (1 - C_total / C_max)" : ""))
                .cells("{V}.{C}", "Cancer cells, {C}")
                .reaction("Division of {C}", "-> {V}.{C}", "k_{C}_division * {V}.{C}{left}")
                .reaction("Death of {C}", "{V}.{C} ->", "k_{C}_death * {V}.{C}");
        antigen.ifPresent(
                each -> patient.part(Names.of("V", place).and("C", cancer).and("A", each))
                        .term("{A}_cells", "{V}.{C}"));
        if (crowded) {
            patient.part(Names.of("V", place).and("C", cancer)).term("C_total", "{V}.{C}");
        }
    }
}
