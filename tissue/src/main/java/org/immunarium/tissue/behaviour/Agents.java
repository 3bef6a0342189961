package org.immunarium.tissue.behaviour;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Treatment;

/// How much of drugs and antibodies there is in blood and where a cell is, and what of it is bound.
///
/// *Biology*: a drug comes with the blood, and part of it gets to the cells; others are dissolved in
/// the tissue. What an agent binds to is covered by as much as there is where the cell is.
///
/// *Equation*: of a receptor, `c / (c + K)` is covered; what is free is the product of
/// `K / (c + K)` over agents, which cover it independently of each other. Around cells c is the
/// drug's share of what is in blood, at once: an assumption, since large molecules take days to
/// settle.
///
/// *Parameters*: [Action]; [Treatment.Course] of each drug. *Source*: binding at equilibrium by the
/// law of mass action, with more of an agent than it binds to; that it is at equilibrium is an
/// assumption.
///
/// *Reads* concentrations. *Writes* nothing of cells.
public final class Agents {

    private final Fields fields;
    private final List<Treatment.Course> courses;
    private final double[] inBlood;
    private final List<List<Action.Blocks>> blocks = new ArrayList<>();

    public Agents(Immunity immunity, List<Treatment.Course> courses, Fields fields) {
        this.fields = fields;
        this.courses = courses;
        inBlood = new double[courses.size()];
        for (Receptor receptor : Receptor.values()) {
            blocks.add(immunity.actions().stream()
                    .filter(Action.Blocks.class::isInstance)
                    .map(Action.Blocks.class::cast)
                    .filter(each -> each.receptor() == receptor)
                    .toList());
        }
    }

    /// Looks how much of each drug is in the blood.
    ///
    /// @param time since the start, min
    public void update(double time) {
        for (int drug = 0; drug < inBlood.length; drug++) {
            inBlood[drug] = courses.get(drug).inBlood().applyAsDouble(time);
        }
    }

    /// The concentration of a drug in blood plasma of what is not bound there, in its unit.
    public double inBlood(int drug) {
        return inBlood[drug];
    }

    /// The concentration of a drug around the cells, in its unit.
    public double inTissue(int drug) {
        return courses.get(drug).inTissue(inBlood[drug]);
    }

    /// The concentration of an agent where a cell is, in its unit.
    double at(Agent agent, int cell) {
        return switch (agent) {
            case Agent.FromBlood(int drug) -> inTissue(drug);
            case Agent.Dissolved(int substance) -> fields.at(substance, cell);
        };
    }

    /// How much of something that binds an agent is bound, from 0 to 1.
    ///
    /// @param dissociation in the agent's unit
    double bound(Agent agent, double dissociation, int cell) {
        return bound(at(agent, cell), dissociation);
    }

    /// How much of something that binds an agent is bound, from 0 to 1.
    ///
    /// @param concentration of the agent; one below 0 counts as 0
    /// @param dissociation  in the unit of the concentration
    public static double bound(double concentration, double dissociation) {
        double c = Math.max(0, concentration);
        return c / (c + dissociation);
    }

    /// How much of a receptor on a cell is free, from 0 to 1.
    double free(Receptor receptor, int cell) {
        double free = 1;
        for (Action.Blocks each : blocks.get(receptor.ordinal())) {
            free *= 1 - bound(each.agent(), each.dissociation(), cell);
        }
        return free;
    }

    /// How much of a receptor is free where there is nothing but blood, from 0 to 1.
    double freeInBlood(Receptor receptor) {
        double free = 1;
        for (Action.Blocks each : blocks.get(receptor.ordinal())) {
            if (each.agent() instanceof Agent.FromBlood(int drug)) {
                free *= 1 - bound(inBlood[drug], each.dissociation());
            }
        }
        return free;
    }
}
