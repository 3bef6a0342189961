package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// An antigen outside of cells.
///
/// *Biology*: what dying cells have released is taken up by mature presenting cells, or broken down.
///
/// *Equation*:
///
///     P' = -k_xP_deg P - k_up mAPC P + what is released
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_xP_deg | 1/d | loss outside of cells |
/// | k_P_up | 1/(d·cell) | uptake by presenting cells |
///
/// *Reads and writes*: has the antigen; [AntigenRelease] gives to it, [AntigenProcessing] reads it.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param place   the compartment in which it is counted, `V_T` or `V_LN`
/// @param body    whose lymph node takes it up
/// @param antigen its name, `P1`
public record Antigen(String place, Body body, String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("X", place).and("P", antigen))
                .concentration("{X}.{P}", "Antigen {P} outside of cells", "mol")
                .reaction("Loss of {P}", "{X}.{P} ->", "k_x{P}_deg * {X}.{P} * {X}")
                .reaction("Uptake of {P}", "{X}.{P} ->", "k_{P}_up * {node}.mAPC * {X}.{P} * {X}");
    }
}
