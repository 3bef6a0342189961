package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.space.Neighbours;

/// How regulatory T cells hold effectors back.
///
/// *Biology*: a regulatory T cell, or a suppressive myeloid cell, calms effectors that it touches. What such cells do
/// from afar, by TGF-β or IL-10, is for rules.
///
/// *Equation*: 1 / (1 + s) of an effector's activity is left, with s the sum of `suppression` over the living cells
/// that touch it.
///
/// *Parameters*: `suppression` (by cell). *Source*: contact-dependent suppression is reviewed by Schmidt et al. 2012,
/// doi 10.3389/fimmu.2012.00051; the form is an assumption.
///
/// *Reads* neighbours. *Writes* nothing.
public final class Suppression {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Neighbours neighbours;
    private final int suppression;
    private final boolean never;

    public Suppression(Cells cells, BehaviourValues behaviours, Neighbours neighbours) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.neighbours = neighbours;
        suppression = behaviours.vocabulary().place(Behaviour.SUPPRESSION);
        never = behaviours.isEverywhere(suppression, 0);
    }

    /// What is left of an effector's activity, from 0 to 1.
    public double leaves(int effector) {
        if (never) {
            return 1;
        }
        double sum = 0;
        int[] list = neighbours.list(effector);
        int end = neighbours.end(effector);
        for (int n = neighbours.first(effector); n < end; n++) {
            int j = list[n];
            if (cells.acts(j) && neighbours.touch(effector, j)) {
                sum += behaviours.of(suppression, j);
            }
        }
        return 1 / (1 + sum);
    }
}
