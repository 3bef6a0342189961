package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How large a tumour is, in a bed of constant size.
///
/// *Biology*: a tumour takes a share of its bed, which is as large as it may become. What its cells leave of it
/// is the space between them. Dead cancer cells take no room.
///
/// *Equation*:
///
///     vol_tum_app = (vol_cell sum of C_i + vol_Tcell sum of T_i + vol_APC (APC + mAPC)) / (1 - f_vol_tum)
///     D_tum_app   = (6 vol_tum_app / pi)^(1/3)
///     T_exh'      = -k_cell_clear T_exh + T cells that are exhausted
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | vol_cell, vol_Tcell, vol_APC | L/cell | volume of a cancer cell, a T cell, a presenting cell |
/// | f_vol_tum | 1 | share of a tumour that is between its cells |
/// | k_cell_clear | 1/d | clearance of exhausted T cells |
///
/// *Reads and writes*: has the compartment, the tumour's apparent volume and diameter, its
/// exhausted T cells, and the sums of its living cells, to which [CancerClone] and
/// [TransmigratingTCells] add; reads [AntigenPresentingCells]. It stands where [TumourVolume] may
/// stand.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
public record TumourBed(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .compartment("{tumour}", "Bed of the tumour", "L")
                .cells("{tumour}.T_exh", "Exhausted T cells")
                .sum("{C_total}", "All cancer cells of the tumour", "cells")
                .sum("{T_total}", "All T cells of the tumour", "cells")
                .sum("{room}", "Volume of the cells of the tumour", "L")
                .term("{room}", "vol_APC * ({tumour}.APC + {tumour}.mAPC)")
                .assigned("vol_tum_app{site}", "Apparent volume of the tumour", "L", "{room} / (1 - f_vol_tum)")
                .assigned(
                        "D_tum_app{site}",
                        "Apparent diameter of the tumour",
                        "mm",
                        "(vol_tum_app{site} / (pi / 6))^(1 / 3)")
                .reaction(
                        "Clearance of exhausted T cells from {tumour}",
                        "{tumour}.T_exh ->",
                        "k_cell_clear * {tumour}.T_exh");
    }
}
