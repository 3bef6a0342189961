package org.immunarium.tissue.mechanics;

import java.io.IOException;
import java.util.Arrays;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.model.Behaviour;

/// Which cells hold on to each other, and the pull between them.
///
/// *Biology*: cells attach to others and let go; an attacker holds its target.
///
/// *Equation*: each of two attached cells is pulled to the other with `sqrt(k_i aff_ij k_j aff_ji) (x_j - x_i)`.
///
/// *Parameters*: `cell-cell adhesion elastic constant` k (1/min), `adhesive affinity to %`.
///
/// *Source*: PhysiCell's spring attachments, Johnson et al. 2025, doi 10.1016/j.cell.2025.06.048.
///
/// Links are pairs of ids, the lower first, sorted; so forces are summed up in one order.
public final class Springs {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Surfaces surfaces;
    private final IdIndex index;
    private final int elasticity;
    private long[] lower = new long[0];
    private long[] upper = new long[0];
    private int count;
    private double[] pulls = new double[0];

    public Springs(Cells cells, BehaviourValues behaviours, Surfaces surfaces, IdIndex index) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.surfaces = surfaces;
        this.index = index;
        elasticity = behaviours.vocabulary().place(Behaviour.ELASTICITY);
    }

    /// How many pairs there are.
    public int count() {
        return count;
    }

    /// The lower id of a pair.
    public long lower(int link) {
        return lower[link];
    }

    /// The higher id of a pair.
    public long upper(int link) {
        return upper[link];
    }

    /// Attaches two cells, if they are not.
    public void attach(long one, long other) {
        long a = Math.min(one, other);
        long b = Math.max(one, other);
        int at = find(a, b);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (count == lower.length) {
            lower = Arrays.copyOf(lower, Math.max(16, count * 2));
            upper = Arrays.copyOf(upper, lower.length);
        }
        System.arraycopy(lower, place, lower, place + 1, count - place);
        System.arraycopy(upper, place, upper, place + 1, count - place);
        lower[place] = a;
        upper[place] = b;
        count++;
    }

    /// Parts two cells, if they are attached.
    public void detach(long one, long other) {
        int at = find(Math.min(one, other), Math.max(one, other));
        if (at >= 0) {
            System.arraycopy(lower, at + 1, lower, at, count - at - 1);
            System.arraycopy(upper, at + 1, upper, at, count - at - 1);
            count--;
        }
    }

    /// Parts a cell from all others.
    public void detachAll(long id) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (lower[i] != id && upper[i] != id) {
                lower[kept] = lower[i];
                upper[kept++] = upper[i];
            }
        }
        count = kept;
    }

    private int find(long a, long b) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = lower[middle] != a ? Long.compare(lower[middle], a) : Long.compare(upper[middle], b);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /// Adds the pull to the velocities of cells that move.
    public void pull(Velocities velocities) {
        for (int link = 0; link < count; link++) {
            int i = index.of(lower[link]);
            int j = index.of(upper[link]);
            double strength = strength(i, j);
            double x = strength * (cells.x.values[j] - cells.x.values[i]);
            double y = strength * (cells.y.values[j] - cells.y.values[i]);
            double z = strength * (cells.z.values[j] - cells.z.values[i]);
            if (velocities.isMoving(i)) {
                cells.vx.values[i] += x;
                cells.vy.values[i] += y;
                cells.vz.values[i] += z;
            }
            if (velocities.isMoving(j)) {
                cells.vx.values[j] -= x;
                cells.vy.values[j] -= y;
                cells.vz.values[j] -= z;
            }
        }
    }

    private double strength(int i, int j) {
        return Math.sqrt(behaviours.of(elasticity, i) * behaviours.of(elasticity, j)) * surfaces.affinityRoot(i, j);
    }

    /// A bound of how fast any cell follows those that it is attached to now, 1/min: twice the sum of the pulls by
    /// distance (Gershgorin).
    public double stiffness() {
        int cellCount = cells.count();
        if (count == 0) {
            return 0;
        }
        if (pulls.length < cellCount) {
            pulls = new double[cells.x.values.length];
        }
        Arrays.fill(pulls, 0, cellCount, 0);
        double most = 0;
        for (int link = 0; link < count; link++) {
            int i = index.of(lower[link]);
            int j = index.of(upper[link]);
            double strength = strength(i, j);
            pulls[i] += strength;
            pulls[j] += strength;
            most = Math.max(most, Math.max(pulls[i], pulls[j]));
        }
        return 2 * most;
    }

    /// Writes all pairs.
    public void write(BlockOutput out) throws IOException {
        out.put(count);
        out.put(lower, count);
        out.put(upper, count);
    }

    /// Reads what [#write] wrote, in place of all pairs.
    public void read(BlockInput in) throws IOException {
        count = in.takeInt();
        lower = new long[count];
        upper = new long[count];
        in.take(lower, count);
        in.take(upper, count);
    }
}
