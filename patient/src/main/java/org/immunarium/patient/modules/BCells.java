package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Healthy B cells: made in the marrow, and lost.
///
/// *Biology*: marrow makes B cells at a constant rate, whether there are any or not. What kills B cells leads to
/// aplasia, which lasts as long as the killer; after it they come back within months.
///
/// *Equation*: `B' = k_B_turnover (B_normal - B)`, and of these a share is in blood.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_B_turnover | 1/d | loss, and renewal as a share of normal |
/// | B_normal | cells | in a healthy body |
/// | B_in_blood | 1 | share in blood |
///
/// *Reads and writes*: has the B cells and their count in blood `B_count`; adds to the sum of cells with the
/// antigen.
///
/// *Source*: turnover Macallan et al. 2005, doi 10.1182/blood-2004-09-3740.
///
/// @param blood   the compartment of blood, `V_C`
/// @param tissue  where they are, `V_P`
/// @param antigen that CAR-T cells know them by, `CD19`
public record BCells(String blood, String tissue, String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("P", tissue).and("A", antigen))
                .cells("{P}.B", "Healthy B cells")
                .term("{A}_cells", "{P}.B")
                .assigned("B_count", "Healthy B cells in blood", "cells/µL", "B_in_blood * {P}.B / {C}")
                .reaction("New B cells", "-> {P}.B", "k_B_turnover * B_normal")
                .reaction("Loss of B cells", "{P}.B ->", "k_B_turnover * {P}.B");
    }
}
