package org.immunarium.tissue.cell;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLongArray;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// How many living cells were lost since the start: by their type, why, and the type of who did it.
///
/// Threads may note losses at the same time; the order does not matter to a count.
public final class Losses {

    /// In place of a type, where a loss is nobody's doing.
    public static final int NOBODY = -1;

    private static final int CAUSES = Cause.values().length;

    private final int types;
    private final AtomicLongArray counts;

    public Losses(int types) {
        this.types = types;
        counts = new AtomicLongArray(types * CAUSES * (types + 1));
    }

    /// Notes one.
    ///
    /// @param type of the cell that is lost
    /// @param by   the type of who did it, or [#NOBODY]
    public void note(int type, Cause cause, int by) {
        counts.incrementAndGet(place(type, cause, by));
    }

    /// How many there were.
    ///
    /// @param type of the cells that were lost
    /// @param by   the type of who did it, or [#NOBODY]
    public long of(int type, Cause cause, int by) {
        return counts.get(place(type, cause, by));
    }

    /// How many there were of a type and cause, whoever did it.
    public long of(int type, Cause cause) {
        long sum = 0;
        for (int by = NOBODY; by < types; by++) {
            sum += of(type, cause, by);
        }
        return sum;
    }

    private int place(int type, Cause cause, int by) {
        return (type * CAUSES + cause.ordinal()) * (types + 1) + by + 1;
    }

    /// Writes all counts.
    public void write(BlockOutput out) throws IOException {
        for (int k = 0; k < counts.length(); k++) {
            out.put(counts.get(k));
        }
    }

    /// Reads what [#write] wrote.
    public void read(BlockInput in) throws IOException {
        for (int k = 0; k < counts.length(); k++) {
            counts.set(k, in.takeLong());
        }
    }
}
