package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Activated T cells multiply and become effectors.
///
/// *Biology*: an activated T cell divides some sixteen times within days; IL-2 adds divisions.
///
/// *Equation*: where k_pro is the rate of all divisions,
///
///     aT' = -k_pro aT,   T_LN' = k_pro 2^N_aT aT
///
/// and where it is that of one,
///
///     aT' = -k_pro / N_aT aT,   T_LN' = k_pro / N_aT (2^N_aT - 1) aT
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_pro | 1/d | rate of all divisions, or of one |
///
/// *Reads and writes*: takes activated cells of [Priming], gives effectors of [EffectorTCells]; reads the number of
/// divisions of [Interleukin2].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; Marchingo et al. 2014, doi 10.1126/science.1260044.
///
/// @param body  whose lymph node
/// @param tCell what they become, `T1`
/// @param pace  what the rate is that of
public record ClonalExpansion(Body body, String tCell, Pace pace) implements Mechanism {

    /// What a rate of proliferation is that of.
    public enum Pace {
        ALL_DIVISIONS,
        ONE_DIVISION
    }

    @Override
    public void addTo(Assembly patient) {
        boolean one = pace == Pace.ONE_DIVISION;
        patient.part("LN", body.node(), "T", tCell, "by", one ? " / N_aT" : "", "made", one ? "(2^N_aT - 1)" : "2^N_aT")
                .reaction("Activated {T} become effectors", "{LN}.a{T} ->", "k_{T}_pro{by} * {LN}.a{T}")
                .reaction("Expansion of {T}", "-> {LN}.{T}", "k_{T}_pro{by} * {made} * {LN}.a{T}");
    }
}
