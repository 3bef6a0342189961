package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Naive T cells that pass through the lymph node.
///
/// *Biology*: the body's store of naive cells is so large that a tumour does not change it: as many as always
/// come to the lymph node, and go.
///
/// *Equation*, of all specificities that answer:
///
///     nT' = Q_in n_clones - Q_out nT
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Q_T_in | cells/d | cells of one specificity that come |
/// | Q_T_out | 1/d | that go |
/// | n_T_clones | 1 | specificities that the tumour has antigens of |
///
/// *Reads and writes*: has naive cells in the lymph node; [Priming] takes them. [NaiveTCells] has the store itself.
///
/// *Source*: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param body  whose lymph node
/// @param tCell what they become, `T1`
public record NaiveTCellTransit(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", tCell))
                .cells("{node}.n{T}", "Naive cells of {T}")
                .reaction("n{T} come to the lymph node", "-> {node}.n{T}", "Q_{T}_in * n_{T}_clones")
                .reaction("n{T} leave the lymph node", "{node}.n{T} ->", "Q_{T}_out * {node}.n{T}");
    }
}
