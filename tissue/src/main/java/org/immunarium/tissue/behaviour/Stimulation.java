package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Behaviour;

/// What seeing its antigen does to an effector: it is stimulated, remembers, and in the end tires.
///
/// *Biology*: a T cell that is active multiplies (a rule: stimulation increases cycle entry) and gains experience, by
/// which it may become a memory cell (a rule: antigen experience increases transform to memory T cell). One that sees
/// its antigen without end is exhausted: it kills less, and recovers slowly once it is left alone.
///
/// *Equation*: stimulation is the mean activity over the last phenotype step; experience grows by activity × dt.
/// With s the mean strength of recognition, whatever holds the cell back, `E' = exhaustion × s × (1 - E) - recovery
/// × E`, backward Euler; 1 - E of the activity is left.
///
/// *Parameters*: `exhaustion rate`, `exhaustion recovery rate` (1/min). *Source*: exhaustion by lasting antigen,
/// Wherry 2011, doi 10.1038/ni.2035; the form is an assumption.
///
/// *Writes* stimulation, experience, exhaustion; daughters have their mother's.
public final class Stimulation {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final DoubleColumn active;
    private final DoubleColumn seen;
    private final DoubleColumn stimulation;
    private final DoubleColumn experience;
    private final DoubleColumn exhaustion;
    private final int exhausts;
    private final int recovers;

    public Stimulation(Cells cells, BehaviourValues behaviours) {
        this.cells = cells;
        this.behaviours = behaviours;
        active = cells.addHidden("activity so far", 0);
        seen = cells.addHidden("antigen seen so far", 0);
        stimulation = cells.addDouble("stimulation", 0);
        experience = cells.addDouble("antigen experience", 0);
        exhaustion = cells.addDouble("exhaustion", 0);
        exhausts = behaviours.vocabulary().place(Behaviour.EXHAUSTION);
        recovers = behaviours.vocabulary().place(Behaviour.EXHAUSTION_RECOVERY);
    }

    /// How active a cell was in the last phenotype step, from 0 to 1.
    public double of(int cell) {
        return stimulation.values[cell];
    }

    /// For how long a cell was fully active in its life, min.
    public double experience(int cell) {
        return experience.values[cell];
    }

    /// How exhausted a cell is, from 0 to 1.
    public double exhaustion(int cell) {
        return exhaustion.values[cell];
    }

    /// Notes what an effector does in a step.
    ///
    /// @param recognised how well it knows its target
    /// @param activity   how active it is
    /// @param dt         min
    void note(int effector, double recognised, double activity, double dt) {
        seen.values[effector] += recognised * dt;
        active.values[effector] += activity * dt;
    }

    /// Ends a phenotype step.
    ///
    /// @param dt its length, min
    public void update(int cell, double dt) {
        double rate = behaviours.of(exhausts, cell) * seen.values[cell];
        stimulation.values[cell] = active.values[cell] / dt;
        experience.values[cell] += active.values[cell];
        exhaustion.values[cell] = (exhaustion.values[cell] + rate) / (1 + rate + dt * behaviours.of(recovers, cell));
        active.values[cell] = 0;
        seen.values[cell] = 0;
    }
}
