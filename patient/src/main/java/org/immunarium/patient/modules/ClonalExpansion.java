package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Activated T cells multiply and become effectors.
///
/// *Biology*: an activated T cell divides some sixteen times within days; IL-2 adds divisions.
///
/// *Equation*: 2^N_aT effectors come of one activated cell,
///
///     aT'   = -k_pro aT
///     T_LN' = k_pro 2^N_aT aT
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_pro | 1/d | rate at which activated cells become effectors |
///
/// *Reads and writes*: takes activated cells of [Priming], gives effectors of [EffectorTCells]; reads the number of
/// divisions of [Interleukin2].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; Marchingo et al. 2014, doi 10.1126/science.1260044.
///
/// @param body  whose lymph node
/// @param tCell what they become, `T1`
public record ClonalExpansion(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part("LN", body.node(), "T", tCell)
                .reaction("Activated {T} become effectors", "{LN}.a{T} ->", "k_{T}_pro * {LN}.a{T}")
                .reaction("Expansion of {T}", "-> {LN}.{T}", "k_{T}_pro * 2^N_aT * {LN}.a{T}");
    }
}
