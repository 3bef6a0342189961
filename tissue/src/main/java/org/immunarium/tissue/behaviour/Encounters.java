package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.space.Neighbours;
import org.immunarium.tissue.space.Ranges;
import org.jspecify.annotations.Nullable;

/// What living cells begin with those that they touch: to eat them ([Phagocytosis]), to attack
/// them ([Attack]), to engage them ([Synapse]), to fuse with them ([Fusion]).
///
/// *Biology*: a cell that can move meets all whom it touches. Whom it eats is dead, or alive and
/// of a type that it eats, or alive and marked by antibodies ([AntibodyPhagocytosis]); it attacks,
/// engages and fuses with the living only.
///
/// *Equation*: each cell touched is met at a rate ([Chance]). A living one is eaten at the rate
/// for its type and, on top, that for its marks; a dead one at that for apoptotic cells or for
/// necrotic ones, burst or not. An attack begins at attack × the other's immunogenicity to the
/// attacker's type, and, on top, it is engaged at the rate of engagement ([Synapse]). In a step a
/// cell eats one at most, attacks or engages one at most, if it has none yet, and fuses with one at
/// most.
///
/// All cells choose first, as if each were alone, on all threads; then what they chose is done, in
/// the order of their ids. Who comes too late for a cell that is gone has lost the chance.
///
/// *Parameters*: `phagocytose apoptotic cell`, `phagocytose necrotic cell`, `phagocytose %`,
/// `attack %`, `fuse to %` (1/min), `immunogenicity to %`, `is_movable`. *Source*: Johnson et al.
/// 2025, doi 10.1016/j.cell.2025.06.048.
///
/// *Reads* neighbours, targets. *Writes* nothing by itself.
public final class Encounters {

    private static final int EAT = 0;
    private static final int ATTACK = 1;
    private static final int FUSE = 2;
    private static final int EAT_MARKED = 3;
    private static final int ENGAGE = 4;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Neighbours neighbours;
    private final Phagocytosis phagocytosis;
    private final Attack attack;
    private final Holding holding;
    private final Fusion fusion;
    private final Chance chance;
    private final Luck luck;
    private final Losses losses;
    private final @Nullable ImmuneSystem immune;
    private final Team team;
    private final int eatApoptotic;
    private final int eatNecrotic;
    private final int eat;
    private final int attacks;
    private final int fuse;
    private final int immunogenicity;
    private final int movable;
    private final boolean[] passive;

    private final Choices choices;
    private final Choices.Deed deed = this::settle;

    /// Whether any cell is gone in this step.
    private boolean gone;

