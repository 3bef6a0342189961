package org.immunarium.tissue.field;

import java.util.Arrays;
import org.immunarium.numerics.field.Grid;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// What cells give off and take up.
///
/// *Equation*: with k = dt V_cell / V_voxel, a concentration ρ in the cell's voxel becomes
/// `(ρ + k S ρ*) / (1 + k (S + U)) + dt E / V_voxel`; cells in one voxel act one after the other, in the order of their
/// ids.
///
/// *Parameters*: S `% secretion` (1/min), ρ* `% secretion target`, U `% uptake` (1/min), E `% export` (amount/min).
///
/// *Source*: Ghaffarizadeh et al. 2016, doi 10.1093/bioinformatics/btv730.
///
/// *Reads* volumes, places, behaviours. *Writes* concentrations, what was taken up.
public final class Exchange {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final double[][] concentrations;
    private final double dt;
    private final double voxelVolume;
    private final int[] places;
    private final boolean[] possible;

    /// Of each substance, the amount that each cell has taken up; empty where that is not counted.
    private final DoubleColumn[] internal;

    private int[] order = new int[0];
    private final int[] firstOfVoxel;

    /// For each substance, the cells that do something to it, by voxel.
    private final int[][] who;

    private final int[][] where;
    private final double[][] given;
    private final double[][] divisor;
    private final double[][] exported;
    private final int[] active;

    Exchange(TissueModel model, Cells cells, BehaviourValues behaviours, Grid grid, double[][] concentrations) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.concentrations = concentrations;
        dt = model.steps().diffusion();
        voxelVolume = grid.voxelVolume();
        Vocabulary<Behaviour> vocabulary = behaviours.vocabulary();
        places = new int[] {
            vocabulary.place(Behaviour.SECRETION),
            vocabulary.place(Behaviour.SECRETION_TARGET),
            vocabulary.place(Behaviour.UPTAKE),
            vocabulary.place(Behaviour.EXPORT)
        };
        int substances = concentrations.length;
        possible = new boolean[substances];
        internal = new DoubleColumn[model.internalises() ? substances : 0];
        for (int s = 0; s < substances; s++) {
            possible[s] = !(behaviours.isEverywhere(places[0] + s, 0)
                    && behaviours.isEverywhere(places[2] + s, 0)
                    && behaviours.isEverywhere(places[3] + s, 0));
            if (model.internalises()) {
                internal[s] = cells.addDouble(
                        "internalized " + model.substances().get(s).name(), 0);
            }
        }
        firstOfVoxel = new int[grid.voxels() + 1];
        who = new int[substances][0];
        where = new int[substances][0];
        given = new double[substances][0];
        divisor = new double[substances][0];
        exported = new double[substances][0];
        active = new int[substances];
    }

    /// Whether any cell does something to a substance now.
    boolean isActive(int substance) {
        return active[substance] > 0;
    }

    /// The amount of a substance in a cell; 0 where that is not counted.
    public double inside(int substance, int cell) {
        return internal.length == 0 ? 0 : internal[substance].values[cell];
    }

    /// Gives a cell all that another had inside.
    public void takeIn(int cell, int other) {
        for (DoubleColumn each : internal) {
            each.values[cell] += each.values[other];
        }
    }

    /// Shares what a cell has inside among two that are alike.
    public void halve(int cell, int other) {
        for (DoubleColumn each : internal) {
            each.values[cell] *= 0.5;
            each.values[other] = each.values[cell];
        }
    }

    /// Looks anew at what each cell does and where.
    void refresh(int[] voxels) {
        boolean any = false;
        for (boolean each : possible) {
            any |= each;
        }
        if (!any) {
            return;
        }
        int count = cells.count();
        sort(voxels, count);
        for (int s = 0; s < active.length; s++) {
            if (possible[s]) {
                refresh(s, voxels, count);
            }
        }
    }

    private void sort(int[] voxels, int count) {
        if (order.length < count) {
            order = new int[voxels.length];
        }
        int n = firstOfVoxel.length - 1;
        Arrays.fill(firstOfVoxel, 0);
        for (int i = 0; i < count; i++) {
            firstOfVoxel[voxels[i] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            firstOfVoxel[v + 1] += firstOfVoxel[v];
        }
        for (int i = 0; i < count; i++) {
            order[firstOfVoxel[voxels[i]]++] = i;
        }
        System.arraycopy(firstOfVoxel, 0, firstOfVoxel, 1, n);
        firstOfVoxel[0] = 0;
        long[] id = cells.id.values;
        int start = 0;
        for (int at = 1; at <= count; at++) {
            if (at == count || voxels[order[at]] != voxels[order[start]]) {
                sortById(start, at, id);
                start = at;
            }
        }
    }

    private void sortById(int from, int to, long[] id) {
        for (int i = from + 1; i < to; i++) {
            int cell = order[i];
            int k = i - 1;
            while (k >= from && id[order[k]] > id[cell]) {
                order[k + 1] = order[k];
                k--;
            }
            order[k + 1] = cell;
        }
    }

    private void refresh(int s, int[] voxels, int count) {
        if (who[s].length < count) {
            int room = voxels.length;
            who[s] = new int[room];
            where[s] = new int[room];
            given[s] = new double[room];
            divisor[s] = new double[room];
            exported[s] = new double[room];
        }
        int n = 0;
        for (int k = 0; k < count; k++) {
            int i = order[k];
            if (cells.outside.values[i] != 0) {
                continue;
            }
            double secretion = behaviours.exchange(places[0] + s, i, 0);
            double uptake = behaviours.exchange(places[2] + s, i, BehaviourValues.UPTAKE_OF_DEAD);
            double export = behaviours.exchange(places[3] + s, i, 0);
            if (secretion == 0 && uptake == 0 && export == 0) {
                continue;
            }
            double share = dt * cells.volume.values[i] / voxelVolume;
            who[s][n] = i;
            where[s][n] = voxels[i];
            given[s][n] = share * secretion * behaviours.of(places[1] + s, i);
            divisor[s][n] = 1 / (1 + share * (secretion + uptake));
            exported[s][n] = dt * export / voxelVolume;
            n++;
        }
        active[s] = n;
    }

    /// Lets all cells act on a substance once.
    void apply(int s) {
        double[] rho = concentrations[s];
        int n = active[s];
        int[] at = where[s];
        double[] a = given[s];
        double[] b = divisor[s];
        double[] e = exported[s];
        if (internal.length == 0) {
            for (int k = 0; k < n; k++) {
                int voxel = at[k];
                rho[voxel] = (rho[voxel] + a[k]) * b[k] + e[k];
            }
            return;
        }
        double[] amount = internal[s].values;
        for (int k = 0; k < n; k++) {
            int voxel = at[k];
            double before = rho[voxel];
            double after = (before + a[k]) * b[k] + e[k];
            rho[voxel] = after;
            amount[who[s][k]] -= voxelVolume * (after - before);
        }
    }
}
