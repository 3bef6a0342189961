package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.model.Behaviour;

/// What goes on between an effector and the cell that it holds, step by step.
///
/// *Biology*: an effector that touches a cell and knows it ([Recognition]) engages it. How active
/// it then is depends on what holds it back: the handshake of PD-1 and PD-L1 ([Checkpoint]),
/// suppressors beside it ([Suppression]), and its own exhaustion ([Stimulation]). An active one
/// hits ([LethalHits]) and nibbles ([Trogocytosis]).
///
/// *Equation*: it engages a cell that it touches ([Encounters]) at the rate `engagement rate` ×
/// strength of recognition, holds it ([Holding]), and lets go at the rate 1 / attack duration
/// ([Chance]), or when the other is dead or does not touch it any more. Its activity is the product
/// of recognition and of what each leaves. It does no damage: that is of attacks ([Attack]).
///
/// *Parameters*: `engagement rate` (1/min), `attack duration` (min). *Source*: that what holds it
/// back multiplies is an assumption; each part has its source.
///
/// *Reads* both cells and who is beside them. *Writes* targets, attachments and motion of the
/// effector, and what its parts write.
public final class Synapse {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Holding holding;
    private final Recognition recognition;
    private final Checkpoint checkpoint;
    private final Suppression suppression;
    private final LethalHits hits;
    private final Stimulation stimulation;
    private final Trogocytosis trogocytosis;
    private final Chance chance;
    private final Luck luck;
    private final InOrder order;
    private final int engagement;
    private final int duration;

    public Synapse(
            Cells cells,
            BehaviourValues behaviours,
            Holding holding,
            IdIndex index,
            Recognition recognition,
            Checkpoint checkpoint,
            Suppression suppression,
            LethalHits hits,
            Stimulation stimulation,
            Trogocytosis trogocytosis,
            Chance chance,
            Luck luck) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.holding = holding;
        this.recognition = recognition;
        this.checkpoint = checkpoint;
        this.suppression = suppression;
        this.hits = hits;
        this.stimulation = stimulation;
        this.trogocytosis = trogocytosis;
        this.chance = chance;
        this.luck = luck;
        order = new InOrder(cells, index);
        engagement = behaviours.vocabulary().place(Behaviour.ENGAGEMENT);
        duration = behaviours.vocabulary().place(Behaviour.ATTACK_DURATION);
    }

    /// How fast a cell engages another that it touches, 1/min.
    double rate(int effector, int other) {
        double rate = behaviours.of(engagement, effector);
        return rate > 0 ? rate * recognition.strength(effector, other) : 0;
    }

    /// Lets all effectors that have engaged a cell go on, in the order of their ids.
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        order.forEach(i -> holding.holds(i) && !holding.kills(cells.type.values[i]), i -> {
            if (!goesOn(i, dt, step)) {
                holding.release(i);
            }
        });
    }

    private boolean goesOn(int i, double dt, long step) {
        int j = holding.held(i);
        if (j == Holding.NOBODY) {
            return false;
        }
        act(i, j, dt, luck.of(0, cells.id.values[i], Purpose.LETHAL_HIT, step));
        double end = chance.end(dt, behaviours.of(duration, i));
        return cells.isAlive(j)
                && luck.of(0, cells.id.values[i], Purpose.RELEASE, step).nextDouble() >= end;
    }

    /// Lets an effector act on the living cell that it holds.
    ///
    /// @param dt  min
    /// @param own the effector's luck
    void act(int effector, int target, double dt, RandomStream own) {
        double recognised = recognition.strength(effector, target);
        if (recognised <= 0) {
            return;
        }
        double activity = recognised
                * checkpoint.leaves(effector, target)
                * suppression.leaves(effector)
                * (1 - stimulation.exhaustion(effector));
        stimulation.note(effector, recognised, activity, dt);
        trogocytosis.nibble(effector, target, dt);
        hits.strike(effector, target, activity, recognition.way(effector, target), dt, own);
    }
}
