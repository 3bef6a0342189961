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
/// with k_pro / N_aT for k_pro where that is the rate of one division, and 2^N_aT - 1 where the activated cell
/// itself is
/// not counted among its offspring.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_pro | 1/d | rate at which activated cells become effectors, or divide |
///
/// *Reads and writes*: takes activated cells of [Priming], gives effectors of [EffectorTCells]; reads the number of
/// divisions of [Interleukin2].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; Marchingo et al. 2014, doi 10.1126/science.1260044.
///
/// @param body        whose lymph node
/// @param tCell       what they become, `T1`
/// @param divisions   the number of divisions, `N_aT`
/// @param perDivision whether `k_T_pro` is the rate of one division, rather than of all of them
/// @param lessFounder whether the activated cell is left out of its offspring
public record ClonalExpansion(Body body, String tCell, String divisions, boolean perDivision, boolean lessFounder)
        implements Mechanism {

    /// All divisions in a time that does not depend on their number, which is that of [Interleukin2].
    public ClonalExpansion(Body body, String tCell) {
        this(body, tCell, "N_aT", false, false);
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names()
                        .and("T", tCell)
                        .and("N", divisions)
                        .and("each", perDivision ? " / " + divisions : "")
                        .and("less", lessFounder ? " - 1" : ""))
                .reaction("Activated {T} become effectors", "{node}.a{T} ->", "k_{T}_pro{each} * {node}.a{T}")
                .reaction("Expansion of {T}", "-> {node}.{T}", "k_{T}_pro{each} * (2^{N}{less}) * {node}.a{T}");
    }
}
