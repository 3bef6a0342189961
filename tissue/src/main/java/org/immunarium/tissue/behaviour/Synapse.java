package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.model.Behaviour;

/// What goes on between an effector and the cell that it holds, step by step.
///
/// *Biology*: an effector that touches a cell and knows it ([Recognition]) engages it. How active
/// it then is depends on what holds it back: the handshake of PD-1 and PD-L1 ([Checkpoint]),
/// suppressors beside it ([Suppression]), and its own exhaustion ([Stimulation]). An active one
/// hits ([LethalHits]) and nibbles ([Trogocytosis]).
///
/// *Equation*: it engages a cell at the rate `engagement rate` × strength of recognition, and lets
/// go as attackers do ([Attack]). Its activity is the product of recognition and of what each
/// leaves.
///
/// *Parameters*: `engagement rate` (1/min). *Source*: that what holds it back multiplies is an
/// assumption; each part has its source.
///
/// *Reads* both cells and who is beside them. *Writes* what its parts write.
public final class Synapse {

    private final BehaviourValues behaviours;
    private final Recognition recognition;
    private final Checkpoint checkpoint;
    private final Suppression suppression;
    private final LethalHits hits;
    private final Stimulation stimulation;
    private final Trogocytosis trogocytosis;
    private final int engagement;

    public Synapse(
            BehaviourValues behaviours,
            Recognition recognition,
            Checkpoint checkpoint,
            Suppression suppression,
            LethalHits hits,
            Stimulation stimulation,
            Trogocytosis trogocytosis) {
        this.behaviours = behaviours;
        this.recognition = recognition;
        this.checkpoint = checkpoint;
        this.suppression = suppression;
        this.hits = hits;
        this.stimulation = stimulation;
        this.trogocytosis = trogocytosis;
        engagement = behaviours.vocabulary().place(Behaviour.ENGAGEMENT);
    }

    /// How fast a cell engages another that it touches, 1/min.
    double rate(int effector, int other) {
        double rate = behaviours.of(engagement, effector);
        return rate > 0 ? rate * recognition.strength(effector, other) : 0;
    }

    /// Lets an effector act on the living cell that it holds.
    ///
    /// @param dt   min
    /// @param luck the effector's
    void act(int effector, int target, double dt, RandomStream luck) {
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
        hits.strike(effector, target, activity, recognition.way(effector, target), dt, luck);
    }
}
