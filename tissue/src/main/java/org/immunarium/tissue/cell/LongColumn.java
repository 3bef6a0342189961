package org.immunarium.tissue.cell;

import java.io.IOException;
import java.util.Arrays;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// A column of longs.
public final class LongColumn extends Column {

    /// One for each cell; longer than there are cells.
    public long[] values = new long[0];

    private final long initial;

    LongColumn(About about, long initial) {
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
        long[] sorted = spares.longs(values.length);
        for (int i = 0; i < count; i++) {
            sorted[i] = values[order[i]];
        }
        spares.longs = values;
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
