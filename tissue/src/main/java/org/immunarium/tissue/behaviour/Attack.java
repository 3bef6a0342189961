package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.tissue.Luck;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.jspecify.annotations.Nullable;

/// How a cell wounds another: here a T cell kills a tumour cell.
///
/// *Biology*: an attacker holds on to one target, damages it until it lets go or the target is
/// dead, and looks for the next. Damage kills through a rule, such as "damage increases
/// apoptosis".
///
/// *Equation*: while it lasts, `D' = attack damage rate` for the damage D of the target, and the
/// attacker lets go at the rate 1 / attack duration ([Chance]), or when the target is no longer
/// alive. In a tissue with immunity it also does what [Synapse] says.
///
/// *Parameters*: `attack %` (1/min, the start: [Encounters]), `attack damage rate` (1/min),
/// `attack duration` (min), `immunogenicity to %`. *Source*: Johnson et al. 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// *Reads* targets. *Writes* damage, time of attack, damage delivered, who attacked last, targets,
/// attachments.
public final class Attack {

    private static final double LEAST_DURATION = 1e-15;

    /// Damage that is as good as none.
    private static final double HEALED = 1e-8;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final IdIndex index;
    private final Springs springs;
    private final Chance chance;
    private final Luck luck;
    private final @Nullable ImmuneSystem immune;
    private final IntColumn attacker;
    private final int damageRate;
    private final int duration;
    private final boolean[] otherwise;
    private long[] attackers = new long[16];

    public Attack(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            IdIndex index,
            Springs springs,
            Chance chance,
            Luck luck,
            @Nullable ImmuneSystem immune) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.index = index;
        this.springs = springs;
        this.chance = chance;
        this.luck = luck;
        this.immune = immune;
        attacker = cells.addInt("type of the last attacker", Losses.NOBODY);
        damageRate = behaviours.vocabulary().place(Behaviour.ATTACK_DAMAGE);
        duration = behaviours.vocabulary().place(Behaviour.ATTACK_DURATION);
        otherwise = new boolean[types.size()];
        for (int type = 0; type < otherwise.length; type++) {
            otherwise[type] = types.get(type).killing().isPresent();
        }
    }

    /// Forgets who wounded a cell where its wounds are healed.
    public void heal(int cell) {
        if (attacker.values[cell] != Losses.NOBODY && cells.damage.values[cell] < HEALED) {
            attacker.values[cell] = Losses.NOBODY;
        }
    }

    /// The type of who wounded a cell last, or the cell that it came from with its wounds; [Losses#NOBODY] where
    /// nobody did, or they are healed.
    public int attackerOf(int cell) {
        return attacker.values[cell];
    }

    /// Lets a cell begin to attack another.
    void begin(int attacker, int target) {
        cells.target.values[attacker] = cells.id.values[target];
        springs.attach(cells.id.values[attacker], cells.id.values[target]);
    }

    /// Lets all attackers go on, in the order of their ids; not those that kill otherwise ([ContactKilling]).
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        int n = 0;
        long[] target = cells.target.values;
        for (int i = 0; i < cells.count(); i++) {
            if (target[i] >= 0 && cells.fate.values[i] == Fate.ALIVE && !otherwise[cells.type.values[i]]) {
                if (n == attackers.length) {
                    attackers = Arrays.copyOf(attackers, 2 * n);
                }
                attackers[n++] = cells.id.values[i];
            }
        }
        Arrays.sort(attackers, 0, n);
        for (int k = 0; k < n; k++) {
            goOn(index.of(attackers[k]), dt, step);
        }
    }

    private void goOn(int i, double dt, long step) {
        int j = index.of(cells.target.values[i]);
        boolean alive = j >= 0 && cells.acts(j) && cells.acts(i);
        if (alive) {
            double damage = behaviours.of(damageRate, i) * dt;
            cells.damage.values[j] += damage;
            cells.attackTime.values[j] += dt;
            cells.damageDelivered.values[i] += damage;
            if (damage > 0) {
                attacker.values[j] = cells.type.values[i];
            }
            if (immune != null) {
                immune.synapse().act(i, j, dt, luck.of(0, cells.id.values[i], Purpose.LETHAL_HIT, step));
                alive = cells.fate.values[j] == Fate.ALIVE;
            }
        }
        double end = chance.of(dt / (LEAST_DURATION + behaviours.of(duration, i)));
        if (!alive || luck.of(0, cells.id.values[i], Purpose.RELEASE, step).nextDouble() < end) {
            springs.detach(cells.id.values[i], cells.target.values[i]);
            cells.target.values[i] = -1;
        }
    }
}
