package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.mechanics.Velocities;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.space.Neighbours;
import org.immunarium.tissue.space.Ranges;
import org.jspecify.annotations.Nullable;

/// How a killer gets hold of a cell, tries to kill it, and lets go.
///
/// *Biology*: a CAR-T cell that is near a tumour cell attaches to it, more likely the nearer it is
/// and the more of its mark the tumour cell shows; holds it; kills it or loses it; and goes on. It
/// creeps along those that it does not touch yet. Meanwhile it does not migrate.
///
/// *Equation*: with `m = (mark - least) / (saturation - least)`, 1 where there is no mark, and
/// `n = (farthest - d) / (farthest - surely)`, both held between 0 and 1, and d the distance of
/// middles, it attaches to each that it touches ([Neighbours#touch]) at the rate attachment × m ×
/// n ([Chance]), until it holds one. What it holds dies of apoptosis at the rate kill × m, upon
/// which it lets go; so it does at the rate 1 / hold, or when it does not touch it any more
/// ([Holding]). Its velocity grows by pull × the way to each cell of the target's type, living or
/// dead, that it touches, with their middles between two distances from each other.
///
/// *Parameters*: [ContactKillingModel]. *Source*: the rules of PhysiCell's cancer-immune sample
/// (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991), with the changes of Luque et al.
/// 2024, doi 10.1038/s41598-024-63125-5: a target is alone with its killer and stands still, and
/// killers are drawn to all near ones.
///
/// *Reads* places, a variable of the target. *Writes* targets, attachments, velocity and motion of
/// the killer, fate of the target.
public final class ContactKilling {

    private static final byte HELD = 1;
    private static final byte STILL = 2;

    private static final int ATTACH = 0;
    private static final int KILL = 1;
    private static final int LET_GO = 2;
    private static final int NOTHING = -1;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Neighbours neighbours;
    private final IdIndex index;
    private final Holding holding;
    private final Velocities velocities;
    private final Death death;
    private final Losses losses;
    private final Chance chance;
    private final Luck luck;
    private final Team team;
    private final @Nullable ContactKillingModel[] models;
    private final int custom;
    private final boolean any;

    /// Who is held, and who stands still, by index: bits.
    private byte[] state = new byte[0];

    /// The greatest pull on a killer by the way to those that draw it, by part, 1/min.
    private final double[] pulls;

    private final Choices choices;
    private final Choices.Deed deed = this::settle;

