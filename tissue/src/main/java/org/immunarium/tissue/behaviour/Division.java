package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.field.Exchange;
import org.immunarium.tissue.mechanics.Movement;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TissueModel;
import org.jspecify.annotations.Nullable;

/// How one cell becomes two.
///
/// *Biology*: mother and daughter have half of the mother's volume each, and of all else what she
/// had, with these exceptions:
///
/// - conserved variables, what she had taken up ([Exchange]) and antigens that she had eaten
///   ([AntigenUptake]) are shared;
/// - she lets go of all that she was attached to, and both forget for how long she was attacked;
/// - one that holds another ([Holding]) lets go of it, and so neither holds anything; who attacks
///   ([Attack]) goes on, and her daughter attacks the same target, as in PhysiCell;
/// - the daughter moves anew, is young ([Lifespan]), and gets anew what varies from cell to cell
///   and is said to;
/// - each may lose antigens and MHC-I by herself ([AntigenPresentation]).
///
/// So both have all of her damage and who did it, her lethal hits ([LethalHits]), and, of
/// effectors, what they have been through ([Stimulation]). The daughter may be of another type.
///
/// *Equation*: with w a random direction times the mother's radius, in a flat domain what of it
/// lies in the plane, the daughter is at x + w and the mother at x - w/2. The daughter is of each
/// type with the probability that is said, and of her mother's with what is left; where
/// probabilities add up to more than 1, that of her mother's type is less by as much. Where those of
/// other types alone do, the run stops.
///
/// *Parameters*: `asymmetric division to %`. *Source*: Ghaffarizadeh et al. 2018, doi
/// 10.1371/journal.pcbi.1005991; `docs/physicell.md`, section 6.6.
///
/// *Writes* a new cell, and its mother.
public final class Division {

    /// Tenths add up to a little more than 1.
    private static final double ROUNDING = 1e-9;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final TissueModel model;
    private final VolumeChange volumes;
    private final Transformation transformation;
    private final Holding holding;
    private final Springs springs;
    private final Exchange exchange;
    private final Movement movement;
    private final @Nullable ImmuneSystem immune;
    private final int asymmetric;
    private final int custom;

    public Division(
            Cells cells,
            BehaviourValues behaviours,
            TissueModel model,
            VolumeChange volumes,
            Transformation transformation,
            Holding holding,
            Springs springs,
            Exchange exchange,
            Movement movement,
            @Nullable ImmuneSystem immune) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.model = model;
        this.volumes = volumes;
        this.transformation = transformation;
        this.holding = holding;
        this.springs = springs;
        this.exchange = exchange;
        this.movement = movement;
        this.immune = immune;
        asymmetric = behaviours.vocabulary().place(Behaviour.ASYMMETRIC_DIVISION);
        custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
    }

    /// Divides a cell.
    ///
    /// @param time min
    /// @param luck the mother's
    /// @return the daughter's index
    /// @throws NumericalFailure if the probabilities of other types add up to more than 1
    public int divide(int mother, double time, RandomStream luck) {
        holding.release(mother);
        springs.detachAll(cells.id.values[mother]);
        for (int v = 0; v < model.variables().size(); v++) {
            if (model.variables().get(v).conserved()) {
                behaviours.scale(custom + v, mother, 0.5);
            }
        }
        double z = 2 * luck.nextDouble() - 1;
        double angle = 2 * Math.PI * luck.nextDouble();
        double length = cells.radius.values[mother] * Math.sqrt(1 - z * z);
        double wx = length * ElementaryFunctions.cos(angle);
        double wy = length * ElementaryFunctions.sin(angle);
        double wz = model.domain().flat() ? 0 : cells.radius.values[mother] * z;

        cells.attackTime.values[mother] = 0;
        volumes.scale(mother, 0.5);
        int daughter = cells.divide(mother);
        exchange.halve(mother, daughter);
        cells.previousVx.values[daughter] = 0;
        cells.previousVy.values[daughter] = 0;
        cells.previousVz.values[daughter] = 0;
        CellType type = model.types().get(cells.type.values[mother]);
        if (type.asymmetric()) {
            differ(daughter, time, luck.nextDouble());
        }
        if (immune != null) {
            immune.uptake().halve(mother, daughter);
            immune.presentation().inherit(mother, daughter, luck);
        }
        put(daughter, mother, wx, wy, wz, 1);
        put(mother, mother, wx, wy, wz, -0.5);
        return daughter;
    }

    private void put(int cell, int from, double wx, double wy, double wz, double factor) {
        cells.x.values[cell] = cells.x.values[from] + factor * wx;
        cells.y.values[cell] = cells.y.values[from] + factor * wy;
        cells.z.values[cell] = cells.z.values[from] + factor * wz;
        if (!movement.isInside(cells.x.values[cell], cells.y.values[cell], cells.z.values[cell])) {
            movement.leave(cell);
        }
    }

    /// Makes a daughter one of another type, by the probabilities that she has from her mother. Where they add up to
    /// more than 1, that of her own type is less by as much, but not below 0.
    private void differ(int daughter, double time, double luck) {
        int own = cells.type.values[daughter];
        int types = model.types().size();
        double total = 0;
        for (int type = 0; type < types; type++) {
            total += behaviours.of(asymmetric + type, daughter);
        }
        if (total - behaviours.of(asymmetric + own, daughter) > 1 + ROUNDING) {
            throw new NumericalFailure(
                    "cell " + cells.id.values[daughter],
                    time,
                    "min",
                    "the probabilities of \"asymmetric division\" of \""
                            + model.types().get(own).name() + "\" to other types add up to more than 1");
        }
        double left = luck;
        for (int type = 0; type < types; type++) {
            double probability = behaviours.of(asymmetric + type, daughter);
            if (type == own && total > 1) {
                probability = Math.max(0, probability + 1 - total);
            }
            if (left <= probability) {
                if (type != own) {
                    transformation.become(daughter, type);
                }
                return;
            }
            left -= probability;
        }
    }
}
