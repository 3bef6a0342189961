package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Receptor;

/// The handshake that holds a T cell back, and the drugs that block it.
///
/// *Biology*: PD-L1 on a cell binds PD-1 on the T cell that touches it, and the T cell stops. Tumour cells make PD-L1
/// of their own, and more of it where interferon-γ tells them that they are attacked (a rule: interferon-gamma
/// increases PD-L1 expression). Antibodies that cover either keep the T cell going.
///
/// *Equation*: with e = PD-1 × free part × PD-L1 × free part, the part k² / (k² + e²) of the activity is left.
///
/// *Parameters*: `PD-1 expression`, `PD-L1 expression` (1 is usual), k = `PD-1 half-inhibition`;
/// [org.immunarium.tissue.model.Action.Blocks]. *Source*: occupancy and the squared response as in Jafarnejad et al.
/// 2019, doi 10.1208/s12248-019-0350-x; the default of k is an assumption.
///
/// *Reads* both cells, concentrations. *Writes* nothing.
public final class Checkpoint {

    private final BehaviourValues behaviours;
    private final Agents agents;
    private final int pd1;
    private final int pdl1;
    private final int half;

    public Checkpoint(BehaviourValues behaviours, Agents agents) {
        this.behaviours = behaviours;
        this.agents = agents;
        pd1 = behaviours.vocabulary().place(Behaviour.PD_1);
        pdl1 = behaviours.vocabulary().place(Behaviour.PD_L1);
        half = behaviours.vocabulary().place(Behaviour.PD_1_HALF);
    }

    /// What is left of an effector's activity against another cell, from 0 to 1.
    public double leaves(int effector, int other) {
        double engaged = behaviours.of(pd1, effector) * behaviours.of(pdl1, other);
        if (engaged <= 0) {
            return 1;
        }
        engaged *= agents.free(Receptor.PD_1, effector) * agents.free(Receptor.PD_L1, other);
        if (engaged == 0) {
            return 1;
        }
        double k = behaviours.of(half, effector);
        return k * k / (k * k + engaged * engaged);
    }
}