    public ContactKilling(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            Neighbours neighbours,
            IdIndex index,
            Holding holding,
            Velocities velocities,
            Death death,
            Losses losses,
            Chance chance,
            Luck luck,
            Team team) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.neighbours = neighbours;
        this.index = index;
        this.holding = holding;
        this.velocities = velocities;
        this.death = death;
        this.losses = losses;
        this.chance = chance;
        this.luck = luck;
        this.team = team;
        models = new @Nullable ContactKillingModel[types.size()];
        for (int type = 0; type < models.length; type++) {
            models[type] = types.get(type).killing().orElse(null);
        }
        any = types.stream().anyMatch(type -> type.killing().isPresent());
        custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
        pulls = new double[team.size()];
        choices = new Choices(team.size());
    }

    /// Looks who is held. To be called once cells are where they are, before [#isStill] is asked.
    public void look() {
        if (!any) {
            return;
        }
        int count = cells.count();
        if (state.length < count) {
            state = new byte[cells.x.values.length];
        }
        Arrays.fill(state, 0, count, (byte) 0);
        for (int i = 0; i < count; i++) {
            ContactKillingModel model = model(i);
            if (model != null && cells.outside.values[i] == 0 && holding.holds(i)) {
                int j = index.of(cells.target.values[i]);
                if (j >= 0) {
                    state[j] |= model.stills() ? HELD | STILL : HELD;
                }
            }
        }
    }

    /// Whether a cell is held by one that lets it do nothing, as [#look] saw it.
    public boolean isStill(int cell) {
        return any && (state[cell] & STILL) != 0;
    }

    /// The model of a living killer; null for all others.
    private @Nullable ContactKillingModel model(int i) {
        return cells.fate.values[i] == Fate.ALIVE ? models[cells.type.values[i]] : null;
    }

    /// Adds to the velocities of killers what draws them to others.
    public void pull() {
        if (any) {
            team.run(part -> {
                int[] list = neighbours.listOfPart(part);
                double most = 0;
                int to = Ranges.from(part + 1, team.size(), cells.count());
                for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                    ContactKillingModel model = model(i);
                    if (model != null && model.pull() != 0 && velocities.isMoving(i)) {
                        most = Math.max(most, model.pull() * pull(i, model, list));
                    }
                }
                pulls[part] = most;
            });
        }
    }

    /// A bound of how fast any killer follows those that draw it, as velocities were set last, 1/min (Gershgorin).
    public double stiffness() {
        double most = 0;
        for (double each : pulls) {
            most = Math.max(most, 2 * each);
        }
        return most;
    }

    /// @return how many draw it
    private int pull(int i, ContactKillingModel model, int[] list) {
        int count = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        int end = neighbours.end(i);
        for (int n = neighbours.first(i); n < end; n++) {
            int j = list[n];
            if (cells.type.values[j] != model.target() || !neighbours.touch(i, j)) {
                continue;
            }
            double distance = distance(i, j);
            if (distance > model.pullFrom() && distance < model.pullTo()) {
                count++;
                x += cells.x.values[j] - cells.x.values[i];
                y += cells.y.values[j] - cells.y.values[i];
                z += cells.z.values[j] - cells.z.values[i];
            }
        }
        cells.vx.values[i] += model.pull() * x;
        cells.vy.values[i] += model.pull() * y;
        cells.vz.values[i] += model.pull() * z;
        return count;
    }

    private double distance(int i, int j) {
        double dx = cells.x.values[i] - cells.x.values[j];
        double dy = cells.y.values[i] - cells.y.values[j];
        double dz = cells.z.values[i] - cells.z.values[j];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /// Lets killers go on with what they hold, or look for something: each chooses as if it were alone; then what they
    /// chose is done, in the order of their ids.
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        if (!any) {
            return;
        }
        index.refresh();
        look();
        team.run(part -> {
            choices.clear(part);
            int[] list = neighbours.listOfPart(part);
            int to = Ranges.from(part + 1, team.size(), cells.count());
            for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                ContactKillingModel model = models[cells.type.values[i]];
                if (model != null) {
                    choose(part, i, model, list, dt, step);
                }
            }
        });
        choices.settle(deed);
    }

    private void choose(int part, int i, ContactKillingModel model, int[] list, double dt, long step) {
        long id = cells.id.values[i];
        if (holding.holds(i)) {
            int target = holding.held(i);
            int act = goOn(target, model, dt, luck.of(part, id, Purpose.KILLING, step));
            if (act != NOTHING) {
                choices.add(part, id, i, target, act);
            }
        } else if (cells.acts(i)) {
            int found = seek(i, model, list, dt, luck.of(part, id, Purpose.KILLING, step));
            if (found != Holding.NOBODY) {
                choices.add(part, id, i, found, ATTACH);
            }
        }
    }

    /// What a killer does with the cell that it holds.
    private int goOn(int j, ContactKillingModel model, double dt, RandomStream own) {
        if (j == Holding.NOBODY || cells.type.values[j] != model.target()) {
            return LET_GO;
        }
        double kills = model.kill() * mark(model, j) * dt;
        double ends = dt / model.hold();
        double luckOfKilling = own.nextDouble();
        if (luckOfKilling < chance.before(kills, ends)) {
            return KILL;
        }
        boolean lets = chance.exact() ? luckOfKilling < chance.of(kills + ends) : own.nextDouble() < ends;
        return lets ? LET_GO : NOTHING;
    }

    /// The cell that a killer gets hold of.
    private int seek(int i, ContactKillingModel model, int[] list, double dt, RandomStream own) {
        int end = neighbours.end(i);
        for (int n = neighbours.first(i); n < end; n++) {
            int j = list[n];
            if (cells.type.values[j] != model.target()
                    || !cells.acts(j)
                    || !neighbours.touch(i, j)
                    || model.alone() && (state[j] & HELD) != 0) {
                continue;
            }
            double nearness = (model.farthest() - distance(i, j)) / (model.farthest() - model.surely());
            double mark = nearness > 0 ? mark(model, j) : 0;
            if (mark > 0 && own.nextDouble() < chance.of(model.attachment() * mark * Math.min(1, nearness) * dt)) {
                return j;
            }
        }
        return Holding.NOBODY;
    }

    private double mark(ContactKillingModel model, int target) {
        if (model.mark().isEmpty()) {
            return 1;
        }
        double value = behaviours.of(custom + model.mark().getAsInt(), target);
        return Math.clamp((value - model.least()) / (model.saturation() - model.least()), 0, 1);
    }

    private void settle(int killer, int target, int act) {
        switch (act) {
            case ATTACH -> {
                ContactKillingModel model = model(killer);
                if (model != null && cells.isAlive(target) && !(model.alone() && (state[target] & HELD) != 0)) {
                    state[target] |= HELD;
                    holding.begin(killer, target);
                }
            }
            case KILL -> {
                if (cells.isAlive(target)) {
                    losses.note(cells.type.values[target], Cause.CONTACT_KILLING, cells.type.values[killer]);
                    death.begin(target, Fate.APOPTOTIC);
                }
                holding.release(killer);
            }
            default -> holding.release(killer);
        }
    }
}
