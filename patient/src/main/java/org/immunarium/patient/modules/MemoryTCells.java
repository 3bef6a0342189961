package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// T cells remember.
///
/// *Biology*: when effectors die, a few become memory cells, which live for years and are primed faster than
/// naive ones when the antigen comes back.
///
/// *Equation*:
///
///     M_C' = f_memory k_death T_C - k_memory_death M_C - k_recall H_APC H_P M_C
///     aT'  = k_recall H_APC H_P M_C
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | f_memory | 1 | share of dying effectors that become memory |
/// | k_memory_death | 1/d | death |
/// | k_recall | 1/d | largest rate of recall |
///
/// *Reads and writes*: has memory cells in blood; reads [EffectorTCells], whose death is counted there; gives
/// to activated cells of [Priming].
///
/// *Source*: the mechanism: Kaech et al. 2002, doi 10.1038/nri778.
///
/// @param body       where they circulate
/// @param tCell      what they remember as, `T1`
/// @param presenters the share of T cells that find a presenting cell, `H_mAPC`
/// @param antigen    the share of receptors' signal that the antigen gives, `H_P1`
public record MemoryTCells(Body body, String tCell, String presenters, String antigen) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", tCell).and("H_APC", presenters).and("H_P", antigen))
                .cells("{blood}.m{T}", "Memory cells of {T}")
                .reaction("{T} become memory", "-> {blood}.m{T}", "f_memory * k_{T}_death * {blood}.{T}")
                .reaction("Death of memory of {T}", "{blood}.m{T} ->", "k_memory_death * {blood}.m{T}")
                .reaction("Recall of {T}", "{blood}.m{T} -> {node}.a{T}", "k_recall * {H_APC} * {H_P} * {blood}.m{T}");
    }
}
