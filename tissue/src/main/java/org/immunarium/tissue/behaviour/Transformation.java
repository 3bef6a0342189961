package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;

/// How cells become cells of another type.
///
/// *Biology*: a macrophage turns from one that inflames to one that calms, an effector becomes a
/// memory T cell. It is still the same cell, with what it has been through, and does from now on
/// what the new type does:
///
/// - it keeps its place, velocity and springs; its size, and the rates at which that follows its
///   target; what is inside it ([org.immunarium.tissue.field.Exchange], [AntigenUptake]) and
///   conserved variables; its age ([Lifespan]) and how long it was attacked;
/// - it keeps what it has lost of antigens and MHC-I ([AntigenPresentation]), for good, its lethal
///   hits ([LethalHits]), and its stimulation, experience and exhaustion ([Stimulation]), from
///   which it recovers at the new type's rate;
/// - all that it does is as the new type's, its cycle begins anew, and it stands until it turns;
/// - its damage is forgotten, by whom it was, and what it delivered, as in PhysiCell;
/// - it lets go of whom it holds ([Holding]); who attacks ([Attack]) ends that, though its spring
///   stays, as in PhysiCell.
///
/// What PhysiCell does not have, all of the second item, stays as it is what has become of a cell
/// and no parameter of its type: an assumption.
///
/// *Equation*: the probability is rate × dt; types are tried in the model's order.
///
/// *Parameters*: `transform to %` (1/min). *Source*: Johnson et al. 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// *Writes* type and nearly all else of a cell.
public final class Transformation {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final TissueModel model;
    private final Holding holding;
    private final int transform;
    private final boolean[] never;

    public Transformation(Cells cells, BehaviourValues behaviours, TissueModel model, Holding holding) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.model = model;
        this.holding = holding;
        transform = behaviours.vocabulary().place(Behaviour.TRANSFORM);
        int types = model.types().size();
        never = new boolean[types];
        for (int type = 0; type < types; type++) {
            never[type] = true;
            for (int other = 0; other < types; other++) {
                never[type] &= behaviours.isAlways(transform + other, type, 0);
            }
        }
    }

    /// Whether cells of a type never become others.
    public boolean isNever(int type) {
        return never[type];
    }

    /// Whether a living cell is to become another.
    ///
    /// @param dt   min
    /// @param luck the cell's
    /// @return the type to become; -1 for none
    public int choose(int i, double dt, RandomStream luck) {
        for (int other = 0; other < never.length; other++) {
            double probability = behaviours.of(transform + other, i) * dt;
            if (probability > 0 && luck.nextDouble() <= probability) {
                return other;
            }
        }
        return -1;
    }

    /// Makes a cell one of a type; not for several threads at once.
    public void become(int i, int type) {
        holding.release(i);
        cells.type.values[i] = type;
        cells.phase.values[i] = 0;
        cells.phaseTime.values[i] = 0;
        cells.motionX.values[i] = 0;
        cells.motionY.values[i] = 0;
        cells.motionZ.values[i] = 0;
        cells.damage.values[i] = 0;
        cells.damageDelivered.values[i] = 0;
        cells.target.values[i] = -1;
        cells.targetNuclearSolid.values[i] = model.types().get(type).volume().nuclearSolid();
        behaviours.takeType(i, model.variables(), true);
    }
}
