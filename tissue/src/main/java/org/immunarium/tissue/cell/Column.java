package org.immunarium.tissue.cell;

import java.io.IOException;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// One number of every cell. Its array is at least as long as there are cells; it is another array after cells were
/// added or sorted, so a loop takes it anew.
public abstract sealed class Column permits DoubleColumn, IntColumn, LongColumn {

    private final About about;

    /// What a column is of.
    ///
    /// @param name   what it is called in checkpoints, and in words in frames
    /// @param unit   `1` for a plain number; empty for what is not a quantity, and where only the model says it
    /// @param hidden whether it is for steps only, and no part of frames: what is remembered from
    ///     one to the next, or follows from others
    record About(String name, String unit, boolean hidden) {}

    Column(About about) {
        this.about = about;
    }

    /// What it is called in checkpoints, and in words in frames.
    public final String name() {
        return about.name();
    }

    /// `1` for a plain number; empty for what is not a quantity, and where only the model says it.
    public final String unit() {
        return about.unit();
    }

    /// Whether it is for steps only, and no part of frames: what is remembered from one to the
    /// next, or follows from others.
    public final boolean isHidden() {
        return about.hidden();
    }

    /// Makes room for cells.
    abstract void grow(int capacity);

    /// Copies what one cell has to another.
    abstract void copy(int from, int to);

    /// Gives a cell the value that a new one has.
    abstract void clear(int cell);

    /// Puts the cells into another order: the one that was at `order[i]` comes to i.
    ///
    /// @param spares arrays to exchange for the column's
    abstract void permute(int[] order, int count, Spares spares);

    /// Writes the values of all cells.
    abstract void write(BlockOutput out, int count) throws IOException;

    /// Reads what [#write] wrote; there is room for it.
    abstract void read(BlockInput in, int count) throws IOException;
}
