package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Which T cells of a tumour regulate the others.
///
/// *Biology*: regulatory T cells are primed, expand and travel as other T cells do; in a tumour they suppress.
///
/// *Equation*: `Tregs_ = T0` in the tumour.
///
/// *Parameters*: none of its own.
///
/// *Reads and writes*: has `Tregs_`, which [Exhaustion] reads.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param lesion where
/// @param tCell  their name, `T0`
public record RegulatoryTCells(Lesion lesion, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("T", tCell))
                .assigned("Tregs_{site}", "Regulatory T cells of the tumour", "cells", "{tumour}.{T}");
    }
}
