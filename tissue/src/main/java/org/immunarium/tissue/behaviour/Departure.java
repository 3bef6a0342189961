package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Vessel;
import org.jspecify.annotations.Nullable;

/// How living cells leave the tissue.
///
/// *Biology*: a tumour cell that gets into a vessel is the seed of a metastasis. A dendritic cell
/// that has eaten leaves through lymph for the lymph node ([LymphNode]).
///
/// *Equation*: a cell that touches a vessel, its middle nearer to the vessel's axis than the sum
/// of both radii, goes into it with the probability intravasation rate × dt; else any cell leaves
/// for the lymph node with egress rate × dt.
///
/// *Parameters*: `intravasation rate`, `egress rate` (1/min); [Vessel]. *Source*: steps of
/// metastasis, Lambert et al. 2017, doi 10.1016/j.cell.2016.11.037; rates are a model's own.
///
/// *Reads* places. *Writes* nothing by itself: the step removes who leaves.
public final class Departure {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final List<Vessel> vessels;
    private final int intravasation;
    private final int egress;

    public Departure(Cells cells, BehaviourValues behaviours, List<Vessel> vessels) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.vessels = vessels;
        intravasation = behaviours.vocabulary().place(Behaviour.INTRAVASATION);
        egress = behaviours.vocabulary().place(Behaviour.EGRESS);
    }

    /// How a living cell leaves in this step; null where it stays.
    ///
    /// @param dt   min
    /// @param luck the cell's
    public @Nullable Cause of(int cell, double dt, RandomStream luck) {
        double toVessel = behaviours.of(intravasation, cell) * dt;
        if (toVessel > 0 && touchesVessel(cell) && luck.nextDouble() < toVessel) {
            return Cause.INTRAVASATION;
        }
        double toNode = behaviours.of(egress, cell) * dt;
        return toNode > 0 && luck.nextDouble() < toNode ? Cause.EGRESS : null;
    }

    private boolean touchesVessel(int cell) {
        for (Vessel each : vessels) {
            double dx = cells.x.values[cell] - each.x();
            double dy = cells.y.values[cell] - each.y();
            double near = each.radius() + cells.radius.values[cell];
            if (dx * dx + dy * dy < near * near) {
                return true;
            }
        }
        return false;
    }
}
