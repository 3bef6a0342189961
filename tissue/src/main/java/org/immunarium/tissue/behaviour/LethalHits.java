package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.model.Behaviour;

/// How a killer cell kills: perforin and granzymes, hit by hit.
///
/// *Biology*: a T cell or NK cell holds its target and now and then opens it with perforin for
/// granzymes. One such hit seldom kills a cell of a solid tumour; the target repairs itself, and
/// dies where hits come faster than that, from one killer or several. Then the killer goes on to the next: serial
/// killing. Both daughters of a cell have all hits that it had, as they have its damage.
///
/// *Equation*: hits come at the rate rate × activity ([Chance]), with activity = recognised × not
/// held back × not exhausted ([Synapse]). Hits are repaired by `h' = -repair × h`, backward Euler.
/// With n the `lethal hits to die`, the target dies of apoptosis at a hit with which more than
/// n - 1 are not repaired: at the n-th of those that come fast enough. Three kill where they are
/// less than 40 min apart, at the usual repair. Without repair the time to kill is
/// gamma-distributed, with the mean n / (rate × activity).
///
/// *Parameters*: `lethal hit rate` (1/min), `lethal hits to die`, `lethal hit repair rate`
/// (1/min). *Source*: Weigelin et al. 2021, doi 10.1038/s41467-021-25282-3: additive cytotoxicity
/// in solid tumours, three hits less than 50 min apart, half-life of damage 57 min; a B lymphoma
/// cell dies of one.
///
/// *Reads* both cells. *Writes* lethal hits and fate of the target.
public final class LethalHits {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Death death;
    private final Losses losses;
    private final Chance chance;
    private final DoubleColumn hits;
    private final int rate;
    private final int needed;
    private final int repair;

    public LethalHits(Cells cells, BehaviourValues behaviours, Death death, Losses losses, Chance chance) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.death = death;
        this.losses = losses;
        this.chance = chance;
        hits = cells.addDouble("lethal hits", 0);
        rate = behaviours.vocabulary().place(Behaviour.LETHAL_HITS);
        needed = behaviours.vocabulary().place(Behaviour.HITS_TO_DIE);
        repair = behaviours.vocabulary().place(Behaviour.HIT_REPAIR);
    }

    /// Hits that a cell has not repaired.
    public double of(int cell) {
        return hits.values[cell];
    }

    /// Lets a killer hit its target, perhaps.
    ///
    /// @param activity of the killer, from 0 to 1
    /// @param way      how it knows the target
    /// @param dt       min
    /// @param luck     the killer's
    void strike(int killer, int target, double activity, Cause way, double dt, RandomStream luck) {
        int count = chance.count(behaviours.of(rate, killer) * activity * dt, luck);
        if (count == 0) {
            return;
        }
        hits.values[target] += count;
        if (hits.values[target] > behaviours.of(needed, target) - 1) {
            losses.note(cells.type.values[target], way, cells.type.values[killer]);
            death.begin(target, Fate.APOPTOTIC);
        }
    }

    /// Lets a living cell repair itself.
    ///
    /// @param dt min
    public void repair(int cell, double dt) {
        if (hits.values[cell] > 0) {
            hits.values[cell] /= 1 + dt * behaviours.of(repair, cell);
        }
    }
}
