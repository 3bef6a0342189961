package org.immunarium.tissue.behaviour;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.model.Behaviour;

/// How a cell wounds another: here a T cell kills a tumour cell.
///
/// *Biology*: an attacker has one target, damages it until it lets go or the target is dead, and
/// looks for the next. Damage kills through a rule, such as "damage increases apoptosis". As in
/// PhysiCell, an attack goes on at any distance, and an attacker may crawl on; who has engaged a
/// cell ([Synapse]) holds it instead ([Holding]) and does not wound it.
///
/// *Equation*: while it lasts, `D' = attack damage rate` for the damage D of the target, and the
/// attacker lets go at the rate 1 / attack duration ([Chance]), or when the target is no longer
/// alive.
///
/// *Parameters*: `attack %` (1/min, the start: [Encounters]), `attack damage rate` (1/min),
/// `attack duration` (min), `immunogenicity to %`. *Source*: Johnson et al. 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// *Reads* targets. *Writes* damage, time of attack, damage delivered, who attacked last, targets,
/// attachments.
public final class Attack {

    /// The name of the column that has the type of the cell that attacked last.
    public static final String LAST_ATTACKER = "type of the last attacker";

    /// Damage that is as good as none.
    private static final double HEALED = 1e-8;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final IdIndex index;
    private final Springs springs;
    private final Holding holding;
    private final Chance chance;
    private final Luck luck;
    private final IntColumn attacker;
    private final int damageRate;
    private final int duration;
    private final InOrder order;

    public Attack(
            Cells cells,
            BehaviourValues behaviours,
            IdIndex index,
            Springs springs,
            Holding holding,
            Chance chance,
            Luck luck) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.index = index;
        this.springs = springs;
        this.holding = holding;
        this.chance = chance;
        this.luck = luck;
        attacker = cells.addInt(LAST_ATTACKER, Losses.NOBODY);
        damageRate = behaviours.vocabulary().place(Behaviour.ATTACK_DAMAGE);
        duration = behaviours.vocabulary().place(Behaviour.ATTACK_DURATION);
        order = new InOrder(cells, index);
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

    /// Lets all attackers go on, in the order of their ids; not those that hold on to a cell
    /// ([Holding]).
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        order.forEach(
                i -> cells.target.values[i] >= 0 && cells.fate.values[i] == Fate.ALIVE && !holding.holds(i),
                i -> goOn(i, dt, step));
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
        }
        if (!alive
                || luck.of(0, cells.id.values[i], Purpose.RELEASE, step).nextDouble()
                        < chance.end(dt, behaviours.of(duration, i))) {
            springs.detach(cells.id.values[i], cells.target.values[i]);
            cells.target.values[i] = -1;
        }
    }
}
