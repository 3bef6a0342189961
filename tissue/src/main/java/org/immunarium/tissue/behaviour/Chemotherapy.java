package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.functions.Hill;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Immunity;

/// How chemotherapy kills: cells that are about to divide, whichever they are.
///
/// *Biology*: a drug that stops mitosis or breaks DNA kills where cells divide: the tumour, and also the T cells that
/// multiply against it.
///
/// *Equation*: a cell that comes to divide dies instead with the probability sensitivity × E, with E = cⁿ / (cⁿ +
/// halfⁿ); several drugs act independently.
///
/// *Parameters*: `chemotherapy sensitivity` (from 0 to 1); [Action.KillsDividing]. *Source*: death in or after an
/// arrested mitosis, Gascoigne and Taylor 2008, doi 10.1016/j.ccr.2008.07.002.
///
/// *Reads* concentrations. *Writes* nothing by itself: the step lets the cell die.
public final class Chemotherapy {

    private final BehaviourValues behaviours;
    private final Agents agents;
    private final List<Action.KillsDividing> drugs;
    private final int sensitivity;

    public Chemotherapy(Immunity immunity, BehaviourValues behaviours, Agents agents) {
        this.behaviours = behaviours;
        this.agents = agents;
        drugs = immunity.actions().stream()
                .filter(Action.KillsDividing.class::isInstance)
                .map(Action.KillsDividing.class::cast)
                .toList();
        sensitivity = behaviours.vocabulary().place(Behaviour.CHEMOTHERAPY);
    }

    /// E of a drug, from 0 to 1.
    ///
    /// @param concentration in its unit
    public static double effect(Action.KillsDividing drug, double concentration) {
        return Hill.of(concentration, drug.half(), drug.power());
    }

    /// Whether a cell that comes to divide dies instead.
    ///
    /// @param luck the cell's
    public boolean kills(int cell, RandomStream luck) {
        double survives = 1;
        for (Action.KillsDividing each : drugs) {
            survives *= 1 - behaviours.of(sensitivity, cell) * effect(each, agents.at(each.agent(), cell));
        }
        return survives < 1 && luck.nextDouble() >= survives;
    }
}
