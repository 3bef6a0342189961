package org.immunarium.patient.modules;

import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// CAR-T cells as the laboratory counts them: copies of their gene in a microgram of the DNA of blood.
///
/// *Biology*: the DNA is that of all white cells of the sample. So the count depends on these too: few of them, as
/// after lymphodepletion, make the same CAR-T cells look more.
///
/// *Equation*: with n CAR-T cells in blood,
///
///     CART_copies = copies_per_cell / DNA_per_cell  n / (n + V_C W)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | copies_per_cell | copies/cell | of the gene in a CAR-T cell |
/// | DNA_per_cell | pg/cell | in any white cell |
/// | W | cells/L | white cells that are not CAR-T cells |
///
/// *Reads and writes*: has `CART_blood` and `CART_copies`; reads the cells of [CarTCirculation].
///
/// @param blood the compartment of blood, `V_C`
/// @param cells all CAR-T cells, `CARTE` and so on
public record GeneCopies(String blood, List<String> cells) implements Mechanism {

    public GeneCopies {
        cells = List.copyOf(cells);
    }

    @Override
    public void addTo(Assembly patient) {
        String all = cells.stream().map(each -> blood + "." + each).collect(Collectors.joining(" + "));
        patient.part(Names.of("C", blood).and("all", all))
                .assigned("CART_blood", "All CAR-T cells in blood", "cells", "{all}")
                .assigned(
                        "CART_copies",
                        "Copies of the CAR's gene",
                        "copies/µg",
                        "copies_per_cell / DNA_per_cell * CART_blood / (CART_blood + {C} * W)");
    }
}
