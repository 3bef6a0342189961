package org.immunarium.tissue.field;

import java.util.Arrays;
import org.immunarium.numerics.field.ExchangeRates;
import org.immunarium.numerics.field.Grid;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// What cells give off and take up, and what they have inside.
///
/// *Equation*: see [org.immunarium.numerics.field.CellExchange]; cells in one voxel act one after the
/// other, in the order of their ids, or all at once ([org.immunarium.numerics.field.CellSources]).
/// Those outside of the domain do nothing.
///
/// *Parameters*: `% secretion` (1/min) towards `% secretion target`, `% uptake` (1/min), `% export`
/// (amount/min).
///
/// *Reads* volumes, places, behaviours. *Writes* concentrations, what is inside.
public final class Exchange {

    private static final int NOWHERE = -1;
    private static final double[] NOTHING = {};

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Scheme scheme;
    private final int secretion;
    private final int target;
    private final int uptake;
    private final int export;
    private final boolean[] possible;
    private final boolean any;

    /// Of each substance, the amount that each cell has inside; empty where that is not counted.
    private final DoubleColumn[] internal;

    /// The amounts that cells took up in the last steps, by their order here.
    private final double[][] taken;

    private int[] order = new int[0];

    /// The place of each cell in that order; [#NOWHERE] where it does not act.
    private int[] place = new int[0];

    private final int[] firstOfVoxel;
    private int acting;
    private boolean changed;
    private int[] voxels = new int[0];
    private double[] volumes = new double[0];
    private ExchangeRates rates = new ExchangeRates(new double[0], new double[0], new double[0], new double[0]);

