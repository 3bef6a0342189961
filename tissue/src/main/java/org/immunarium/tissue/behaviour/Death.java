package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.field.Exchange;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.Vocabulary;

/// How cells die, and how the dead go.
///
/// *Biology*: a cell may begin apoptosis, in which it shrinks until it is gone, or necrosis, in
/// which it swells until it bursts. The dead no longer migrate or secrete, and take up a tenth of
/// what they did. They push and stick as before.
///
/// *Equation*: each cause kills with the probability rate × dt, apoptosis tried first, then
/// necrosis, to whose rate that of [OxygenResponse] comes, then age ([Lifespan]). A necrotic cell
/// bursts when it has reached its rupture volume. An apoptotic cell, and one that has burst, is
/// gone after its model's duration, rounded to whole steps, or where that is not fixed with the
/// probability dt / duration.
///
/// *Parameters*: `apoptosis`, `necrosis` (1/min); [DeathModel]. *Source*: Ghaffarizadeh et al.
/// 2018, doi 10.1371/journal.pcbi.1005991.
///
/// *Reads* rates, volumes. *Writes* fate, time in phase, targets of volume, motion, exchange.
public final class Death {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final List<CellType> types;
    private final Losses losses;
    private final Exchange exchange;
    private final OxygenResponse oxygen;
    private final Lifespan lifespan;
    private final int apoptosis;
    private final int necrosis;
    private final int substances;

    public Death(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            int substances,
            Losses losses,
            Exchange exchange,
            OxygenResponse oxygen,
            Lifespan lifespan) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.types = types;
        this.losses = losses;
        this.exchange = exchange;
        this.substances = substances;
        this.oxygen = oxygen;
        this.lifespan = lifespan;
        apoptosis = behaviours.vocabulary().place(Behaviour.APOPTOSIS);
        necrosis = behaviours.vocabulary().place(Behaviour.NECROSIS);
    }

    /// Lets a living cell die, perhaps.
    ///
    /// @param dt       min
    /// @param attacker the type of who attacked it last, or [Losses#NOBODY]
    /// @param luck     the cell's
    public void update(int i, double dt, int attacker, RandomStream luck) {
        double ofApoptosis = behaviours.of(apoptosis, i) * dt;
        double ofNecrosis = (behaviours.of(necrosis, i) + oxygen.necrosis(i)) * dt;
        if (ofApoptosis > 0 && luck.nextDouble() < ofApoptosis) {
            note(i, Cause.APOPTOSIS, attacker);
            begin(i, Fate.APOPTOTIC);
        } else if (ofNecrosis > 0 && luck.nextDouble() < ofNecrosis) {
            note(i, Cause.NECROSIS, attacker);
            begin(i, Fate.NECROTIC);
        } else if (lifespan.isOver(i, dt, luck)) {
            losses.note(cells.type.values[i], Cause.AGE, Losses.NOBODY);
            begin(i, Fate.APOPTOTIC);
        }
    }

    private void note(int i, Cause unwounded, int attacker) {
        losses.note(cells.type.values[i], attacker == Losses.NOBODY ? unwounded : Cause.ATTACK, attacker);
    }

    /// Lets a cell die.
    ///
    /// @param fate [Fate#APOPTOTIC] or [Fate#NECROTIC]
    public void begin(int i, int fate) {
        CellType type = types.get(cells.type.values[i]);
        DeathModel model = fate == Fate.APOPTOTIC ? type.apoptosis() : type.necrosis();
        cells.fate.values[i] = fate;
        cells.phase.values[i] = 0;
        cells.phaseTime.values[i] = 0;
        cells.targetNuclearSolid.values[i] = 0;
        cells.ruptureVolume.values[i] = model.ruptureVolume() * cells.volume.values[i];
        cells.motionX.values[i] = 0;
        cells.motionY.values[i] = 0;
        cells.motionZ.values[i] = 0;
        Vocabulary<Behaviour> vocabulary = behaviours.vocabulary();
        for (int s = 0; s < substances; s++) {
            behaviours.scale(vocabulary.place(Behaviour.SECRETION, s), i, 0);
            behaviours.scale(vocabulary.place(Behaviour.EXPORT, s), i, 0);
            behaviours.scale(vocabulary.place(Behaviour.UPTAKE, s), i, BehaviourValues.UPTAKE_OF_DEAD);
        }
        exchange.change();
    }

    /// Lets a dead cell decay.
    ///
    /// @param luck the cell's
    /// @return whether it is gone
    public boolean decay(int i, double dt, RandomStream luck) {
        cells.phaseTime.values[i] += dt;
        CellType type = types.get(cells.type.values[i]);
        return switch (cells.fate.values[i]) {
            case Fate.APOPTOTIC -> isOver(i, type.apoptosis(), dt, luck);
            case Fate.NECROTIC -> {
                if (cells.volume.values[i] >= cells.ruptureVolume.values[i]) {
                    cells.fate.values[i] = Fate.LYSED;
                    cells.phaseTime.values[i] = 0;
                }
                yield false;
            }
            default -> isOver(i, type.necrosis(), dt, luck);
        };
    }

    private boolean isOver(int i, DeathModel model, double dt, RandomStream luck) {
        return model.fixed()
                ? cells.phaseTime.values[i] > model.duration() - 0.5 * dt
                : luck.nextDouble() < dt / model.duration();
    }
}
