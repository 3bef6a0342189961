package org.immunarium.tissue.cell;

import java.util.Arrays;

/// A column of ints.
public final class IntColumn extends Column {

    /// One for each cell; longer than there are cells.
    public int[] values = new int[0];

    private int[] spare = new int[0];
    private final int initial;

    IntColumn(String name, int initial) {
        super(name);
        this.initial = initial;
    }

    @Override
    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        spare = new int[0];
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
            spare = new int[values.length];
        }
        for (int i = 0; i < count; i++) {
            spare[i] = values[order[i]];
        }
        int[] old = values;
        values = spare;
        spare = old;
    }
}
