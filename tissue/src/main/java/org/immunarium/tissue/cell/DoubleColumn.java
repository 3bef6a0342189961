package org.immunarium.tissue.cell;

import java.io.IOException;
import java.util.Arrays;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// A column of doubles.
public final class DoubleColumn extends Column {

    /// One for each cell; longer than there are cells.
    public double[] values = new double[0];

    private final double initial;

    DoubleColumn(About about, double initial) {
        super(about);
        this.initial = initial;
    }

    @Override
    void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
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
    void permute(int[] order, int count, Spares spares) {
        double[] sorted = spares.doubles(values.length);
        for (int i = 0; i < count; i++) {
            sorted[i] = values[order[i]];
        }
        spares.doubles = values;
        values = sorted;
    }

    @Override
    void write(BlockOutput out, int count) throws IOException {
        out.put(values, count);
    }

    @Override
    void read(BlockInput in, int count) throws IOException {
        in.take(values, count);
    }
}
