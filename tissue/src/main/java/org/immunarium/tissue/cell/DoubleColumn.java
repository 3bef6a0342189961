package org.immunarium.tissue.cell;

import java.util.Arrays;

/// A column of doubles.
public final class DoubleColumn extends Column {

    /// One for each cell; longer than there are cells.
    public double[] values = new double[0];

    private double[] spare = new double[0];
    private final double initial;

    DoubleColumn(String name, double initial) {
        super(name);
        this.initial = initial;
    }

    @Override
    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        spare = new double[0];
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
            spare = new double[values.length];
        }
        for (int i = 0; i < count; i++) {
            spare[i] = values[order[i]];
        }
        double[] old = values;
        values = spare;
        spare = old;
    }
}
