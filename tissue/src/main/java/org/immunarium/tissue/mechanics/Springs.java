package org.immunarium.tissue.mechanics;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
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
/// Links are pairs of ids, the lower first, sorted; so forces are summed up in one order. Each cell knows those that it
/// is attached to, few, so that taking hold and letting go cost little however many links there are; pairs are listed
/// anew once a step.
public final class Springs {

    /// Those that one cell is attached to, ascending.
    private static final class Partners {
        private long[] ids = new long[4];
        private int count;

        /// @return whether it is new
        boolean add(long id) {
            int at = Arrays.binarySearch(ids, 0, count, id);
            if (at >= 0) {
                return false;
            }
            int place = -at - 1;
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, 2 * count);
            }
            System.arraycopy(ids, place, ids, place + 1, count - place);
            ids[place] = id;
            count++;
            return true;
        }

        /// @return whether it was there
        boolean remove(long id) {
            int at = Arrays.binarySearch(ids, 0, count, id);
            if (at < 0) {
                return false;
            }
            System.arraycopy(ids, at + 1, ids, at, count - at - 1);
            count--;
            return true;
        }

        /// The place of the first that is above an id, which is none of them.
        int above(long id) {
            return -Arrays.binarySearch(ids, 0, count, id) - 1;
        }
    }

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Surfaces surfaces;
    private final IdIndex index;
    private final int elasticity;

    /// By id, of all that are attached to any.
    private final TreeMap<Long, Partners> partners = new TreeMap<>();

    /// All pairs, as they were listed last, and whether that still holds.
    private long[] lower = new long[0];

    private long[] upper = new long[0];
    private int count;
    private boolean sorted = true;
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
        sort();
        return lower[link];
    }

    /// The higher id of a pair.
    public long upper(int link) {
        sort();
        return upper[link];
    }

    /// Attaches two cells.
    ///
    /// @return whether they were not
    public boolean attach(long one, long other) {
        if (!partners.computeIfAbsent(one, _ -> new Partners()).add(other)) {
            return false;
        }
        partners.computeIfAbsent(other, _ -> new Partners()).add(one);
        count++;
        sorted = false;
        return true;
    }

    /// Parts two cells, if they are attached.
    public void detach(long one, long other) {
        if (forget(one, other)) {
            forget(other, one);
            count--;
            sorted = false;
        }
    }

    /// Parts a cell from all others.
    public void detachAll(long id) {
        Partners its = partners.remove(id);
        if (its != null) {
            for (int k = 0; k < its.count; k++) {
                forget(its.ids[k], id);
            }
            count -= its.count;
            sorted = false;
        }
    }

    /// @return whether it was known
    private boolean forget(long id, long partner) {
        Partners its = partners.get(id);
        if (its == null || !its.remove(partner)) {
            return false;
        }
        if (its.count == 0) {
            partners.remove(id);
        }
        return true;
    }

    /// Lists all pairs anew where they have changed.
    private void sort() {
        if (sorted) {
            return;
        }
        if (lower.length < count) {
            lower = new long[count + count / 4];
            upper = new long[lower.length];
        }
        int at = 0;
        for (Map.Entry<Long, Partners> each : partners.entrySet()) {
            long id = each.getKey();
            Partners its = each.getValue();
            for (int k = its.above(id); k < its.count; k++) {
                lower[at] = id;
                upper[at++] = its.ids[k];
            }
        }
        sorted = true;
    }

    /// Adds the pull to the velocities of cells that move.
    public void pull(Velocities velocities) {
        sort();
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
        sort();
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
        sort();
        out.put(count);
        out.put(lower, count);
        out.put(upper, count);
    }

    /// Reads what [#write] wrote, in place of all pairs.
    public void read(BlockInput in) throws IOException {
        int pairs = in.takeInt();
        long[] one = new long[pairs];
        long[] other = new long[pairs];
        in.take(one, pairs);
        in.take(other, pairs);
        partners.clear();
        count = 0;
        sorted = false;
        for (int link = 0; link < pairs; link++) {
            attach(one[link], other[link]);
        }
    }
}
