package org.immunarium.tissue.cell;

import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// The random numbers of a tissue: a stream for each cell, purpose and step, so that no draw depends on another
/// cell's, nor on threads.
public final class Luck {

    private final long replicate;
    private final RandomStream[] streams;

    /// @param seed      of the run
    /// @param replicate which repetition of the run
    /// @param parts     how many threads draw
    public Luck(long seed, long replicate, int parts) {
        this.replicate = replicate;
        streams = new RandomStream[parts];
        for (int part = 0; part < parts; part++) {
            streams[part] = new RandomStream(seed, replicate, 0, Purpose.PLACEMENT, 0);
        }
    }

    /// The stream of a cell, at its first number. It serves until the same part asks for another.
    ///
    /// @param part the thread's, as in [org.immunarium.numerics.parallel.Team]
    /// @param id   the cell's
    /// @param step how many steps of its kind there were before
    public RandomStream of(int part, long id, Purpose purpose, long step) {
        RandomStream stream = streams[part];
        stream.restart(replicate, id, purpose, step);
        return stream;
    }
}
