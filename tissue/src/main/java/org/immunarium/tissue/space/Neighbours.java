package org.immunarium.tissue.space;

import java.util.Arrays;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.model.Domain;

/// Which cells are near each cell: all that it could touch before any of them has moved far.
///
/// Two cells touch where their distance is below the sum of their spans ([Cells#span]). The list holds those nearer
/// than that and a skin more, so it serves until a cell has moved, or its span has grown, by half of the skin: then
/// it is made anew. That is looked up exactly, so it does not matter to any result when the list is made. Verlet,
/// Phys. Rev. 159 (1967), doi 10.1103/PhysRev.159.98.
///
/// To make it, cells are sorted by boxes as wide as the greatest distance of any two in it; of one box by id. Cells
/// that are near are then near in memory too, and the candidates of a cell are nine runs of cells, three in a flat
/// domain. What a cell's neighbours are and their order depend on places and ids alone.
public final class Neighbours {

    /// Of all memory, for lists and for longer ones that take their places.
    private static final double SHARE = 0.75;

    /// How much nearer cells may come before lists are made anew, µm.
    private static final double SKIN = 3;

    /// At most so many boxes a cell, or a few more.
    private static final int BOXES_A_CELL = 4;

    private static final int FEW_BOXES = 4096;

    private final Cells cells;
    private final Domain domain;
    private final Team team;

    /// Where each cell was, and what its span was, when lists were made.
    private final DoubleColumn madeX;

    private final DoubleColumn madeY;
    private final DoubleColumn madeZ;
    private final DoubleColumn madeSpan;
    private int madeAt = -1;

    private final double[] largest;

    private double box;
    private int nx;
    private int ny;
    private int nz;
    private int[] boxOf = new int[0];
    private int[] firstOfBox = new int[0];
    private int[] order = new int[0];

    /// Neighbours of the cells of one part after those of another; a cell's are at `first[cell]` to `end[cell]`.
    private final int[][] lists;

    /// So many neighbours have room in the list of a part.
    private final int most;

    private int[] first = new int[0];
    private int[] end = new int[0];

    public Neighbours(Cells cells, Domain domain, Team team) {
        this(cells, domain, team, Runtime.getRuntime().maxMemory());
    }

    /// @param memory bytes that there are in all
    Neighbours(Cells cells, Domain domain, Team team, long memory) {
        this.cells = cells;
        this.domain = domain;
        this.team = team;
        madeX = cells.addHidden("listed x", 0);
        madeY = cells.addHidden("listed y", 0);
        madeZ = cells.addHidden("listed z", 0);
        madeSpan = cells.addHidden("listed span", 0);
        lists = new int[team.size()][1024];
        double room = SHARE * memory / (2 * Integer.BYTES);
        most = (int) Math.min(Integer.MAX_VALUE - 8, room / team.size());
        largest = new double[team.size()];
    }

    /// The part of a team that a cell belongs to.
    private int part(int cell) {
        // The inverse of the ranges that parts have.
        int parts = lists.length;
        int part = (int) ((long) cell * parts / cells.count());
        while (part + 1 < parts && Ranges.from(part + 1, parts, cells.count()) <= cell) {
            part++;
        }
        return part;
    }

    /// Where the neighbours of a cell are listed.
    public int[] list(int cell) {
        return lists[lists.length == 1 ? 0 : part(cell)];
    }

    /// Where the neighbours of all cells of a part are listed.
    public int[] listOfPart(int part) {
        return lists[part];
    }

    /// The place of a cell's first neighbour in its list.
    public int first(int cell) {
        return first[cell];
    }

    /// The place after a cell's last neighbour in its list.
    public int end(int cell) {
        return end[cell];
    }

    /// How many neighbours all cells have together.
    public long total() {
        int parts = lists.length;
        int count = cells.count();
        long total = 0;
        for (int part = 0; part < parts && madeAt == cells.changes(); part++) {
            int last = Ranges.from(part + 1, parts, count) - 1;
            total += last >= Ranges.from(part, parts, count) ? end[last] : 0;
        }
        return total;
    }

