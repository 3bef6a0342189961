package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.space.Neighbours;

/// How cells get hold of those that they touch, and let go.
///
/// *Biology*: cells hold on to their neighbours, each up to a number of them, and to some types of
/// cells more readily than to others.
///
/// *Equation*: a pair that is attached parts at the sum of both detachment rates; a cell attaches
/// to each that it touches, living or dead, at attachment rate × its affinity to the other's type
/// ([Chance]), as long as neither has the most attachments that it can have. An attacker and its
/// target may part so, too. How hard attached cells pull is said by [Springs].
///
/// *Parameters*: `cell attachment rate`, `cell detachment rate` (1/min),
/// `maximum number of cell attachments`, `adhesive affinity to %`. *Source*: Johnson et al. 2025,
/// doi 10.1016/j.cell.2025.06.048.
///
/// *Reads* neighbours. *Writes* attachments.
public final class Attachment {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Neighbours neighbours;
    private final Springs springs;
    private final IdIndex index;
    private final Chance chance;
    private final Luck luck;
    private final int attachment;
    private final int detachment;
    private final int most;
    private final int affinity;
    private final boolean never;
    private final InOrder order;
    private int[] degree = new int[0];

    /// Pairs of ids that let go of each other.
    private long[] parting = new long[16];

    public Attachment(
            Cells cells,
            BehaviourValues behaviours,
            Neighbours neighbours,
            Springs springs,
            IdIndex index,
            Chance chance,
            Luck luck) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.neighbours = neighbours;
        this.springs = springs;
        this.index = index;
        this.chance = chance;
        this.luck = luck;
        order = new InOrder(cells, index);
        var vocabulary = behaviours.vocabulary();
        attachment = vocabulary.place(Behaviour.ATTACHMENT);
        detachment = vocabulary.place(Behaviour.DETACHMENT);
        most = vocabulary.place(Behaviour.MOST_ATTACHMENTS);
        affinity = vocabulary.place(Behaviour.AFFINITY);
        never = behaviours.isEverywhere(attachment, 0) && behaviours.isEverywhere(detachment, 0);
    }

    /// Lets all cells let go and take hold, in the order of their ids.
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        if (never) {
            return;
        }
        int count = cells.count();
        if (degree.length < count) {
            degree = new int[cells.x.values.length];
        }
        Arrays.fill(degree, 0, count, 0);
        for (int link = 0; link < springs.count(); link++) {
            degree[index.of(springs.lower(link))]++;
            degree[index.of(springs.upper(link))]++;
        }
        letGo(dt, step);
        order.forEach(
                i -> !isOutside(i) && behaviours.of(attachment, i) > 0,
                i -> takeHold(i, dt, luck.of(0, cells.id.values[i], Purpose.ATTACHMENT, 2 * step + 1)));
    }

    /// Either end may let go.
    private void letGo(double dt, long step) {
        int gone = 0;
        for (int link = 0; link < springs.count(); link++) {
            long lower = springs.lower(link);
            long upper = springs.upper(link);
            int i = index.of(lower);
            int j = index.of(upper);
            double stays = (1 - Math.min(1, chance.of(behaviours.of(detachment, i) * dt)))
                    * (1 - Math.min(1, chance.of(behaviours.of(detachment, j) * dt)));
            if (isOutside(i) || isOutside(j) || stays < 1 && lets(lower, upper, stays, step)) {
                if (2 * gone == parting.length) {
                    parting = Arrays.copyOf(parting, 4 * gone);
                }
                parting[2 * gone] = lower;
                parting[2 * gone++ + 1] = upper;
                degree[i]--;
                degree[j]--;
            }
        }
        for (int k = 0; k < gone; k++) {
            springs.detach(parting[2 * k], parting[2 * k + 1]);
        }
    }

    private boolean lets(long lower, long upper, double stays, long step) {
        RandomStream own = luck.of(0, lower, Purpose.ATTACHMENT, 2 * step);
        own.seek(upper);
        return own.nextDouble() >= stays;
    }

    private boolean isOutside(int cell) {
        return cells.outside.values[cell] != 0;
    }

    private void takeHold(int i, double dt, RandomStream own) {
        double rate = behaviours.of(attachment, i) * dt;
        int[] list = neighbours.list(i);
        int end = neighbours.end(i);
        for (int n = neighbours.first(i); n < end && degree[i] < (int) behaviours.of(most, i); n++) {
            int j = list[n];
            if (!isOutside(j)
                    && neighbours.touch(i, j)
                    && degree[j] < (int) behaviours.of(most, j)
                    && own.nextDouble() <= chance.of(rate * behaviours.of(affinity + cells.type.values[j], i))
                    && springs.attach(cells.id.values[i], cells.id.values[j])) {
                degree[i]++;
                degree[j]++;
            }
        }
    }
}