    public Encounters(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            Neighbours neighbours,
            Phagocytosis phagocytosis,
            Attack attack,
            Holding holding,
            Fusion fusion,
            Chance chance,
            Luck luck,
            Losses losses,
            @Nullable ImmuneSystem immune,
            Team team) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.neighbours = neighbours;
        this.phagocytosis = phagocytosis;
        this.attack = attack;
        this.holding = holding;
        this.fusion = fusion;
        this.chance = chance;
        this.luck = luck;
        this.losses = losses;
        this.immune = immune;
        this.team = team;
        var vocabulary = behaviours.vocabulary();
        eatApoptotic = vocabulary.place(Behaviour.PHAGOCYTOSE_APOPTOTIC);
        eatNecrotic = vocabulary.place(Behaviour.PHAGOCYTOSE_NECROTIC);
        eat = vocabulary.place(Behaviour.PHAGOCYTOSE);
        attacks = vocabulary.place(Behaviour.ATTACK);
        fuse = vocabulary.place(Behaviour.FUSE);
        immunogenicity = vocabulary.place(Behaviour.IMMUNOGENICITY);
        movable = vocabulary.place(Behaviour.MOVABLE);
        passive = new boolean[types.size()];
        for (int type = 0; type < passive.length; type++) {
            boolean none = behaviours.isAlways(eatApoptotic, type, 0) && behaviours.isAlways(eatNecrotic, type, 0);
            for (int other = 0; other < passive.length; other++) {
                none &= behaviours.isAlways(eat + other, type, 0)
                        && behaviours.isAlways(attacks + other, type, 0)
                        && behaviours.isAlways(fuse + other, type, 0);
            }
            if (immune != null) {
                none &= behaviours.isAlways(vocabulary.place(Behaviour.ENGAGEMENT), type, 0)
                        && behaviours.isAlways(vocabulary.place(Behaviour.PHAGOCYTOSE_OPSONISED), type, 0);
            }
            passive[type] = none;
        }
        choices = new Choices(team.size());
    }

    /// Lets all cells meet.
    ///
    /// @param dt   min
    /// @param step of mechanics
    /// @return whether any cell is gone ([Fate#GONE]) and to be removed
    public boolean update(double dt, long step) {
        team.run(part -> choose(part, dt, step));
        gone = false;
        choices.settle(deed);
        return gone;
    }

    private void choose(int part, double dt, long step) {
        choices.clear(part);
        int[] list = neighbours.listOfPart(part);
        int to = Ranges.from(part + 1, team.size(), cells.count());
        for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
            if (!passive[cells.type.values[i]] && cells.acts(i) && behaviours.of(movable, i) > 0.5) {
                choose(part, i, list, dt, luck.of(part, cells.id.values[i], Purpose.INTERACTION, step));
            }
        }
    }

    private void choose(int part, int i, int[] list, double dt, RandomStream own) {
        int[] type = cells.type.values;
        boolean free = cells.target.values[i] < 0 && !holding.kills(type[i]);
        boolean hungry = true;
        boolean single = true;
        int end = neighbours.end(i);
        for (int n = neighbours.first(i); n < end; n++) {
            int j = list[n];
            if (cells.outside.values[j] != 0 || !neighbours.touch(i, j)) {
                continue;
            }
            int fate = cells.fate.values[j];
            double eats = fate == Fate.ALIVE
                    ? behaviours.of(eat + type[j], i)
                    : behaviours.of(fate == Fate.APOPTOTIC ? eatApoptotic : eatNecrotic, i);
            double eatsMarked = immune != null && fate == Fate.ALIVE
                    ? immune.antibodyPhagocytosis().rate(i, j)
                    : 0;
            double meals = (eats + eatsMarked) * dt;
            if (hungry && meals > 0) {
                double luckOfBoth = own.nextDouble();
                if (luckOfBoth < chance.of(meals)) {
                    boolean marked = luckOfBoth < chance.before(eatsMarked * dt, eats * dt);
                    choices.add(part, cells.id.values[i], i, j, marked ? EAT_MARKED : EAT);
                    hungry = false;
                }
            }
            if (fate != Fate.ALIVE) {
                continue;
            }
            if (free) {
                double wounds = behaviours.of(attacks + type[j], i);
                wounds *= wounds > 0 ? behaviours.of(immunogenicity + type[i], j) : 0;
                double engages = immune == null ? 0 : immune.synapse().rate(i, j);
                double mean = (wounds + engages) * dt;
                double luckOfBoth = mean > 0 ? own.nextDouble() : Double.POSITIVE_INFINITY;
                if (luckOfBoth < chance.of(mean)) {
                    boolean first = luckOfBoth < chance.before(wounds * dt, engages * dt);
                    choices.add(part, cells.id.values[i], i, j, first ? ATTACK : ENGAGE);
                    free = false;
                }
            }
            if (single && happens(behaviours.of(fuse + type[j], i) * dt, own)) {
                choices.add(part, cells.id.values[i], i, j, FUSE);
                single = false;
            }
        }
    }

    private boolean happens(double mean, RandomStream own) {
        return mean > 0 && own.nextDouble() < chance.of(mean);
    }

    private void lose(int actor, int other, Cause cause) {
        losses.note(cells.type.values[other], cause, cells.type.values[actor]);
    }

    private void settle(int actor, int other, int kind) {
        int[] fate = cells.fate.values;
        if (fate[actor] == Fate.GONE || fate[other] == Fate.GONE) {
            return;
        }
        switch (kind) {
            case EAT, EAT_MARKED -> {
                if (fate[other] == Fate.ALIVE) {
                    lose(actor, other, kind == EAT ? Cause.PHAGOCYTOSIS : Cause.ANTIBODY_PHAGOCYTOSIS);
                }
                phagocytosis.eat(actor, other);
                gone = true;
            }
            case ATTACK -> attack.begin(actor, other);
            case ENGAGE -> holding.begin(actor, other);
            default -> {
                lose(actor, other, Cause.FUSION);
                fusion.fuse(actor, other);
                gone = true;
            }
        }
    }
}