    /// Whether two cells touch now.
    public boolean touch(int cell, int other) {
        double dx = cells.x.values[cell] - cells.x.values[other];
        double dy = cells.y.values[cell] - cells.y.values[other];
        double dz = cells.z.values[cell] - cells.z.values[other];
        double far = cells.reach.values[cell] + cells.reach.values[other];
        return dx * dx + dy * dy + dz * dz < far * far;
    }

    /// Makes lists anew where cells were added or removed, moved far or grew much. Cells may be at other indices
    /// then.
    ///
    /// @param time min
    /// @return whether it did
    /// @throws NumericalFailure if so many cells are near each other that memory has no room for their lists
    public boolean update(double time) {
        boolean due = madeAt != cells.changes() || farthest() > SKIN / 2;
        if (due) {
            make(true, time);
        }
        return due;
    }

    /// Whether the lists are of the cells as they are, so that they are to be made again as they were when the
    /// columns are read back.
    public boolean isCurrent() {
        return madeAt == cells.changes();
    }

    /// Makes the lists that there were when the columns were saved, if they were current then.
    ///
    /// @param time min
    public void resume(double time) {
        double[] nowX = cells.x.values;
        double[] nowY = cells.y.values;
        double[] nowZ = cells.z.values;
        double[] nowSpan = cells.span.values;
        cells.x.values = madeX.values;
        cells.y.values = madeY.values;
        cells.z.values = madeZ.values;
        cells.span.values = madeSpan.values;
        make(false, time);
        cells.x.values = nowX;
        cells.y.values = nowY;
        cells.z.values = nowZ;
        cells.span.values = nowSpan;
    }

    private double farthest() {
        int count = cells.count();
        double[] x = cells.x.values;
        double[] y = cells.y.values;
        double[] z = cells.z.values;
        double[] far = cells.span.values;
        double[] x0 = madeX.values;
        double[] y0 = madeY.values;
        double[] z0 = madeZ.values;
        double[] far0 = madeSpan.values;
        team.run(part -> {
            double most = 0;
            int to = Ranges.from(part + 1, lists.length, count);
            for (int i = Ranges.from(part, lists.length, count); i < to; i++) {
                double dx = x[i] - x0[i];
                double dy = y[i] - y0[i];
                double dz = z[i] - z0[i];
                most = Math.max(most, Math.sqrt(dx * dx + dy * dy + dz * dz) + Math.max(0, far[i] - far0[i]));
            }
            largest[part] = most;
        });
        double most = 0;
        for (double each : largest) {
            most = Math.max(most, each);
        }
        return most;
    }

    /// @param sort whether cells are to be sorted; they are already in a tissue that is resumed
    private void make(boolean sort, double time) {
        int count = cells.count();
        size(count);
        place(count);
        if (sort) {
            sort(count);
            double[] far = cells.span.values;
            System.arraycopy(cells.x.values, 0, madeX.values, 0, count);
            System.arraycopy(cells.y.values, 0, madeY.values, 0, count);
            System.arraycopy(cells.z.values, 0, madeZ.values, 0, count);
            System.arraycopy(far, 0, madeSpan.values, 0, count);
        }
        if (first.length < count) {
            first = new int[cells.x.values.length];
            end = new int[first.length];
        }
        team.run(part -> listPart(part, time));
        madeAt = cells.changes();
    }

