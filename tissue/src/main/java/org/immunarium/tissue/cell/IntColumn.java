package org.immunarium.tissue.cell;

import java.io.IOException;
import java.util.Arrays;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// A column of ints.
public final class IntColumn extends Column {

    /// One for each cell; longer than there are cells.
    public int[] values = new int[0];

    private final int initial;

    IntColumn(About about, int initial) {
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
        int[] sorted = spares.ints(values.length);
        for (int i = 0; i < count; i++) {
            sorted[i] = values[order[i]];
        }
        spares.ints = values;
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
