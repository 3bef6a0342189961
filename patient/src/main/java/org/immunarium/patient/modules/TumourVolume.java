package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How large a tumour is.
///
/// *Biology*: a tumour is as large as the cells in it, living and dead; the dead are cleared.
///
/// *Equation*:
///
///     V_T   = V_Tmin + vol_cell (C_x + sum of C_i) + vol_Tcell (T_exh + sum of T_i)
///     C_x'  = -k_cell_clear C_x + cancer cells that die
///     T_exh' = -k_cell_clear T_exh + T cells that die or are exhausted
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | V_Tmin | µL | volume without any cell |
/// | vol_cell, vol_Tcell | µm³/cell | volume of a cancer cell, of a T cell |
/// | k_cell_clear | 1/d | clearance of dead cells |
///
/// *Reads and writes*: has the compartment, its pools of dead cells, and the sums of its living ones, to which
/// [CancerClone] and [TumourInfiltration] add.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
public record TumourVolume(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .filled("{tumour}", "Tumour", "L")
                .cells("{tumour}.C_x", "Dead cancer cells")
                .cells("{tumour}.T_exh", "Exhausted and dead T cells")
                .term("{tumour}", "V_Tmin")
                .term("{tumour}", "vol_cell * {tumour}.C_x")
                .term("{tumour}", "vol_Tcell * {tumour}.T_exh")
                .sum("{C_total}", "All cancer cells of the tumour", "cells")
                .sum("{T_total}", "All T cells of the tumour", "cells")
                .reaction(
                        "Clearance of dead cancer cells from {tumour}",
                        "{tumour}.C_x ->",
                        "k_cell_clear * {tumour}.C_x")
                .reaction(
                        "Clearance of dead T cells from {tumour}",
                        "{tumour}.T_exh ->",
                        "k_cell_clear * {tumour}.T_exh");
    }
}