    /// How large boxes are, and how many.
    private void size(int count) {
        double most = 0;
        double[] far = cells.span.values;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, far[i]);
        }
        box = Math.max(2 * most + SKIN, 1);
        long limit = Math.max(FEW_BOXES, (long) BOXES_A_CELL * count);
        while (true) {
            nx = boxes(0);
            ny = boxes(1);
            nz = domain.flat() ? 1 : boxes(2);
            if ((long) nx * ny * nz <= limit) {
                return;
            }
            box *= 1.25;
        }
    }

    private int boxes(int axis) {
        return Math.max(1, (int) Math.min(1 << 20, (domain.upper()[axis] - domain.lower()[axis]) / box));
    }

    private void place(int count) {
        if (boxOf.length < count) {
            boxOf = new int[cells.x.values.length];
            order = new int[boxOf.length];
        }
        double[] x = cells.x.values;
        double[] y = cells.y.values;
        double[] z = cells.z.values;
        int boxes = nx * ny * nz;
        if (firstOfBox.length < boxes + 1) {
            firstOfBox = new int[boxes + 1];
        }
        Arrays.fill(firstOfBox, 0, boxes + 1, 0);
        for (int i = 0; i < count; i++) {
            int at = along(0, x[i], nx) + nx * (along(1, y[i], ny) + ny * (nz == 1 ? 0 : along(2, z[i], nz)));
            boxOf[i] = at;
            firstOfBox[at + 1]++;
        }
        for (int at = 0; at < boxes; at++) {
            firstOfBox[at + 1] += firstOfBox[at];
        }
    }

    /// The box along an axis. What is outside of the domain counts to the nearest box, which is right as long as
    /// boxes are looked at by distance to their cells, not to themselves.
    private int along(int axis, double at, int boxes) {
        double from = domain.lower()[axis];
        double width = (domain.upper()[axis] - from) / boxes;
        return Math.clamp((int) Math.floor((at - from) / width), 0, boxes - 1);
    }

    private void sort(int count) {
        int boxes = nx * ny * nz;
        long[] id = cells.id.values;
        for (int i = 0; i < count; i++) {
            order[firstOfBox[boxOf[i]]++] = i;
        }
        System.arraycopy(firstOfBox, 0, firstOfBox, 1, boxes);
        firstOfBox[0] = 0;
        for (int at = 0; at < boxes; at++) {
            // Few in a box, and mostly sorted already.
            for (int i = firstOfBox[at] + 1; i < firstOfBox[at + 1]; i++) {
                int cell = order[i];
                int k = i - 1;
                while (k >= firstOfBox[at] && id[order[k]] > id[cell]) {
                    order[k + 1] = order[k];
                    k--;
                }
                order[k + 1] = cell;
            }
        }
        int[] sortedBoxes = new int[count];
        for (int i = 0; i < count; i++) {
            sortedBoxes[i] = boxOf[order[i]];
        }
        System.arraycopy(sortedBoxes, 0, boxOf, 0, count);
        cells.sort(order, team);
    }

    private void listPart(int part, double time) {
        int count = cells.count();
        int from = Ranges.from(part, lists.length, count);
        int to = Ranges.from(part + 1, lists.length, count);
        double[] x = cells.x.values;
        double[] y = cells.y.values;
        double[] z = cells.z.values;
        double[] far = cells.span.values;
        int[] list = lists[part];
        int n = 0;
        for (int i = from; i < to; i++) {
            first[i] = n;
            int bx = boxOf[i] % nx;
            int by = boxOf[i] / nx % ny;
            int bz = boxOf[i] / nx / ny;
            double xi = x[i];
            double yi = y[i];
            double zi = z[i];
            double fari = far[i] + SKIN;
            for (int kz = Math.max(0, bz - 1); kz <= Math.min(nz - 1, bz + 1); kz++) {
                for (int ky = Math.max(0, by - 1); ky <= Math.min(ny - 1, by + 1); ky++) {
                    int row = nx * (ky + ny * kz);
                    int last = firstOfBox[row + Math.min(nx - 1, bx + 1) + 1];
                    int start = firstOfBox[row + Math.max(0, bx - 1)];
                    if (list.length < n + last - start) {
                        list = Arrays.copyOf(list, longer(n, last - start, time));
                    }
                    for (int j = start; j < last; j++) {
                        double dx = xi - x[j];
                        double dy = yi - y[j];
                        double dz = zi - z[j];
                        double limit = fari + far[j];
                        // Written always, counted where it is one: no branch to guess.
                        list[n] = j;
                        n += dx * dx + dy * dy + dz * dz < limit * limit && j != i ? 1 : 0;
                    }
                }
            }
            end[i] = n;
        }
        lists[part] = list;
    }

    /// How long a list comes to be that has no room for more.
    private int longer(int length, int more, double time) {
        if (more > most - length) {
            throw new NumericalFailure(
                    "neighbours",
                    time,
                    "min",
                    "more than " + (long) most * lists.length + " cells would be listed as near each other, for which"
                            + " memory has no room: fewer cells, smaller ones or adhesion that reaches less far were"
                            + " expected");
        }
        return Math.max((int) Math.min(most, 1.25 * length), length + more);
    }
}