    Exchange(TissueModel model, Cells cells, BehaviourValues behaviours, Grid grid, Scheme scheme) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.scheme = scheme;
        Vocabulary<Behaviour> vocabulary = behaviours.vocabulary();
        secretion = vocabulary.place(Behaviour.SECRETION);
        target = vocabulary.place(Behaviour.SECRETION_TARGET);
        uptake = vocabulary.place(Behaviour.UPTAKE);
        export = vocabulary.place(Behaviour.EXPORT);
        int substances = model.substances().size();
        possible = new boolean[substances];
        internal = new DoubleColumn[model.internalises() ? substances : 0];
        taken = new double[internal.length][0];
        boolean some = model.immunity().map(its -> !its.supplies().isEmpty()).orElse(false);
        for (int s = 0; s < substances; s++) {
            possible[s] = !(behaviours.isEverywhere(secretion + s, 0)
                    && behaviours.isEverywhere(uptake + s, 0)
                    && behaviours.isEverywhere(export + s, 0));
            some |= possible[s];
            if (internal.length > 0) {
                internal[s] = cells.addDouble(
                        "internalized " + model.substances().get(s).name(), 0);
            }
        }
        any = some;
        firstOfVoxel = new int[grid.voxels() + 1];
    }

    /// The amount of a substance in a cell; 0 where that is not counted.
    public double inside(int substance, int cell) {
        return internal.length == 0 ? 0 : internal[substance].values[cell];
    }

    /// Says that a cell's volume, type, fate or behaviours have changed, so that what it does is to be looked at anew.
    /// Several threads may do so at once.
    public void change() {
        changed = true;
    }

    /// Whether what cells do has changed since it was looked at.
    boolean isChanged() {
        return changed;
    }

    /// Gives a cell all that another had inside, and more volume.
    public void takeIn(int cell, int other) {
        change();
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
    ///
    /// @param at the voxel of each cell
    void refresh(int[] at) {
        changed = false;
        if (!any) {
            return;
        }
        int count = cells.count();
        if (order.length < count) {
            makeRoom(at.length);
        }
        sort(at, count);
        acting = 0;
        for (int k = 0; k < count; k++) {
            int i = order[k];
            if (cells.outside.values[i] == 0) {
                order[acting] = i;
                voxels[acting] = at[i];
                place[i] = acting;
                volumes[acting++] = cells.volume.values[i];
            } else {
                place[i] = NOWHERE;
            }
        }
        scheme.prepare(acting, voxels, volumes, this::rates);
    }

    /// Looks anew at where one cell is, when nothing else has changed. Cells near it in the order make room for it.
    ///
    /// @param to its voxel now
    /// @return how many made room: what it cost; -1 where all is to be looked at anew
    int move(int cell, int to) {
        int from = any ? place[cell] : NOWHERE;
        if (from == NOWHERE) {
            return 0;
        }
        int goal = placeOf(cells.id.values[cell], to);
        if (goal > from) {
            // It leaves its own place.
            goal--;
        }
        if (!scheme.move(from, goal, to)) {
            return -1;
        }
        int step = goal > from ? 1 : -1;
        for (int k = from; k != goal; k += step) {
            order[k] = order[k + step];
            voxels[k] = voxels[k + step];
            place[order[k]] = k;
        }
        order[goal] = cell;
        voxels[goal] = to;
        place[cell] = goal;
        return Math.abs(goal - from);
    }

    /// The first place of a cell in the order that is not before one of an id in a voxel.
    private int placeOf(long id, int voxel) {
        int low = 0;
        int high = acting;
        while (low < high) {
            int middle = low + high >>> 1;
            int other = voxels[middle];
            if (other < voxel || other == voxel && cells.id.values[order[middle]] < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether a cell acts, as when all was looked at anew.
    boolean acts(int cell) {
        return !any || place[cell] != NOWHERE;
    }

    private void makeRoom(int room) {
        order = new int[room];
        place = new int[room];
        voxels = new int[room];
        volumes = new double[room];
        rates = new ExchangeRates(new double[room], new double[room], new double[room], new double[room]);
        for (int s = 0; s < taken.length; s++) {
            taken[s] = new double[room];
        }
    }

    private ExchangeRates rates(int s) {
        if (!possible[s]) {
            Arrays.fill(rates.secretion(), 0, acting, 0);
            Arrays.fill(rates.uptake(), 0, acting, 0);
            Arrays.fill(rates.export(), 0, acting, 0);
            return rates;
        }
        for (int k = 0; k < acting; k++) {
            int i = order[k];
            rates.secretion()[k] = behaviours.exchange(secretion + s, i, 0);
            rates.target()[k] = behaviours.of(target + s, i);
            rates.uptake()[k] = behaviours.exchange(uptake + s, i, BehaviourValues.UPTAKE_OF_DEAD);
            rates.export()[k] = behaviours.exchange(export + s, i, 0);
        }
        return rates;
    }

    /// By voxel, in one voxel by id.
    private void sort(int[] at, int count) {
        int n = firstOfVoxel.length - 1;
        Arrays.fill(firstOfVoxel, 0);
        for (int i = 0; i < count; i++) {
            firstOfVoxel[at[i] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            firstOfVoxel[v + 1] += firstOfVoxel[v];
        }
        for (int i = 0; i < count; i++) {
            order[firstOfVoxel[at[i]]++] = i;
        }
        long[] id = cells.id.values;
        int start = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || at[order[k]] != at[order[start]]) {
                sortById(start, k, id);
                start = k;
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

    /// Takes a step of all substances.
    ///
    /// @param number how many there were before
    void step(long number) {
        for (double[] each : taken) {
            Arrays.fill(each, 0, acting, 0);
        }
        scheme.step(number, taken);
        for (int s = 0; s < taken.length; s++) {
            addTaken(s);
        }
    }

    /// Takes a step of one substance where each is solved alone; several threads may do so at once, each of another.
    void step(SplitScheme alone, int s, long number) {
        if (internal.length == 0) {
            alone.step(s, number, NOTHING);
            return;
        }
        Arrays.fill(taken[s], 0, acting, 0);
        alone.step(s, number, taken[s]);
        addTaken(s);
    }

    private void addTaken(int s) {
        for (int k = 0; k < acting; k++) {
            internal[s].values[order[k]] += taken[s][k];
        }
    }
}
