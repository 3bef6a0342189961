package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.space.Neighbours;

/// How one cell holds on to another.
///
/// *Biology*: a T cell that meets its antigen stops and stays with the cell that shows it, and
/// crawls on once it has let go. So do all that have engaged a cell ([Synapse]) and all that kill
/// what they hold ([ContactKilling]); who attacks as in PhysiCell ([Attack]) does not.
///
/// *Equation*: while a cell holds another its motion is 0 ([Migration]), and a spring ties both,
/// where the model has springs. It lets go where either is dead or has left the domain, where
/// they do not touch any more ([Neighbours#touch]), and when it divides or becomes one of another
/// type; then it sets out at once.
///
/// *Parameters*: none. *Source*: the stop signal of Dustin et al. 1997, doi 10.1073/pnas.94.8.3909.
///
/// *Reads* places. *Writes* targets, attachments and motion of who holds.
public final class Holding {

    /// In place of a cell, where there is none.
    static final int NOBODY = -1;

    private static final int FREE = 0;
    private static final int HOLDS = 1;
    private static final int SETS_OUT = 2;

    private final Cells cells;
    private final IdIndex index;
    private final Neighbours neighbours;
    private final Springs springs;
    private final IntColumn state;
    private final boolean[] kills;

    public Holding(Cells cells, List<CellType> types, IdIndex index, Neighbours neighbours, Springs springs) {
        this.cells = cells;
        this.index = index;
        this.neighbours = neighbours;
        this.springs = springs;
        state = cells.addHiddenInt("holds", FREE);
        kills = new boolean[types.size()];
        for (int type = 0; type < kills.length; type++) {
            kills[type] = types.get(type).killing().isPresent();
        }
    }

    /// Whether cells of a type kill what they hold; these neither attack nor engage anybody.
    boolean kills(int type) {
        return kills[type];
    }

    /// Whether a cell holds another, one that it has lost since included.
    public boolean holds(int cell) {
        return state.values[cell] == HOLDS;
    }

    /// The index of the living cell that a cell holds and touches; [#NOBODY] where it is to let go.
    int held(int holder) {
        int other = index.of(cells.target.values[holder]);
        boolean lasts = other >= 0 && cells.acts(holder) && cells.acts(other) && neighbours.touch(holder, other);
        return lasts ? other : NOBODY;
    }

    /// Lets a cell hold another; not for several threads at once.
    void begin(int holder, int other) {
        state.values[holder] = HOLDS;
        cells.target.values[holder] = cells.id.values[other];
        cells.motionX.values[holder] = 0;
        cells.motionY.values[holder] = 0;
        cells.motionZ.values[holder] = 0;
        springs.attach(cells.id.values[holder], cells.id.values[other]);
    }

    /// Lets a cell go of what it holds, if it holds anything; not for several threads at once.
    void release(int holder) {
        if (holds(holder)) {
            springs.detach(cells.id.values[holder], cells.target.values[holder]);
            cells.target.values[holder] = -1;
            state.values[holder] = SETS_OUT;
        }
    }

    /// Lets a cell set out where it has let go since it was last asked.
    ///
    /// @return whether it does
    boolean setOut(int cell) {
        boolean now = state.values[cell] == SETS_OUT;
        state.values[cell] = now ? FREE : state.values[cell];
        return now;
    }
}
