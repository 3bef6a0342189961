package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A T cell is primed, out of a pool of all specificities.
///
/// *Biology*: in a lymph node a naive T cell meets a cell that presents its antigen, and is activated. Of the
/// pool only the few specificities answer that the tumour has antigens of.
///
/// *Equation*:
///
///     nT' = -k_act n_clones nT / diver H_APC H_P,   aT' = the same, gained
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T_act | 1/d | largest rate of activation |
/// | n_clones | 1 | specificities that the tumour has antigens of |
/// | nT_diver | 1 | specificities of the pool |
///
/// *Reads and writes*: takes cells of [SteadyNaiveTCells]; has activated ones, which [ClonalExpansion] takes.
/// It stands where [Priming] may stand, which takes from cells of one specificity.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param body       whose lymph node
/// @param naive      the pool, `nT_CD8`
/// @param tCell      what it becomes, `Teff_1_0`
/// @param clones     the parameter of how many specificities answer, `n_clone_p1_0`
/// @param presenters the share of T cells that find a presenting cell, `H_mAPC`
/// @param antigen    the share of the largest signal that the antigen gives, `H_D1_0`
public record PrimingFromPool(Body body, String naive, String tCell, String clones, String presenters, String antigen)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names()
                        .and("nT", naive)
                        .and("T", tCell)
                        .and("n_clones", clones)
                        .and("H_APC", presenters)
                        .and("H_P", antigen))
                .cells("{node}.a{T}", "Activated cells of {T}")
                .reaction(
                        "Priming of {nT}",
                        "{node}.{nT} -> {node}.a{T}",
                        "k_{T}_act * {n_clones} * {node}.{nT} / {nT}_diver * {H_APC} * {H_P}");
    }
}
