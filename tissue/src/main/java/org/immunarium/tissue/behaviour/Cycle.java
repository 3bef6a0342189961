package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;

/// How a living cell goes through its cycle.
///
/// *Biology*: a cell passes the phases of its type's cycle in order. On entering one of them it
/// sets out to double its solids, and at the end of one it divides.
///
/// *Equation*: it leaves a phase with the probability rate × dt, or, where the phase has a fixed
/// length, after 1 / rate, rounded to whole steps. The rate out of the first phase is multiplied
/// by what [OxygenResponse] says.
///
/// *Parameters*: `cycle entry`, `exit from cycle phase 1` … (1/min); [CycleModel]. *Source*:
/// Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991.
///
/// *Reads* rates. *Writes* phase, time in phase, target of volume.
public final class Cycle {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final List<CellType> types;
    private final OxygenResponse oxygen;
    private final int exit;

    public Cycle(Cells cells, BehaviourValues behaviours, List<CellType> types, OxygenResponse oxygen) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.types = types;
        this.oxygen = oxygen;
        exit = behaviours.vocabulary().place(Behaviour.CYCLE_ENTRY);
    }

    /// Takes a living cell on.
    ///
    /// @param dt   min
    /// @param luck the cell's
    /// @return whether it divides now
    public boolean update(int i, double dt, RandomStream luck) {
        cells.phaseTime.values[i] += dt;
        CycleModel cycle = types.get(cells.type.values[i]).cycle();
        int at = cells.phase.values[i];
        CycleModel.Phase phase = cycle.phases().get(at);
        double rate = behaviours.of(exit + at, i) * (at == 0 ? oxygen.entry(i) : 1);
        boolean leaves = rate > 0
                && (phase.fixed() ? cells.phaseTime.values[i] > 1 / rate - 0.5 * dt : luck.nextDouble() < rate * dt);
        if (!leaves) {
            return false;
        }
        int next = at + 1 == cycle.phases().size() ? 0 : at + 1;
        cells.phase.values[i] = next;
        cells.phaseTime.values[i] = 0;
        if (cycle.phases().get(next).doubles()) {
            cells.targetNuclearSolid.values[i] *= 2;
        }
        return phase.divides();
    }
}
