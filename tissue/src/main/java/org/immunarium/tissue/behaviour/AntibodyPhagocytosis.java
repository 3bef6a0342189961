package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Receptor;

/// How macrophages eat living cells that antibodies have marked: ADCP.
///
/// *Biology*: the more of a cell is marked, the sooner a macrophage eats it, unless CD47 on the cell tells it not to.
/// Antibodies that cover CD47 take that away.
///
/// *Equation*: rate × x / (1 + x) × 1 / (1 + e / 0.5), with x = Fc affinity × opsonisation and e = CD47 × free part.
///
/// *Parameters*: `phagocytose opsonised cell` (1/min), `Fc affinity`, `CD47 expression` (1 is usual). *Source*:
/// CD47 as the signal not to eat, Willingham et al. 2012, doi 10.1073/pnas.1121623109; the form is an assumption.
///
/// *Reads* both cells. *Writes* nothing by itself: [Encounters] lets it happen.
public final class AntibodyPhagocytosis {

    /// Free CD47 that halves how fast a cell is eaten, where 1 is usual: an assumption.
    private static final double CD47_HALF = 0.5;

    private final BehaviourValues behaviours;
    private final Recognition recognition;
    private final Agents agents;
    private final int rate;
    private final int cd47;

    public AntibodyPhagocytosis(BehaviourValues behaviours, Recognition recognition, Agents agents) {
        this.behaviours = behaviours;
        this.recognition = recognition;
        this.agents = agents;
        rate = behaviours.vocabulary().place(Behaviour.PHAGOCYTOSE_OPSONISED);
        cd47 = behaviours.vocabulary().place(Behaviour.CD47);
    }

    /// How fast a cell eats a living one that it touches, for its marks, 1/min.
    double rate(int eater, int other) {
        double eats = behaviours.of(rate, eater);
        if (eats <= 0) {
            return 0;
        }
        double warns = behaviours.of(cd47, other);
        warns *= warns > 0 ? agents.free(Receptor.CD47, other) : 0;
        return eats * recognition.markedFor(eater, other) / (1 + warns / CD47_HALF);
    }
}
