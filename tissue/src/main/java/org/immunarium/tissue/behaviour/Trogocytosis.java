package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.model.Behaviour;

/// How a killer nibbles the antigen off its target, which then is harder to see.
///
/// *Biology*: CAR-T cells tear target antigen off the cells that they hold. The tumour cell makes
/// it anew ([AntigenPresentation]), but meanwhile escapes.
///
/// *Equation*: of each antigen that the effector's receptors fit, `kept' = -rate × kept`, solved
/// exactly in each step. Of what an engager or an antibody ties it to, nothing is taken.
///
/// *Parameters*: `trogocytosis rate` (1/min). *Source*: Hamieh et al. 2019, doi
/// 10.1038/s41586-019-1054-1, of CAR-T cells; that T-cell receptors strip as CARs do, and that a
/// constant share is taken, are assumptions.
///
/// *Writes* what the target keeps of its antigens.
public final class Trogocytosis {

    private final BehaviourValues behaviours;
    private final AntigenPresentation presentation;
    private final int rate;
    private final int tcr;
    private final int car;

    public Trogocytosis(BehaviourValues behaviours, AntigenPresentation presentation) {
        this.behaviours = behaviours;
        this.presentation = presentation;
        rate = behaviours.vocabulary().place(Behaviour.TROGOCYTOSIS);
        tcr = behaviours.vocabulary().place(Behaviour.TCR);
        car = behaviours.vocabulary().place(Behaviour.CAR);
    }

    /// Lets an effector take antigens off its target.
    ///
    /// @param dt min
    void nibble(int effector, int target, double dt) {
        double share = -ElementaryFunctions.expm1(-behaviours.of(rate, effector) * dt);
        if (share <= 0) {
            return;
        }
        for (int a = 0; a < presentation.antigens(); a++) {
            if (behaviours.of(tcr + a, effector) > 0 || behaviours.of(car + a, effector) > 0) {
                presentation.strip(a, target, share);
            }
        }
    }
}
