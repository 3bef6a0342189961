package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Immunity;

/// How much antibodies mark a cell for NK cells and macrophages.
///
/// *Biology*: an antibody, a drug or one that plasma cells secrete, sits on its antigen with its
/// tail outwards; NK cells ([Recognition]) and macrophages ([AntibodyPhagocytosis]) bind the
/// tails.
///
/// *Equation*: the sum over antibodies of antigen on the cell × c / (c + K).
///
/// *Parameters*: [Action.Opsonises]. *Source*: binding at equilibrium ([Agents]); how antibodies
/// lead killers and eaters is reviewed by Weiner et al. 2010, doi 10.1038/nri2744. That marks add
/// up is an assumption.
///
/// *Reads* antigens, concentrations. *Writes* nothing.
public final class Opsonisation {

    private final AntigenPresentation presentation;
    private final Agents agents;
    private final List<Action.Opsonises> antibodies;

    public Opsonisation(Immunity immunity, AntigenPresentation presentation, Agents agents) {
        this.presentation = presentation;
        this.agents = agents;
        antibodies = immunity.actions().stream()
                .filter(Action.Opsonises.class::isInstance)
                .map(Action.Opsonises.class::cast)
                .toList();
    }

    /// How much of a cell is marked: 1 where all of one antigen that is there as usual is.
    public double of(int cell) {
        double sum = 0;
        for (Action.Opsonises each : antibodies) {
            double there = presentation.onCell(each.antigen(), cell);
            if (there > 0) {
                sum += there * agents.bound(each.agent(), each.dissociation(), cell);
            }
        }
        return sum;
    }
}
