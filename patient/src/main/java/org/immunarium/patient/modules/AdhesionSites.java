package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Places on the walls of vessels at which T cells can hold on.
///
/// *Biology*: T cells leave the blood where the walls of vessels carry adhesion molecules. A
/// tumour has the more of them the more of its bed it takes.
///
/// *Equation*:
///
///     S_adhesion      = S_adhesion_tot V_T C_total / C_max
///     S_adhesion_peri = S_adhesion_peri_tot V_P
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | S_adhesion_tot, S_adhesion_peri_tot | cells/cm³ | density in a tumour, in other tissue |
///
/// *Reads and writes*: has the numbers of sites, which [TransmigratingTCells] read.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body   whose tissue
/// @param lesion and whose tumour
public record AdhesionSites(Body body, Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and(lesion.names()).and("size", lesion.size()))
                .assigned("S_adhesion{site}", "Sites of adhesion in the tumour", "cells", "S_adhesion_tot * {size}")
                .assigned(
                        "S_adhesion_peri",
                        "Sites of adhesion in tissue other than tumours",
                        "cells",
                        "S_adhesion_peri_tot * {tissue}");
    }
}
