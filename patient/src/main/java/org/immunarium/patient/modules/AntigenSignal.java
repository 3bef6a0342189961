package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How much of an antigen T cells that know it see: CAR-T cells, or those that a bispecific antibody holds.
///
/// *Biology*: all cells with the antigen are seen, sick and healthy; many saturate.
///
/// *Equation*: `H = A / (A + A_50)`, where A is the number of cells that have it.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | A_50 | cells | half-maximal number |
///
/// *Reads and writes*: has the sum `CD19_cells`, to which [MalignantBCells], [BCells] and [AntigenCarriers] add,
/// and the signal `H_CD19`.
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equation 9.
///
/// @param antigen its name, `CD19`
public record AntigenSignal(String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("A", antigen))
                .sum("{A}_cells", "Cells with {A}", "cells")
                .assigned("H_{A}", "Signal of {A} to T cells that know it", "1", "{A}_cells / ({A}_cells + {A}_50)");
    }
}
