package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;

/// What wounds do to a cell over time.
///
/// *Biology*: attackers ([Attack]) and chance wound a cell, and it repairs itself. Damage by
/// itself kills nobody: a rule says what it leads to.
///
/// *Equation*: `D' = damage rate - repair rate × D`, backward Euler.
///
/// *Parameters*: `damage rate`, `damage repair rate` (1/min). *Source*: Johnson et al. 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// *Reads and writes* damage.
public final class Damage {

    private static final double NONE = 1e-8;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final int rate;
    private final int repair;
    private final boolean never;

    public Damage(Cells cells, BehaviourValues behaviours) {
        this.cells = cells;
        this.behaviours = behaviours;
        rate = behaviours.vocabulary().place(Behaviour.DAMAGE);
        repair = behaviours.vocabulary().place(Behaviour.DAMAGE_REPAIR);
        never = behaviours.isEverywhere(rate, 0) && behaviours.isEverywhere(repair, 0);
    }

    /// Lets a cell, living or dead, be damaged and repair itself.
    ///
    /// @param dt min
    public void update(int i, double dt) {
        if (never) {
            return;
        }
        double damages = behaviours.of(rate, i);
        double repairs = behaviours.of(repair, i);
        if (damages > NONE || repairs > NONE) {
            cells.damage.values[i] = (cells.damage.values[i] + dt * damages) / (1 + dt * repairs);
        }
    }
}
