package org.immunarium.tissue.cell;

import java.util.Arrays;

/// A column of longs.
public final class LongColumn extends Column {

    /// One for each cell; longer than there are cells.
    public long[] values = new long[0];

    private long[] spare = new long[0];
    private final long initial;

    LongColumn(String name, long initial) {
        super(name);
        this.initial = initial;
    }

    @Override
    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        spare = new long[0];
    }

    @Override
    void copy(int from, int to) {
        values[to] = values[from];
    }

    @Override
    void clear(int cell) {
        values[cell] = initial;
    }

    @Override
    void permute(int[] order, int count) {
        if (spare.length < values.length) {
            spare = new long[values.length];
        }
        for (int i = 0; i < count; i++) {
            spare[i] = values[order[i]];
        }
        long[] old = values;
        values = spare;
        spare = old;
    }
}
