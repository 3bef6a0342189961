package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// T cells of all specificities that have not met their antigen, as dense in blood as ever.
///
/// *Biology*: the body holds the number of its naive T cells; lymph nodes take them from the blood and give
/// them back.
///
/// *Equation*:
///
///     nT_C   = dens V_C
///     nT_LN' = k_entry nT_C V_LN - k_exit nT_LN
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | nT_dens | cells/mL | density in blood |
/// | k_nT_entry | 1/(d·mL) | into lymph nodes |
/// | k_nT_exit | 1/d | out of them |
///
/// *Reads and writes*: has the naive cells of blood and lymph node; [PrimingFromPool] takes from the latter. It
/// stands where [NaiveTCells] may stand, which follows thymus, division and death.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body  where they are
/// @param naive their name, `nT_CD8`
public record SteadyNaiveTCells(Body body, String naive) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("nT", naive))
                .held("{blood}.{nT}", "Naive cells of all specificities", "cells", "{nT}_dens * {blood}")
                .cells("{node}.{nT}", "Naive cells of all specificities")
                .reaction("{nT} into lymph nodes", "-> {node}.{nT}", "k_nT_entry * {blood}.{nT} * {node}")
                .reaction("{nT} out of lymph nodes", "{node}.{nT} ->", "k_nT_exit * {node}.{nT}");
    }
}
