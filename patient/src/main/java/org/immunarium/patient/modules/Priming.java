package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// A T cell is primed.
///
/// *Biology*: in a lymph node a naive T cell meets a cell that presents its antigen, and is activated.
///
/// *Equation*: where nT are all cells that answer,
///
///     nT' = -k_act H_APC H_P nT,   aT' = k_act H_APC H_P nT
///
/// and where they are the cells of one specificity, of which n_clones answer,
///
///     nT' = -k_act H_APC H_P nT,   aT' = k_act H_APC H_P nT n_clones
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_act | 1/d | largest rate of activation |
/// | n_T_clones | 1 | specificities that the tumour has antigens of |
///
/// *Reads and writes*: takes naive cells of [NaiveTCells] or [NaiveTCellTransit]; has activated ones, which
/// [ClonalExpansion] takes.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body       whose lymph node
/// @param tCell      what it becomes, `T1`
/// @param presenters the share of T cells that find a presenting cell, `H_mAPC`
/// @param antigen    the share of receptors' signal that the antigen gives, `H_P1`
/// @param counted    what naive cells are counted
public record Priming(Body body, String tCell, String presenters, String antigen, Counted counted)
        implements Mechanism {

    /// Which naive cells a model counts.
    public enum Counted {
        ALL_THAT_ANSWER,
        ONE_SPECIFICITY
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(
                        body.names().and("T", tCell).and("H_APC", presenters).and("H_P", antigen))
                .cells("{node}.a{T}", "Activated cells of {T}");
        String rate = "k_{T}_act * {H_APC} * {H_P} * {node}.n{T}";
        switch (counted) {
            case ALL_THAT_ANSWER -> part.reaction("Priming of n{T}", "{node}.n{T} -> {node}.a{T}", rate);
            case ONE_SPECIFICITY ->
                part.reaction("Priming of n{T}", "{node}.n{T} ->", rate)
                        .reaction("Activated cells of {T}", "-> {node}.a{T}", rate + " * n_{T}_clones");
        }
    }
}
