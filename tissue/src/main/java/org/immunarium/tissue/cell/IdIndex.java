package org.immunarium.tissue.cell;

import java.util.Arrays;

/// Where cells are, by id: an open-addressed table, made anew when cells have changed places.
public final class IdIndex {

    private static final long FIBONACCI = 0x9E3779B97F4A7C15L;

    private final Cells cells;
    private long[] ids = new long[0];
    private int[] indices = new int[0];
    private int shift;
    private int madeAt = -1;

    public IdIndex(Cells cells) {
        this.cells = cells;
    }

    /// The index of a cell; -1 where there is none of this id.
    public int of(long id) {
        if (madeAt != cells.changes()) {
            make();
        }
        for (int slot = slot(id); indices[slot] >= 0; slot = slot + 1 & ids.length - 1) {
            if (ids[slot] == id) {
                return indices[slot];
            }
        }
        return -1;
    }

    /// Makes the table now, so that threads can share it.
    public void refresh() {
        if (madeAt != cells.changes()) {
            make();
        }
    }

    private int slot(long id) {
        return (int) (id * FIBONACCI >>> shift);
    }

    private void make() {
        int size = Integer.highestOneBit(Math.max(8, cells.count()) * 2 - 1) << 1;
        if (ids.length != size) {
            ids = new long[size];
            indices = new int[size];
            shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        }
        Arrays.fill(indices, -1);
        long[] id = cells.id.values;
        for (int i = 0; i < cells.count(); i++) {
            int slot = slot(id[i]);
            while (indices[slot] >= 0) {
                slot = slot + 1 & size - 1;
            }
            ids[slot] = id[i];
            indices[slot] = i;
        }
        madeAt = cells.changes();
    }
}
